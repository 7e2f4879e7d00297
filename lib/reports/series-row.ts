import type { ReportContent } from "#lib/editions/content.ts";
import { editionById } from "#lib/editions/registry.ts";
import { SERIES, seriesValue } from "#lib/editions/series.ts";
import { replacedCells } from "#lib/editions/sum-instances.ts";

/** The series that have a column beside each version. */
export const SERIES_COLUMNS = [
  "received",
  "carriedIn",
  "granted",
  "partlyGranted",
  "refused",
  "unavailable",
  "notProcessed",
  "otherHandling",
  "handled",
  "carriedOut",
  "reconsideration",
  "litigation",
  "normativeMade",
  "normativeInForce",
] as const;
export type SeriesColumn = (typeof SERIES_COLUMNS)[number];

/** The outcome of the checks as it stands beside a version. */
export type StoredOutcome = "pass" | "warn" | "fail" | "unknown";

/** The headline figures of one report; null is blank, unreadable or not asked by the form, never zero. */
export type SeriesRow = Record<SeriesColumn, number | null>;

/** The largest count a column holds; a larger one is a slip of the pen and shows as no figure. */
const LARGEST = 2_147_483_647;

/** The headline figures of a report, as they are stored beside a version; a count that is no whole number is none. */
export function seriesRow(content: ReportContent): SeriesRow {
  const edition = editionById(content.edition);
  const replaced = edition ? replacedCells(edition, content.cells) : new Set<string>();
  const figureOf = (column: SeriesColumn): number | null => {
    const series = SERIES.find(({ key }) => key === column);
    const value = series ? seriesValue(series, content.edition, content.cells, replaced) : null;
    return Number.isInteger(value) && Math.abs(value ?? 0) <= LARGEST ? value : null;
  };
  return Object.fromEntries(
    SERIES_COLUMNS.map((column) => [column, figureOf(column)]),
  ) as SeriesRow;
}
