import type { KnownYears } from "#lib/reader/tables/constraints.ts";
import { publicFiguresBeside } from "#lib/reports/queries-beside.ts";
import type { Line } from "./item.ts";

/** What is published on the years around the reports of a file, of the same agency each; nothing where two agencies share a year. */
export async function yearsBeside(
  reports: readonly { agency: Line["agency"]; year: number | null }[],
  now: Date,
): Promise<KnownYears> {
  const agencies = Map.groupBy(reports, ({ year }) => year);
  const known: Record<number, KnownYears[number]> = {};
  for (const [year, own] of agencies) {
    const [id, ...others] = new Set(own.map(({ agency }) => agency?.id));
    if (year === null || id === undefined || others.length > 0) continue;
    const beside = await publicFiguresBeside(id, year, now);
    if (beside.last || beside.next) known[year] = beside;
  }
  return known;
}
