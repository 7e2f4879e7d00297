import type { Cells } from "#lib/editions/content.ts";
import { publicContent } from "./queries-public.ts";

/** The published figures of an agency on the years before and after one, as far as there are any. */
export async function publicFiguresBeside(
  agencyId: string,
  year: number,
  now: Date,
): Promise<{ last?: Cells; next?: Cells }> {
  const [last, next] = await Promise.all([
    publicContent(agencyId, year - 1, now),
    publicContent(agencyId, year + 1, now),
  ]);
  return { ...(last ? { last: last.cells } : {}), ...(next ? { next: next.cells } : {}) };
}
