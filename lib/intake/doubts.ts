import type { Issue } from "#lib/checks/issue.ts";
import type { Doubt } from "#lib/reports/schema.ts";

/** The reader's flags on figures, one for each cell: what a person has to confirm or correct. */
export function doubtsOf(issues: readonly Issue[]): Doubt[] {
  const byCell = new Map<string, Doubt>();
  for (const { rule, cells, message } of issues)
    for (const cell of cells) if (!byCell.has(cell)) byCell.set(cell, { cell, rule, message });
  return [...byCell.values()];
}
