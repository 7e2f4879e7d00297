import type { Issue } from "#lib/checks/issue.ts";
import type { Doubt } from "#lib/reports/schema.ts";

/** Ways of reading a passage that are kept: more nobody weighs. */
const MAX_CANDIDATES = 20;

/** The reader's flags on figures, one for each cell: what a person has to confirm or correct. */
export function doubtsOf(issues: readonly Issue[]): Doubt[] {
  const byCell = new Map<string, Doubt>();
  for (const { rule, cells, message, candidates = [] } of issues) {
    const ways = candidates.slice(0, MAX_CANDIDATES).map((candidate) => ({ ...candidate }));
    const doubt = { rule, message, ...(ways.length > 0 ? { candidates: ways } : {}) };
    for (const cell of cells) if (!byCell.has(cell)) byCell.set(cell, { cell, ...doubt });
  }
  return [...byCell.values()];
}
