import { fold } from "#lib/chinese/fold.ts";
import { isFigure } from "../../figures.ts";
import type { Piece } from "../pdf/lines.ts";
import { isRowLabel } from "../pdf/open-heads.ts";
import { labelBlocks } from "../pdf/open-labels.ts";
import { type Interval, overlaps } from "../pdf/open-line.ts";
import { middleY } from "../pdf/page.ts";
import { labelStarts, labelWords } from "./label-words.ts";
import { withOwners } from "./row-owners.ts";
import { type LaidLine, moved, PITCH, UNIT } from "./terminal.ts";

/** A cell as the pieces of the text it stands in; no pieces are a blank one. */
export type LaidCell = readonly Piece[];

/** A row of a table, its figures without label where nothing says which row they belong to. */
export interface LaidRow {
  labels: LaidCell[];
  figures: LaidCell[];
  isNobody: boolean;
}

const figureOf = ({ text }: Piece) => isFigure(fold(text).trim());

/** A line as the words it begins with and the figures it ends with. */
interface Cut {
  line: LaidLine;
  words: Piece[];
  figures: Piece[];
}

/** The figures at the end of a line. */
export function figuresOf({ pieces }: LaidLine): Piece[] {
  return pieces.slice(pieces.findLastIndex((piece) => !figureOf(piece)) + 1);
}

function cut(line: LaidLine): Cut {
  const figures = figuresOf(line);
  return { line, words: line.pieces.slice(0, line.pieces.length - figures.length), figures };
}

/** The rows that the lines of one page are, for a table of so many columns; null where words stand among the figures. */
export function laidRows(printed: readonly LaidLine[], count: number): LaidRow[] | null {
  const lines = withJoinedFigures(withLabels(atHeights(printed.map(cut))), count);
  const left = Math.min(...lines.flatMap(({ figures }) => figures).map((piece) => piece.left));
  const isOut = ({ words, figures }: Cut) =>
    figures.length > count || words.some((piece) => figureOf(piece) || piece.left >= left);
  if (lines.some(isOut)) return null;
  const labels = lines.map(({ line, words }) => ({ ...line, pieces: words }));
  const anchors = lines.filter(({ figures }) => figures.length > 0);
  const columns = isAligned(anchors)
    ? columnsOf(
        anchors.map(({ figures }) => figures),
        count,
      )
    : null;
  const { blocks } = labelBlocks(
    labels,
    Infinity,
    [],
    anchors.map(({ line }) => line),
  );
  const rows = anchors.map(({ line, figures }, index) => ({
    at: middleY(line),
    figures: cellsOf(figures, columns, count),
    isFull: figures.length === count,
    labels: blocks.filter((block) => block.anchor === index),
    isNobody: false,
  }));
  return inOrder(
    withOwners(
      rows,
      blocks.filter(({ anchor }) => anchor === null),
    ),
    count,
  );
}

/** Rows from top to bottom; those without figures are blank where all figures have their labels. */
function inOrder({ rows, alone }: ReturnType<typeof withOwners<LaidCell[]>>, count: number) {
  const isWhole = rows.every(({ isNobody }) => !isNobody);
  const blanks = Array.from({ length: count }, (): LaidCell => []);
  const others = alone.map((block) => {
    const isBlank = isWhole && isRowLabel(block.text);
    return { at: block.at, labels: [block], isNobody: false, figures: isBlank ? blanks : [] };
  });
  return [...rows, ...others]
    .sort((a, b) => a.at - b.at)
    .map(({ labels, figures, isNobody }) => ({
      labels: labels.toSorted((a, b) => a.left - b.left).map(({ pieces }) => pieces),
      figures,
      isNobody,
    }));
}

function withLabels(lines: readonly Cut[]): Cut[] {
  const starts = labelStarts(lines.map(({ words }) => words));
  return lines.map((line) => ({ ...line, words: labelWords(line.words, starts) }));
}

/** A label of a row goes over no more lines than this. */
const LABEL_LINES = 4;

