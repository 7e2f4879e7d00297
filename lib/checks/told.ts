import type { CellKey } from "../editions/content.ts";
import type { Issue } from "./issue.ts";

/** Whether an issue says only of cells that have no figure (R15) what the reader's doubts about them say already. */
export function isTold({ rule, cells }: Issue, doubted: ReadonlySet<CellKey>): boolean {
  return rule === "R15" && cells.length > 0 && cells.every((key) => doubted.has(key));
}
