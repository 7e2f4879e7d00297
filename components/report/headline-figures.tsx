import { useFormatter, useLocale, useTranslations } from "next-intl";
import { Figures } from "#components/ui/figures.tsx";
import { inLocale } from "#i18n/locales.ts";
import { SERIES } from "#lib/editions/series.ts";

/** The series a report is known by, in the order of the form. */
const HEADLINES = [
  "received",
  "granted",
  "partlyGranted",
  "refused",
  "unavailable",
  "reconsideration",
  "litigation",
] as const;
type Headline = (typeof HEADLINES)[number];

/** The figures that stand alone above a report. */
export function HeadlineFigures({ series }: { series: Readonly<Record<Headline, number | null>> }) {
  const t = useTranslations("report");
  const format = useFormatter();
  const locale = useLocale();
  const items = HEADLINES.map((key) => {
    const value = series[key];
    const label = SERIES.find((each) => each.key === key)?.label ?? { zh: key, en: key };
    return {
      key,
      label: inLocale(label, locale),
      value:
        value === null ? (
          <span className="text-base font-normal text-ink-2">{t("noFigure")}</span>
        ) : (
          format.number(value)
        ),
    };
  });
  return <Figures items={items} />;
}