/** Lines with the figures of a row whose label goes over several of them put together in its first. */
function withJoinedFigures(lines: readonly Cut[], count: number): Cut[] {
  const joined: Cut[] = [];
  for (let index = 0; index < lines.length; index++) {
    const run = runAt(lines, index, count);
    const figures = run.flatMap((line) => line.figures).toSorted((a, b) => a.left - b.left);
    joined.push(
      ...run.map((line, at) => ({ ...line, figures: at === 0 ? figures : [] })),
      ...(run.length === 0 ? lines.slice(index, index + 1) : []),
    );
    index += Math.max(0, run.length - 1);
  }
  return joined;
}

/** The lines from one on over which the label and the figures of one row are spread; none where they are not. */
function runAt(lines: readonly Cut[], from: number, count: number): readonly Cut[] {
  const first = lines[from];
  if (!first || first.figures.length === 0 || first.figures.length >= count) return [];
  for (let to = from + 2; to <= Math.min(lines.length, from + LABEL_LINES); to++) {
    const run = lines.slice(from, to);
    const label = run.map(({ words }) => words.at(-1)?.text ?? "").join("");
    const figures = run.flatMap((line) => line.figures).toSorted((a, b) => a.left - b.left);
    if (figures.length > count) return [];
    const isApart = figures.every(({ left }, at) => left > (figures[at - 1]?.right ?? -1));
    if (figures.length === count && isApart && isRowLabel(label)) return run;
  }
  return [];
}

/** The lines with the room between them that their labels need: what stands beside another label is half a line away. */
function atHeights(lines: readonly Cut[]): Cut[] {
  let top = 0;
  let above: readonly Piece[] = [];
  return lines.map(({ line, words }, index) => {
    const isNext = words.some((piece) => above.some((other) => overlaps(piece, other)));
    const before = lines[index - 1]?.line;
    const blank = before ? line.index - before.index - 1 : 0;
    if (before) top += PITCH * (blank + (isNext ? 1 : 0.5));
    if (words.length > 0) above = words;
    return cut(moved(line, top));
  });
}

/** How far the last figures of rows may stand from each other, and how much labels differ at least in length. */
const FAR = 8 * UNIT;

/** Whether rows end at one place however long their labels are: elsewhere blanks only part the figures. */
function isAligned(rows: readonly Cut[]): boolean {
  const spread = (places: readonly number[]) => Math.max(...places) - Math.min(...places);
  const ends = rows.map(({ figures }) => figures.at(-1)?.right ?? 0);
  const labels = rows.flatMap(({ words }) => words.at(-1)?.right ?? []);
  return labels.length > 1 && spread(labels) > FAR && spread(ends) < FAR;
}

/** Where the columns stand, as rows with a figure in each show; null where there are none, or where columns run into each other. */
function columnsOf(rows: readonly Piece[][], count: number): Interval[] | null {
  const full = rows.filter((figures) => figures.length === count);
  if (full.length === 0) return null;
  const columns = Array.from({ length: count }, (_, index) => {
    const own = full.flatMap((figures) => figures[index] ?? []);
    return {
      left: Math.min(...own.map((piece) => piece.left)),
      right: Math.max(...own.map((piece) => piece.right)),
    };
  });
  const isApart = columns.every(({ left }, index) => left >= (columns[index - 1]?.right ?? 0));
  return isApart ? columns : null;
}

/** The figures of a row by its columns; without blanks where it has too few of them and their columns are not certain. */
function cellsOf(
  figures: readonly Piece[],
  columns: readonly Interval[] | null,
  count: number,
): LaidCell[] {
  const alone = figures.map((figure) => [figure]);
  if (figures.length === count || !columns) return alone;
  const placed = columns.map((column) => figures.filter((figure) => overlaps(figure, column)));
  const isSure =
    placed.every((own) => own.length <= 1) &&
    figures.every((figure) => placed.filter((own) => own.includes(figure)).length === 1);
  return isSure ? placed : alone;
}
