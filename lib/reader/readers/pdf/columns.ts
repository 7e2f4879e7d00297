import { fold } from "#lib/chinese/fold.ts";
import { EDITIONS } from "#lib/editions/registry.ts";
import { isFigure } from "../../figures.ts";
import { findHeadings } from "../../headings.ts";
import { labelKey } from "../../labels.ts";
import { vocabularies } from "../../vocabulary.ts";
import type { LineBlock } from "./blocks.ts";
import { labelApart } from "./label-apart.ts";
import { lineText } from "./lines.ts";
import { isRowLabel } from "./open-heads.ts";
import { headsOf, type OpenTable, tableRows } from "./open-table.ts";
import { middleX } from "./page.ts";
import { withoutRepeatedHeads } from "./repeated-heads.ts";
import { closedUp } from "./respaced.ts";

/** A stretch of lines that is a table without rules, or prose. */
export type Stretch = ({ kind: "table" } & OpenTable) | { kind: "prose"; lines: LineBlock[] };

/** Parts lines into prose and tables: headings part them, and lines in columns with figures make a table. */
export function tablesIn(lines: readonly LineBlock[]): Stretch[] {
  const stretches: Stretch[] = [];
  const prose = (more: readonly LineBlock[]) => {
    const last = stretches.at(-1);
    if (last?.kind === "prose") last.lines.push(...more);
    else if (more.length > 0) stretches.push({ kind: "prose", lines: [...more] });
  };
  const apart = lines.map((line) => ({
    ...line,
    pieces: line.pieces.map(closedUp).flatMap(labelApart),
  }));
  for (const run of runsOf(withoutRepeatedHeads(apart))) {
    const extent = extentOf(run);
    if (!extent) {
      prose(run);
      continue;
    }
    prose(run.slice(0, extent.from));
    stretches.push({ kind: "table", ...tableRows(run.slice(extent.from, extent.to)) });
    prose(run.slice(extent.to));
  }
  return stretches;
}

/** Headings of sections and of the paragraphs of the law stand alone; what lies between them belongs together. */
function runsOf(lines: readonly LineBlock[]): LineBlock[][] {
  const runs: LineBlock[][] = [];
  let open: LineBlock[] | null = null;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (!line) break;
    const heading = headingAt(lines, index);
    if (heading.length > 0) {
      runs.push(heading);
      index += heading.length - 1;
      open = null;
    } else if (open) open.push(line);
    else {
      open = [line];
      runs.push(open);
    }
  }
  return runs;
}

/** The lines of a heading that begins here; none where none does. */
function headingAt(lines: readonly LineBlock[], index: number): LineBlock[] {
  const [line, next] = [lines[index], lines[index + 1]];
  if (!line) return [];
  if (isHeading(line)) return goesOn(line, lines[index - 1]) ? [] : [line];
  if (!next || line.page !== next.page || line.pieces.length + next.pieces.length > 2) return [];
  const [first, second] = [line, next].map((one) => fold(lineText(one)).trim());
  if (!/^\(?[一二三四五六七][、.)]/u.test(first ?? "")) return [];
  const [heading] = findHeadings(`${first}\n${second}`);
  const isBoth = heading?.start === 0 && heading.end > (first?.length ?? 0) + 1;
  return isBoth ? [line, next] : [];
}

/** Whether a line without a number stands close under another, as the rest of a label does. */
function goesOn(line: LineBlock, before: LineBlock | undefined): boolean {
  const [first] = before?.pieces ?? [];
  const [own] = line.pieces;
  if (!before || !first || !own || before.page !== line.page) return false;
  const isClose = line.top - before.bottom < own.size * 0.5;
  const isUnder =
    Math.abs(first.left - own.left) < own.size * 0.5 ||
    Math.abs(middleX(first) - middleX(own)) < own.size * 0.5;
  return isClose && isUnder && !/^[（(]?[一二三四五六七八九\d]/u.test(own.text);
}

/** Whether a line is the heading of a section or of a paragraph of the law. */
export function isHeading(line: LineBlock): boolean {
  if (line.pieces.length > 1) return false;
  const text = fold(lineText(line)).trim();
  return text.length <= 60 && (findHeadings(text).length > 0 || isArticle(text));
}

function isArticle(text: string): boolean {
  const label = labelKey(text);
  return EDITIONS.some((edition) =>
    vocabularies(edition).some((table) =>
      table.find(label).some(({ term }) => term.kind === "article"),
    ),
  );
}

const isTabular = ({ pieces }: LineBlock) => pieces.length > 1;
const hasFigure = ({ pieces }: LineBlock) =>
  pieces.length > 1 && pieces.some(({ text }) => isFigure(fold(text).trim()));

/** Lines further apart than this many heights of a character are not parts of one table. */
const APART = 3;

/** Where a table begins and ends among lines: with the lines in columns, and the labels broken over lines beside them. */
function extentOf(lines: readonly LineBlock[]): Extent | null {
  if (!lines.some(hasFigure)) return emptyExtent(lines);
  const left = Math.min(...lines.map((line) => line.left));
  const right = Math.max(...lines.map((line) => line.right));
  let from = lines.findIndex(isTabular);
  let to = lines.findLastIndex(isTabular) + 1;
  const isBeside = (line: LineBlock | undefined, next: LineBlock | undefined) => {
    if (!line || !next || line.right - line.left > (right - left) * 0.6) return false;
    const size = line.pieces[0]?.size ?? 0;
    return line.page !== next.page || next.top - line.bottom < APART * size;
  };
  while (from > 0 && isBeside(lines[from - 1], lines[from])) from--;
  while (to < lines.length && isBeside(lines[to], lines[to - 1])) {
    const [line, before] = [lines[to], lines[to - 1]];
    if (!line || !before || line.top - before.bottom > line.bottom - line.top) break;
    to++;
  }
  return { from, to: rowsTo(lines, to) };
}

interface Extent {
  from: number;
  to: number;
}

/** The heads of a form and rows without figures below them: a table that was left empty. */
function emptyExtent(lines: readonly LineBlock[]): Extent | null {
  const from = lines.findIndex(isTabular);
  const heads = from < 0 ? null : headsOf(lines.slice(from));
  if (!heads) return null;
  const start = from + heads.lines.length;
  return { from, to: rowsTo(lines, start) };
}

/** A label of a row goes over no more lines than this. */
const LABEL_LINES = 8;

/** Where labels of rows without figures end that begin at a line. */
function rowsTo(lines: readonly LineBlock[], start: number): number {
  let to = start;
  for (let end = to + 1; end <= Math.min(lines.length, to + LABEL_LINES); end++) {
    const label = lines.slice(to, end).map(lineText).join("").replace(/\s+/gu, "");
    if (!isRowLabel(label)) continue;
    to = end;
  }
  return to;
}
