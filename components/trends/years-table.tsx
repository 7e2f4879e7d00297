import { useFormatter, useLocale, useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { ScrollRegion } from "#components/ui/scroll-region.tsx";
import { inLocale } from "#i18n/locales.ts";
import { editionById } from "#lib/editions/registry.ts";
import { SERIES, type Series } from "#lib/editions/series.ts";
import type { AgencyYear } from "#lib/reports/queries-agency.ts";
import { SERIES_COLUMNS, type SeriesColumn } from "#lib/reports/series-row.ts";

interface YearsTableProps {
  agencyId: string;
  years: readonly AgencyYear[];
}

const isColumn = (key: string): key is SeriesColumn =>
  SERIES_COLUMNS.some((column) => column === key);

/** Every series of an agency by year, the newest first; each figure leads to its cell. */
export function YearsTable({ agencyId, years }: YearsTableProps) {
  const t = useTranslations("agency.table");
  const tc = useTranslations("common.scope");
  const locale = useLocale();
  const newest = years.toReversed();
  return (
    <ScrollRegion label={t("region")}>
      <table className="table">
        <caption>{t("caption")}</caption>
        <thead>
          <tr>
            <th scope="col" className="stay">
              {t("series")}
            </th>
            {newest.map(({ year }) => (
              <th key={year} scope="col" className="n">
                <Link href={`/agencies/${agencyId}/${year}`} className="link">
                  {year}
                </Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {SERIES.filter(({ key }) => isColumn(key)).map((series) => (
            <SeriesRow key={series.key} series={series} agencyId={agencyId} years={newest} />
          ))}
          <WordRow
            name={t("checks")}
            years={newest}
            wordOf={(year) => checksOf(year, t("noChecks"))}
          />
          <WordRow
            name={t("edition")}
            years={newest}
            wordOf={(year) => {
              const edition = editionById(year.edition);
              return edition ? inLocale(edition.label, locale) : t("noChecks");
            }}
          />
          <WordRow name={t("scope")} years={newest} wordOf={(year) => tc(year.scope)} />
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function checksOf(year: AgencyYear, none: string): string {
  const total = year.checksHold + year.checksFail + year.checksUnknown;
  return total === 0 ? none : `${year.checksHold} / ${total}`;
}

function SeriesRow(props: { series: Series; agencyId: string; years: readonly AgencyYear[] }) {
  const t = useTranslations("agency.chart");
  const format = useFormatter();
  const locale = useLocale();
  const { series, agencyId, years } = props;
  const { key } = series;
  if (!isColumn(key)) return null;
  return (
    <tr>
      <th scope="row" className="stay">
        {inLocale(series.label, locale)}
      </th>
      {years.map((year) => {
        const value = year[key];
        if (value === null)
          return (
            <td key={year.year} className="n word">
              {t("gap")}
            </td>
          );
        return (
          <td key={year.year} className={value === 0 ? "n zero" : "n"}>
            <Link
              href={`/agencies/${agencyId}/${year.year}#${anchorOf(series, year.edition)}`}
              className="text-inherit no-underline hover:underline"
            >
              {format.number(value)}
            </Link>
          </td>
        );
      })}
    </tr>
  );
}

/** The cell a series is read from, or the section of the first where it adds several. */
function anchorOf(series: Series, edition: string | null): string {
  const cells = (edition && series.cells[edition]) || [];
  const [first = ""] = cells;
  return cells.length === 1 ? `cell-${first}` : (first.split(".")[0] ?? "");
}

function WordRow(props: {
  name: string;
  years: readonly AgencyYear[];
  wordOf: (year: AgencyYear) => string;
}) {
  return (
    <tr>
      <th scope="row" className="stay">
        {props.name}
      </th>
      {props.years.map((year) => (
        <td key={year.year} className="n word">
          {props.wordOf(year)}
        </td>
      ))}
    </tr>
  );
}
