import type { Cell, CellKey, Cells } from "#lib/editions/content.ts";
import { saying } from "./diff.ts";
import { MISSING, OTHER_FILE } from "./doubt-rules.ts";
import type { Doubt } from "./schema.ts";

/** What a draft holds, and what the reader makes of another file that is to stand beside it. */
interface Beside {
  draft: Cells;
  /** Doubts on the draft that nobody has settled. */
  open: readonly Doubt[];
  read: Cells;
  /** What the reader doubts of the other file. */
  doubted: readonly Doubt[];
  /** The cells of the draft's form, in its order. */
  keys: readonly CellKey[];
}

const isSilent = (cell: Cell | undefined) => !cell || cell.state === "blank";
const said = (cell: Cell | undefined) => (cell && !isSilent(cell) ? saying(cell) : "");
const rowOf = (key: CellKey) => key.slice(0, key.lastIndexOf("."));
/** A figure as it can be typed: with the unit that its head has, for the draft may count in another. */
const written = ({ raw, state, unit }: Cell) =>
  state === "number" && unit && !raw.includes(unit)
    ? raw.replace(/^[^(（]+/u, (figure) => figure.trimEnd() + unit)
    : raw;

/**
 * What is to be looked at when another file is put beside a draft, whose figures stay as they are: where the file says
 * otherwise, row by row, with its figures to choose; what was open and the file does not settle. A doubt of the draft's own
 * stays beneath what the file says otherwise: it is there again when the file is taken away.
 */
export function doubtsBeside({ draft, open, read, doubted, keys }: Beside): Doubt[] {
  // What another file said otherwise goes with that file.
  const was = byCell(open.filter(({ rule }) => rule !== OTHER_FILE));
  const is = byCell(doubted);
  const differing = new Map<string, CellKey[]>();
  const doubts: Doubt[] = [];
  for (const key of keys) {
    const [own, other] = [draft[key], read[key]];
    const fresh = is.get(key);
    const isSame = other !== undefined && said(own) === said(other);
    if (!isSame && other && (!fresh || !isSilent(own))) {
      const row = rowOf(key);
      differing.set(row, [...(differing.get(row) ?? []), key]);
      const beneath = was.get(key);
      if (beneath) doubts.push(beneath);
      continue;
    }
    const left = stillOpen({ isSame, isTyped: !isSilent(own), isRead: other !== undefined });
    const doubt = left(was.get(key), fresh);
    if (doubt) doubts.push(doubt);
  }
  return [
    ...doubts,
    ...[...differing.values()].flatMap((row) => rowDoubts(row, { draft, read, fresh: is })),
  ];
}

const byCell = (doubts: readonly Doubt[]) => new Map(doubts.map((doubt) => [doubt.cell, doubt]));

type Left = (was: Doubt | undefined, fresh: Doubt | undefined) => Doubt | undefined;

/** Where the file does not plainly say otherwise: what a person has settled stays settled. */
function stillOpen(at: { isSame: boolean; isTyped: boolean; isRead: boolean }): Left {
  if (at.isSame) return (was, fresh) => was && fresh;
  if (at.isRead) return (_was, fresh) => fresh;
  // Where the file has nothing, what was typed stands; where it has something that cannot be read for sure, one looks.
  return at.isTyped
    ? (was, fresh) => (fresh && fresh.rule !== MISSING ? fresh : was)
    : (was, fresh) => fresh ?? was;
}

/**
 * One row in which the file says otherwise: the same words for each of its cells, with what the reader doubts of them, and
 * the file's figures to choose.
 */
function rowDoubts(
  row: readonly CellKey[],
  { draft, read, fresh }: { draft: Cells; read: Cells; fresh: ReadonlyMap<CellKey, Doubt> },
): Doubt[] {
  const words = (cells: Cells, none: string, gap: string) =>
    row.map((key) => (cells[key] ? written(cells[key]).slice(0, 40) : "") || none).join(gap);
  const doubted = [...new Set(row.flatMap((key) => fresh.get(key)?.message ?? []))];
  const message = {
    zh: `原件与草稿不同：草稿为 ${words(draft, "空白", "、")}，原件为 ${words(read, "空白", "、")}。${doubted.map(({ zh }) => zh).join("")}`,
    en: `The original differs: the draft has ${words(draft, "blank", ", ")}, the original ${words(read, "blank", ", ")}.${doubted.map(({ en }) => ` ${en}`).join("")}`,
  };
  const figures = Object.fromEntries(row.map((key) => [key, read[key] ? written(read[key]) : ""]));
  const doubt = { rule: OTHER_FILE, message, candidates: [figures] };
  return row.map((cell) => ({ cell, ...doubt }));
}
