import type { CellKey, Cells } from "../editions/content.ts";
import type { Issue } from "./issue.ts";

/** Whether an issue says only of cells that have no figure (R15) what the reader's doubts about them say already. */
export function isTold({ rule, cells }: Issue, doubted: ReadonlySet<CellKey>): boolean {
  return rule === "R15" && cells.length > 0 && cells.every((key) => doubted.has(key));
}

/** Sums of which one figure is missing say what it would be. */
const MOST_WANTING = 1;

/** Whether a sum cannot be told only because figures are not there at all, of which R15 or the reader speaks: each cause is told once. */
export function isConsequence({ rule, outcome, cells: own }: Issue, cells: Cells): boolean {
  if (outcome !== "cannot-tell" || rule === "R15") return false;
  return own.filter((key) => !(key in cells)).length > MOST_WANTING;
}
