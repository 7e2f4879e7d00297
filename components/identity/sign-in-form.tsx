import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { TextField } from "#components/ui/field.tsx";

interface SignInFormProps {
  /** Where the form goes: next-auth's endpoint. */
  action: string;
  /** Null where the browser takes no cookies, so that the form cannot be sent. */
  csrfToken: string | null;
}

/** Login and password; a plain form that works without script. */
export function SignInForm({ action, csrfToken }: SignInFormProps) {
  const t = useTranslations("identity.form");
  return (
    <form action={action} method="post" aria-label={t("label")} className="max-w-[24rem]">
      <input type="hidden" name="csrfToken" value={csrfToken ?? ""} />
      <TextField
        id="login"
        name="login"
        label={t("login")}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={200}
        required
      />
      <TextField
        id="password"
        name="password"
        type="password"
        label={t("password")}
        autoComplete="current-password"
        maxLength={1024}
        required
      />
      <Button disabled={csrfToken === null}>{t("submit")}</Button>
      <p className="mt-4 text-sm text-ink-2">{t("forgotten")}</p>
    </form>
  );
}
