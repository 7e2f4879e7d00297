import { useTranslations } from "next-intl";
import { Notice } from "#components/ui/notice.tsx";

interface SignInNoticeProps {
  notice: "refused" | "expired" | "unavailable" | "cookies" | null;
}

/** Why the last try did not work; it says the same for every reason that would tell whether an account exists. */
export function SignInNotice({ notice }: SignInNoticeProps) {
  const t = useTranslations("identity.notice");
  if (notice === null) return null;
  return (
    <Notice tone="alarm" role="alert" id="sign-in-notice">
      <p className="font-semibold">{t(`${notice}.title`)}</p>
      <p>{t(`${notice}.help`)}</p>
    </Notice>
  );
}
