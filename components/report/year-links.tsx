import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";

/** The other years of the same agency. */
export function YearLinks({ agencyId, years }: { agencyId: string; years: readonly number[] }) {
  const t = useTranslations("report.years");
  if (years.length === 0) return <p className="text-sm text-ink-2">{t("none")}</p>;
  return (
    <ul className="num flex flex-wrap gap-x-4">
      {years.map((year) => (
        <li key={year}>
          <Link
            href={`/agencies/${agencyId}/${year}`}
            className="link inline-flex min-h-9 items-center"
          >
            {year}
          </Link>
        </li>
      ))}
    </ul>
  );
}
