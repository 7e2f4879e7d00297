import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { isLocale } from "#i18n/locales.ts";
import { localePath } from "#i18n/path.ts";

/** The other language of this very page, and the way to the desk. */
export function MastheadEnd({ path, signedIn }: { path: string; signedIn: boolean }) {
  const t = useTranslations("common");
  const other = t("language.switchCode");
  const target = signedIn ? "desk" : "sign-in";
  return (
    <>
      {isLocale(other) ? (
        <a
          href={localePath(other, path)}
          lang={other}
          hrefLang={other}
          className="link flex min-h-11 items-center"
        >
          {t("language.switch")}
        </a>
      ) : null}
      <Link href={`/${target}`} className="link flex min-h-11 items-center">
        {signedIn ? t("account.desk") : t("account.signIn")}
      </Link>
    </>
  );
}
