import { fold } from "#lib/chinese/fold.ts";
import { isFigure } from "../figures.ts";

/** Commas of a line that part its cells, and the cells; null where quotes do not close. */
interface CommaLine {
  commas: number[];
  cells: string[];
}

const FEWEST_COMMAS = 2;
const LINES_OF_A_TABLE = 3;
const LONGEST = 4000;

/** Text saved from a spreadsheet with commas between its cells, tabs put in their place, unit for unit, so that no place moves. */
export function withoutCommas(text: string): string {
  if (!text.includes(",")) return text;
  const lines = text.split("\n");
  const parted = lines.map((line) => (line.length <= LONGEST ? commasIn(line) : null));
  return isTable(parted)
    ? lines.map((line, index) => asTabs(line, parted[index])).join("\n")
    : text;
}

function commasIn(line: string): CommaLine | null {
  const commas: number[] = [];
  const cells: string[] = [];
  let isQuoted = false;
  let from = 0;
  for (let index = 0; index <= line.length; index++) {
    const character = line[index];
    if (character === '"') isQuoted = !isQuoted;
    if (index < line.length && (character !== "," || isQuoted)) continue;
    if (index < line.length) commas.push(index);
    cells.push(line.slice(from, index).replaceAll('"', "").trim());
    from = index + 1;
  }
  return isQuoted ? null : { commas, cells };
}

/** Several lines with as many commas, among them rows of figures. */
function isTable(lines: readonly (CommaLine | null)[]): boolean {
  const rows = lines.flatMap((line) => (line && line.commas.length >= FEWEST_COMMAS ? [line] : []));
  const alike = Map.groupBy(rows, ({ commas }) => commas.length);
  return [...alike.values()].some(
    (some) => some.filter(hasFigures).length >= LINES_OF_A_TABLE && some.length * 2 > rows.length,
  );
}

/** Figures with commas in them and blanks between them: 1,355 0 1,167. */
const GROUPED = /(?<![\d,])\d{1,3}(?:,\d{3})+\s+[-+]?\d|\d\s+[-+]?\d{1,3}(?:,\d{3})+(?![\d,])/u;

function hasFigures({ cells }: CommaLine): boolean {
  if (GROUPED.test(cells.join(","))) return false;
  const figures = cells.filter((cell) => cell !== "" && isFigure(fold(cell)));
  return figures.length > 1 && figures.length < cells.length;
}

function asTabs(line: string, parted: CommaLine | null | undefined): string {
  if (!parted || parted.commas.length < FEWEST_COMMAS) return line;
  const [, ...more] = parted.cells;
  // A line of prose in its first cell has commas behind it only because the sheet is wide.
  const mark = more.every((cell) => cell === "") ? " " : "\t";
  const characters = Array.from({ length: line.length }, (_, index) => line[index] ?? "");
  for (const at of parted.commas) characters[at] = mark;
  return characters.map((character) => (character === '"' ? " " : character)).join("");
}
