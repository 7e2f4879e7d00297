import { fold } from "#lib/chinese/fold.ts";
import { isFigure } from "../figures.ts";

/** A line whose cells are parted by ` / `. */
interface SlashLine {
  /** The slashes between its cells, and the blank between a label and its first figure. */
  marks: number[];
  kind: "heads" | "row" | "blanks";
}

const LONGEST = 600;
const LINES_OF_A_TABLE = 3;
const FEWEST_HEADS = 3;

/**
 * Text with ` / ` between its cells, bars put in their place, unit for unit, so that no place moves: several rows of figures
 * and a line of heads are parted so. A slash that stands where a figure is due stays what it is: not applicable; where slashes and
 * cells do not take turns, cells are blank.
 */
export function withoutSlashes(text: string): string {
  if (!/ \/ /u.test(text) || /[|\t]/u.test(text)) return text;
  const lines = text.split("\n");
  const parted = lines.map((line) => (line.length <= LONGEST ? slashesIn(line) : null));
  const rows = parted.filter((line) => line?.kind === "row" && line.marks.length > 1);
  const hasHeads = parted.some(
    (line) => line?.kind === "heads" && line.marks.length + 1 >= FEWEST_HEADS,
  );
  if (rows.length < LINES_OF_A_TABLE || !hasHeads) return text;
  return lines.map((line, index) => withBars(line, parted[index]?.marks ?? [])).join("\n");
}

function slashesIn(line: string): SlashLine | null {
  return inTurns(line) ?? withBlanks(line);
}

/** A label, and slashes with figures between some of them. */
function withBlanks(line: string): SlashLine | null {
  const words = [...line.matchAll(/\S+/gu)];
  const first = words.findIndex(([word]) => word === "/");
  const isRow = first > 0 && words.slice(first).every(([word]) => isFigure(fold(word)));
  const marks = words.flatMap(({ 0: word, index }) => (word === "/" ? [index] : []));
  return isRow ? { marks, kind: "blanks" } : null;
}

/** The cells of a line and the slashes between them, by turns; null where it is anything else. */
function inTurns(line: string): SlashLine | null {
  const marks: number[] = [];
  const cells: string[] = [];
  let open = "";
  /** Where the last word of the first cell begins. */
  let last = 0;
  for (const { 0: word, index } of line.matchAll(/\S+/gu)) {
    if (word === "/" && open !== "") {
      marks.push(index);
      cells.push(open);
      open = "";
      continue;
    }
    if (open === "/") return null;
    if (cells.length === 0) last = index;
    open = open === "" ? word : `${open} ${word}`;
  }
  return open === "" || marks.length === 0 ? null : asRow([...cells, open], marks, last);
}

function asRow(cells: readonly string[], marks: number[], last: number): SlashLine | null {
  const kinds = cells.map((cell) => isFigure(fold(cell)));
  const first = kinds.indexOf(true);
  if (first < 0) return { marks, kind: "heads" };
  // Behind the first figure come nothing but figures; a slash that comes first is a cell, or parts it from nothing.
  if (cells[0] === "/" || kinds.slice(first).includes(false)) return null;
  // 规章 0 / 7 / 4
  const isBesideLabel = first === 1 && /\s\d+$/u.test(cells[0] ?? "");
  return { marks: isBesideLabel ? [last - 1, ...marks] : marks, kind: "row" };
}

function withBars(line: string, marks: readonly number[]): string {
  let written = "";
  let from = 0;
  for (const at of marks) {
    written += `${line.slice(from, at)}|`;
    from = at + 1;
  }
  return written + line.slice(from);
}
