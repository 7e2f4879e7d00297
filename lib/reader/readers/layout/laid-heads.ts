import { fold } from "#lib/chinese/fold.ts";
import { EDITIONS } from "#lib/editions/registry.ts";
import { formHeads, haveHeads } from "../pdf/form-heads.ts";
import { isColumn } from "../pdf/open-heads.ts";
import type { Interval } from "../pdf/open-line.ts";
import { jumbledHeads } from "./jumbled-heads.ts";
import type { LaidLine } from "./terminal.ts";

/** The heads of a table, whole or broken over lines in narrow columns. */
export interface LaidHeads {
  /** Its lines, as [from, to) among those given. */
  from: number;
  to: number;
  texts: string[];
  columns: number;
  isBroken: boolean;
}

/** Heads have no more lines than this, however narrow their columns. */
const MOST = 14;

/** How many times heads are looked for in one text: a report has three tables. */
const TRIES = 300;

/** Finds the heads of tables as the forms word them. */
export function laidHeads(lines: readonly LaidLine[]): LaidHeads[] {
  const found: LaidHeads[] = [];
  let tries = TRIES;
  for (let start = 0; start < lines.length && tries > 0; ) {
    let end = start;
    while (end < lines.length && hasHeadCharacters(lines[end])) end++;
    for (let from = start; from < end && tries > 0; from++) {
      const run = lines.slice(from, Math.min(end, from + MOST));
      const heads = tries-- > 0 ? spelledBy(run) : null;
      if (!heads) continue;
      found.push({ ...heads, from, to: from + heads.to });
      break;
    }
    start = Math.max(end, start + 1);
  }
  return found;
}

/** The heads that the first lines of a run spell; null where they spell none. */
function spelledBy(run: readonly LaidLine[]): Omit<LaidHeads, "from"> | null {
  const printed = run.map(({ pieces }) => pieces);
  if (!haveHeads(printed)) return null;
  for (let to = 1; to <= run.length; to++) {
    const lines = printed.slice(0, to);
    const heads = formHeads(lines, (columns) => columns > 1, Infinity) ?? jumbledHeads(lines);
    if (!heads || !areInOrder(heads.columns)) continue;
    const columns = heads.columns.length;
    const isBroken = lines.flat().filter(({ text }) => isColumn(text)).length < columns;
    return { to, texts: heads.texts, columns, isBroken };
  }
  return null;
}

/** Whether no head, whatever line it stands in, is left of all of one that it comes after in the form. */
function areInOrder(columns: readonly Interval[]): boolean {
  return columns.every(({ right }, index) =>
    columns.slice(0, index).every(({ left }) => left < right),
  );
}

let headCharacters: ReadonlySet<string> | undefined;

/** Whether a line has no other characters than the heads of the forms. */
function hasHeadCharacters(line: LaidLine | undefined): boolean {
  if (!line || line.pieces.length === 0) return false;
  headCharacters ??= charactersOfHeads();
  const known = headCharacters;
  return line.pieces.every(({ text }) => Array.from(fold(text)).every((one) => known.has(one)));
}

function charactersOfHeads(): ReadonlySet<string> {
  const labels = EDITIONS.flatMap(({ tables }) =>
    tables.flatMap((table) => [
      table.rowHead,
      ...(table.columnHead ? [table.columnHead] : []),
      ...[...table.columnGroups, ...table.rowGroups].map(({ label }) => label),
      ...table.blocks.flatMap(({ columns, rows }) => [
        ...columns.map(({ label }) => label),
        ...(table.layout === "side-by-side" ? rows.map(({ label }) => label) : []),
      ]),
    ]),
  );
  return new Set(labels.flatMap(({ zh }) => Array.from(fold(zh).replace(/\s/gu, ""))));
}
