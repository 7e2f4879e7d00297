import type { Text } from "./edition.ts";
import { EDITIONS } from "./registry.ts";
import type { Series } from "./series.ts";

/** A year end at which a series stops meaning the same: drawn and named in every chart of it. */
export interface SeriesBreak {
  /** The first year of the new meaning. */
  year: number;
  label: Text;
  reason: Text;
}

/** The revised 行政复议法, in force since 1 January 2024: reconsideration comes before litigation over a refusal to disclose. */
const REMEDY_REFORM: SeriesBreak = {
  year: 2024,
  label: { zh: "复议前置", en: "Reform" },
  reason: {
    zh: "2024 年起，对不予公开决定须先复议、后诉讼，前后不可直接相比。",
    en: "Since 2024 a refusal must go to reconsideration before court; the years before and after do not compare.",
  },
};

const NEW_FORM = {
  label: { zh: "新格式", en: "New form" },
  reason: {
    zh: "两版格式口径不同，不可直接相比；旧格式没有这项指标。",
    en: "The two forms ask different things; the older one does not have this series.",
  },
};

/** The breaks of a series: where the form changes what it asks, and where the law changed what it counts. */
export function breaksOf(series: Series): SeriesBreak[] {
  const forms = EDITIONS.slice(1).flatMap((edition, index): SeriesBreak[] => {
    const before = EDITIONS[index];
    const isKept = before && before.id in series.cells === edition.id in series.cells;
    return isKept ? [] : [{ year: edition.validFrom, ...NEW_FORM }];
  });
  const cells = Object.values(series.cells).flat();
  const isRemedy = cells.some((key) => key.startsWith("remedies."));
  return isRemedy ? [...forms, REMEDY_REFORM] : forms;
}
