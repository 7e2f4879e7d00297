import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "#components/ui/link.tsx";

/** The pages of the main navigation. */
const PLACES = ["reports", "agencies", "check"] as const;

interface MastheadProps {
  /** The name the operator gave the site, or null for the portal's own. */
  siteName: string | null;
  /** Path of this page without its language. */
  path: string;
  /** Language switch, sign-in or desk. */
  end: ReactNode;
}

/** The head of every page: name, places, language, account. */
export function Masthead({ siteName, path, end }: MastheadProps) {
  const t = useTranslations("common");
  const isHere = (place: string) => path === `/${place}` || path.startsWith(`/${place}/`);
  return (
    <header className="no-print border-b border-rule bg-sheet">
      <div className="mx-auto flex min-h-14 max-w-page flex-wrap items-center gap-x-6 px-[clamp(1rem,3vw,2rem)]">
        <Link
          href="/"
          className="flex min-h-11 items-center font-serif text-lg font-bold tracking-[.06em] text-ink no-underline"
        >
          {siteName ?? t("site.name")}
        </Link>
        <nav aria-label={t("nav.label")} className="order-last w-full sm:order-none sm:w-auto">
          <ul className="flex flex-wrap gap-x-4">
            {PLACES.map((place) => (
              <li key={place}>
                <Link
                  href={`/${place}`}
                  aria-current={isHere(place) ? "page" : undefined}
                  className="flex min-h-11 items-center border-y-2 border-transparent text-ink no-underline hover:text-accent aria-[current]:border-b-accent"
                >
                  {t(`nav.${place}`)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div className="ms-auto flex items-center gap-4">{end}</div>
      </div>
    </header>
  );
}
