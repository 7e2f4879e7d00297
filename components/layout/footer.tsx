import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";

/** Lines the operator may configure; each is shown only when set. */
export interface SiteLines {
  organiser: string | null;
  contact: string | null;
  siteCode: string | null;
  icp: string | null;
  police: string | null;
}

const PLACES = [
  { key: "about", href: "/about" },
  { key: "checks", href: "/checks" },
  { key: "glossary", href: "/glossary" },
  { key: "accessibility", href: "/accessibility" },
] as const;

/** The foot of every page: who runs the site, what it answers for, where to read more. */
export function Footer({ lines }: { lines: SiteLines }) {
  const t = useTranslations("common.footer");
  const said = [
    lines.organiser && t("organiser", { name: lines.organiser }),
    lines.contact && t("contact", { contact: lines.contact }),
    lines.siteCode && t("siteCode", { code: lines.siteCode }),
    lines.icp,
    lines.police,
  ].filter((line) => line !== null && line !== "");
  return (
    <footer className="border-t border-rule py-6 text-sm text-ink-2">
      <div className="mx-auto max-w-page px-[clamp(1rem,3vw,2rem)]">
        <p className="max-w-prose">{t("independent")}</p>
        {said.length > 0 ? (
          <ul className="mt-2 flex flex-wrap gap-x-4">
            {said.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        ) : null}
        <nav aria-label={t("label")} className="mt-1">
          <ul className="flex flex-wrap gap-x-4">
            {PLACES.map(({ key, href }) => (
              <li key={key}>
                <Link href={href} className="link inline-flex min-h-11 items-center">
                  {t(key)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  );
}
