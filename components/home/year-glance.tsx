import { useFormatter, useLocale, useTranslations } from "next-intl";
import { Figures } from "#components/ui/figures.tsx";
import { Link } from "#components/ui/link.tsx";
import type { Glance } from "#lib/reports/queries-home.ts";
import { OutcomeTable } from "./outcome-table.tsx";
import { SumText } from "./sum-text.tsx";

const SHOWN = ["received", "handled", "reconsideration", "litigation"] as const;
const OUTCOMES = ["pass", "warn", "fail", "unknown"] as const;

/** A year in figures: reports in, requests received, how they ended, remedies; each sum says what it stands on. */
export function YearGlance({ glance, years }: { glance: Glance; years: readonly number[] }) {
  const t = useTranslations("home.glance");
  const format = useFormatter();
  const locale = useLocale();
  const items = [
    { key: "reports", value: format.number(glance.reports), label: t("reports") },
    ...SHOWN.map((key) => ({
      key,
      value: <SumText figure={glance.figures[key]} />,
      label: t(key),
    })),
  ];
  const checked = OUTCOMES.filter((outcome) => glance.outcomes[outcome] > 0);
  const hasGaps = Object.values(glance.figures).some(({ reports }) => reports < glance.counted);
  const notes = [
    t("note", { reports: glance.reports, counted: glance.counted }),
    ...(hasGaps ? [t("gaps")] : []),
    ...(glance.synthetic > 0 ? [t("synthetic", { count: glance.synthetic })] : []),
  ];
  return (
    <section aria-labelledby="glance">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <h2 id="glance">{t("title", { year: String(glance.year) })}</h2>
        <OtherYears years={years.filter((year) => year !== glance.year)} />
      </div>
      <Figures items={items} />
      <p className="max-w-prose text-sm text-ink-2">{notes.join(locale === "en" ? " " : "")}</p>
      <div className="mt-6 grid gap-x-9 gap-y-6 lg:grid-cols-[minmax(0,1fr)_15rem]">
        <OutcomeTable glance={glance} />
        <section aria-labelledby="checked">
          <h3 id="checked">{t("checks")}</h3>
          <ul className="num mt-2 border-t border-rule">
            {checked.map((outcome) => (
              <li key={outcome} className="border-b border-rule">
                <Link
                  href={`/reports?year=${glance.year}&check=${outcome}`}
                  className="link flex min-h-11 items-center justify-between"
                >
                  <span>{t(outcome)}</span>
                  <span>{format.number(glance.outcomes[outcome])}</span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </section>
  );
}

function OtherYears({ years }: { years: readonly number[] }) {
  const t = useTranslations("home.glance");
  if (years.length === 0) return null;
  return (
    <nav aria-label={t("years")}>
      <ul className="num flex flex-wrap gap-x-4">
        {years.map((year) => (
          <li key={year}>
            <Link href={`/?year=${year}`} className="link inline-flex min-h-11 items-center">
              {year}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
