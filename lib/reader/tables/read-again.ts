import { fold } from "#lib/chinese/fold.ts";
import type { CellKey } from "#lib/editions/content.ts";
import type { Row, Table } from "#lib/editions/edition.ts";
import { labelKey } from "../labels.ts";
import type { Token } from "../tokens.ts";
import type { Vocabulary } from "../vocabulary.ts";
import type { Doubt } from "./doubt.ts";
import { cellsOf, isFilled, type PrintedTable } from "./rows.ts";

/** As many rows printed a second time show that their table is. */
const FEWEST_AGAIN = 2;
/** Fewer characters stand in too many labels. */
const SHORTEST_PIECE = 4;
/** Prose has no more figures in a row. */
const FIGURES_OF_A_ROW = 3;

/**
 * Rows read below others whose labels were broken and which were not read, where these are the same rows: the table is printed
 * again, and what was read is that of another year or of other organs.
 */
export function readAgain(
  printed: PrintedTable,
  above: readonly Token[],
  vocabulary: Vocabulary,
): Doubt[] {
  const { table } = vocabulary;
  const pieces = [...above, ...printed.strangers].flatMap((stranger) => {
    const row = rowOf(stranger, vocabulary);
    return row && isReadBelow(row, stranger, printed) ? [{ row, stranger }] : [];
  });
  const last = pieces.at(-1);
  if (!last || new Set(pieces.map(({ row }) => row)).size < FEWEST_AGAIN) return [];
  const below = printed.rows.filter(
    (row) => isFilled(row) && row.label.start > last.stranger.start,
  );
  const cells = below.flatMap((row) => cellsOf(row, table.key));
  return [{ code: "readAgain", cells, words: table.caption.zh }];
}

/** The same for the table whose rows are printed side by side, below another such line of figures. */
export function lineReadAgain(
  cells: Iterable<CellKey>,
  above: readonly Token[],
  { caption }: Table,
): Doubt[] {
  const read = above.length > 0 ? [...cells] : [];
  return read.length > 0 ? [{ code: "readAgain", cells: read, words: caption.zh }] : [];
}

/** Words that a row of figures follows. */
export function wordsWithFigures(tokens: readonly Token[]): Token[] {
  return tokens.filter(({ kind }, index) => {
    const next = tokens.slice(index + 1, index + 1 + FIGURES_OF_A_ROW);
    const areFigures = next.every((token) => token.kind === "figure");
    return kind === "word" && next.length === FIGURES_OF_A_ROW && areFigures;
  });
}

/** The one row whose label has these words in it, and more. */
function rowOf({ label }: Token, { table }: Vocabulary): Row | null {
  const words = label?.key ?? "";
  if (words.length < SHORTEST_PIECE) return null;
  const rows = table.blocks.flatMap((block) => block.rows);
  const [row, other] = rows.filter((one) => labelKey(fold(one.label.zh)).key.includes(words));
  return row && !other ? row : null;
}

/** Whether a row was read below a piece of its label, with other rows between, and not above it. */
function isReadBelow(row: Row, { start }: Token, { rows }: PrintedTable): boolean {
  const filled = rows.filter(isFilled);
  const own = filled.filter((one) => one.row === row);
  const next = filled.find(({ label }) => label.start > start);
  return own.length > 0 && own.every(({ label }) => label.start > start) && next?.row !== row;
}
