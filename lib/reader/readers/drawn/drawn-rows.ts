import { fold } from "#lib/chinese/fold.ts";
import { isFigure } from "../../figures.ts";
import { type Range, trimmed } from "../../plain.ts";
import type { Spanned } from "../grid.ts";
import { isKnown } from "../known.ts";
import { type Spelled, standIn } from "../spelled.ts";
import { cellsOf, closedBy, type DrawnCell, type DrawnLine, edgesOf } from "./drawn-lines.ts";

/** A printed cell of a drawn table, over as many lines as it takes, and the first of them that is not blank. */
export interface DrawnText extends Spanned {
  pieces: Spelled[];
  parts: string[];
  line: number;
}

/** Spells a stretch of the source out. */
export type Spell = (start: number, end: number) => Spelled;

/** Above and below the table and below its heads: with so few rules, each line is a row. */
const RULES_AROUND = 3;
const FEWEST_FIGURES = 2;

interface PlacedCell extends DrawnCell {
  line: number;
}

/** A line of cells, and which columns a rule has closed since the line above. */
interface Line {
  cells: PlacedCell[];
  closed: boolean[];
}

/** The rows of a drawn table, its cells over as many lines as they take; null where its lines say nothing certain of them. */
export function drawnRows(
  text: string,
  lines: readonly DrawnLine[],
  spell: Spell,
): DrawnText[][] | null {
  const rules = lines.filter(({ kind }) => kind === "rule");
  const edges = edgesOf(rules);
  if (edges.length < 3) return null;
  const found: Line[] = [];
  let closed = edges.slice(1).map(() => false);
  for (const line of lines) {
    if (line.kind === "rule") {
      const own = closedBy(line, edges);
      if (!own) return null;
      closed = closed.map((before, index) => before || own[index] === true);
      continue;
    }
    const cells = cellsOf(line, edges);
    if (!cells) return null;
    found.push({ cells: cells.map((cell) => ({ ...cell, line: found.length })), closed });
    closed = edges.slice(1).map(() => false);
  }
  const areRows =
    rules.length <= RULES_AROUND || found.some((line, at) => isRowBelow(text, line, found[at - 1]));
  return areRows
    ? found.map(({ cells }) => cells.map((cell) => textOf(text, cell, spell)))
    : joinedRows(text, found, spell);
}

/** Whether a line has figures right under those of the line above, with no rule between them: then it is a row of its own. */
function isRowBelow(text: string, { cells, closed }: Line, above: Line | undefined): boolean {
  if (!above || closed.includes(true)) return false;
  const isFigureAt = ({ start, end }: Range) => {
    const words = text.slice(start, end).trim();
    return words !== "" && isFigure(fold(words));
  };
  const under = cells.filter(
    (cell) =>
      isFigureAt(cell) && above.cells.some((one) => one.from === cell.from && isFigureAt(one)),
  );
  return under.length >= FEWEST_FIGURES;
}

/** Rows whose cells go on over the lines between two rules, and beside a rule that is blank below them. */
function joinedRows(text: string, lines: readonly Line[], spell: Spell): DrawnText[][] | null {
  const rows: DrawnText[][] = [];
  let open: DrawnText[] = [];
  for (const { cells, closed } of lines) {
    if (rows.length === 0 || closed.includes(true)) rows.push([]);
    open = cells.map((cell) => {
      const own = textOf(text, cell, spell);
      const above = open.find(({ from, to }) => from === cell.from && to === cell.to);
      const isOpen = above && !closed.slice(cell.from - 1, cell.to).includes(true);
      if (isOpen) return goesOn(above, own);
      rows.at(-1)?.push(own);
      return own;
    });
  }
  return rows.every((row) => isOneRow(row) && !row.some(isSeveral)) ? rows : null;
}

/** Whether all figures of a row that take one line stand in the same: else a rule between two rows may be missing. */
function isOneRow(row: readonly DrawnText[]): boolean {
  const figures = row.filter(({ text, parts }) => parts.length === 1 && isFigure(fold(text)));
  return new Set(figures.map(({ line }) => line)).size <= 1;
}

/** Whether the first lines of a cell are a label of a form and all of them are none: then they are more than one. */
function isSeveral({ text, parts }: DrawnText): boolean {
  if (parts.length < 2 || isKnown(text)) return false;
  return parts.some((_, count) => count > 0 && isKnown(parts.slice(0, count).join("")));
}

function textOf(text: string, cell: PlacedCell, spell: Spell): DrawnText {
  const { from, to } = cell;
  const { start, end } = trimmed(text, cell);
  const spelled = spell(start, end);
  const isBlank = start === end;
  return {
    ...{ text: spelled.text, from, to, line: cell.line },
    ...{ pieces: isBlank ? [] : [spelled], parts: isBlank ? [] : [spelled.text] },
  };
}

/** Adds the next line of a cell; between letters or digits stood a blank, which Chinese words do without. */
function goesOn(cell: DrawnText, { text, pieces, line }: DrawnText): DrawnText {
  const [next] = pieces;
  if (!next) return cell;
  const isParted =
    /[\p{Script=Latin}\d.,]$/u.test(cell.text) && /^[\p{Script=Latin}\d.,]/u.test(text);
  const gap = isParted ? [standIn(" ", next.start(0), next.start(0))] : [];
  if (cell.parts.length === 0) cell.line = line;
  cell.parts.push(text);
  cell.pieces.push(...gap, next);
  cell.text += `${isParted ? " " : ""}${text}`;
  return cell;
}
