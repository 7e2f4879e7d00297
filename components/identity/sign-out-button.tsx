import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";

interface SignOutButtonProps {
  /** The server action that ends the session. */
  action: () => Promise<void>;
  /** Whose session it is. */
  name: string;
}

/** Who is signed in, and the way out; a form, so that it works without script. */
export function SignOutButton({ action, name }: SignOutButtonProps) {
  const t = useTranslations("identity.signOut");
  return (
    <form action={action} className="flex flex-wrap items-center justify-end gap-x-3 gap-y-1">
      <span className="text-sm text-ink-2">{t("signedInAs", { name })}</span>
      <Button look="plain">{t("submit")}</Button>
    </form>
  );
}
