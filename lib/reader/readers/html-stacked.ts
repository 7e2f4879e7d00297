import type { HtmlCell } from "./html-grid.ts";

/** Fewer cells of as many lines each are chance: a label and the figures of its row. */
const FEWEST_CELLS = 4;
const FIGURE = /^\s*(?:[\d,.]+|[-/—－])?\s*$/u;

/**
 * Rows that were stacked into one: where a cell with labels and all cells with figures have as many lines, and no other
 * cell has more than one, each line is a row of its own, and what has one line stands beside all of them.
 */
export function unstacked(row: readonly HtmlCell[]): HtmlCell[][] {
  const lines = row.map(linesOf);
  const count = Math.max(...lines.map(({ length }) => length));
  const tall = lines.filter(({ length }) => length > 1);
  const figures = tall.filter((own) => own.every(({ text }) => FIGURE.test(text)));
  const isStack =
    tall.length >= FEWEST_CELLS &&
    tall.every(({ length }) => length === count) &&
    figures.length === tall.length - 1;
  if (!isStack) return [[...row]];
  return Array.from({ length: count }, (_, index) =>
    lines
      .flatMap((own) => own[own.length > 1 ? index : 0] ?? [])
      .filter((cell) => {
        const isBeside = lines.some((own) => own.length === 1 && own[0] === cell);
        return index === 0 || !isBeside;
      }),
  );
}

/** The lines of a cell as cells in its place, blank ones too where `<br>` parts them; the cell itself where it has but one. */
function linesOf(cell: HtmlCell): HtmlCell[] {
  const lines: HtmlCell["nodes"][number][][] = [[]];
  for (const node of cell.nodes)
    if (node === null) lines.push([]);
    else lines.at(-1)?.push(node);
  const all = lines.map((nodes) => {
    return { ...cell, nodes, text: nodes.map((node) => node?.value ?? "").join("") };
  });
  const written = all.filter(({ text }) => text.trim() !== "");
  // Paragraphs break before and after themselves, so that nobody knows which of them are blank.
  const isParagraphs = cell.nodes[0] === null && cell.nodes.at(-1) === null;
  const own = isParagraphs ? written : all;
  return own.length > 1 ? own : [cell];
}
