import { useFormatter, useTranslations } from "next-intl";
import type { GlanceFigure } from "#lib/reports/queries-home.ts";

/** A sum over reports; where not one of them gave the figure there is no sum: a blank is not zero. */
export function SumText({ figure: { sum, reports } }: { figure: GlanceFigure }) {
  const t = useTranslations("home.glance");
  const format = useFormatter();
  return reports === 0 ? t("noFigure") : format.number(sum);
}
