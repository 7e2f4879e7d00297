import { fold } from "#lib/chinese/fold.ts";
import { EDITIONS } from "#lib/editions/registry.ts";
import { labelKey } from "../../labels.ts";
import { type Term, type Vocabulary, vocabularies } from "../../vocabulary.ts";
import { isKnown } from "../known.ts";
import type { PlacedCell } from "../office-text.ts";
import { formHeads } from "./form-heads.ts";
import { BEGINS } from "./label-apart.ts";
import { type Piece, textOf } from "./lines.ts";
import { columnsOf, type Interval, type OpenLine } from "./open-line.ts";
import { around, middleX } from "./page.ts";

interface Head {
  text: string;
  at: number;
  top: number;
  page: number;
}

/** The heads of a table without rules: what stands over the labels, what spans columns, and what stands over one column. */
export function headCells(
  lines: readonly OpenLine[],
  columns: readonly Interval[],
  left: number,
  used: ReadonlySet<Piece>,
): PlacedCell[][] {
  const pieces = lines.flatMap(({ pieces: own, page }) =>
    own
      .filter((piece) => !used.has(piece))
      .flatMap(unglued)
      .map((piece) => ({ piece, page })),
  );
  const page = lines[0]?.page ?? 1;
  const stacks = columns.map((): Piece[] => []);
  const spanning: Head[] = [];
  const corner: Piece[] = [];
  const inTurn = columnsInTurn(
    pieces.map(({ piece }) => piece),
    columns,
  );
  for (const { piece } of pieces) {
    const over = columnsUnder(piece, columns);
    const [only = besideColumn(piece, pieces, columns)] =
      over.length === 0 ? [inTurn(piece)] : over;
    if (over.length > 1) {
      const head = { text: piece.text, at: middleX(piece), top: piece.top, page };
      const above = spanning.find((one) => isRestOf(one, head, piece.size));
      if (above) above.text += head.text;
      else spanning.push(head);
    } else if (only === undefined && piece.right <= left) corner.push(piece);
    else stacks[only ?? nearestColumn(piece, columns)]?.push(piece);
  }
  const isBare = stacks[0]?.length === 0;
  const beside = isBare ? besideCorner(corner) : [];
  stacks[0]?.push(...beside);
  const named = withNeighbours(stacks.map((stack) => divided(stack.map(({ text }) => text))));
  const single = named.flatMap(({ head, above }, index): Head[] => {
    const stack = stacks[index] ?? [];
    const at = columns[index] ? (columns[index].left + columns[index].right) / 2 : 0;
    const top = stack[0]?.top ?? 0;
    if (above !== "") spanning.push({ text: above, at, top, page });
    return head === "" ? [] : [{ text: head, at, top, page }];
  });
  const over = corner.filter((piece) => !beside.includes(piece)).map(({ text }) => text);
  const first = over.length > 0 ? [over.join("")] : [];
  const isSpelled =
    single.length === columns.length && [...single, ...spanning].every(({ text }) => isKnown(text));
  const spelled = isSpelled
    ? null
    : formHeads(
        lines.map((line) => line.pieces.filter((piece) => !used.has(piece))),
        (count) => count === columns.length && count > 1,
      );
  const texts = spelled?.texts ?? [...first, ...inOrder(spanning, single)];
  return texts.length > 0 ? [texts.map((text) => ({ text, place: { page } }))] : [];
}

/** Whether a head over several columns goes on in the line below: only both together are known. */
function isRestOf(above: Head, head: Head, size: number): boolean {
  const isUnder = Math.abs(above.at - head.at) < 2 * size && head.top - above.top < 2 * size;
  return isUnder && !isKnown(above.text) && isKnown(above.text + head.text);
}

/** Two heads with hardly any room between them, as two pieces. */
function unglued(piece: Piece): Piece[] {
  if (piece.glyphs.length < 4 || isKnown(piece.text)) return [piece];
  const ways = piece.glyphs.flatMap((_, at) => {
    const parts = [piece.glyphs.slice(0, at), piece.glyphs.slice(at)];
    return at > 1 && parts.every((glyphs) => isKnown(textOf(glyphs))) ? [parts] : [];
  });
  const [parts] = ways;
  if (!parts || ways.length > 1) return [piece];
  return parts.map((glyphs) => ({ ...piece, ...around(glyphs), glyphs, text: textOf(glyphs) }));
}

/** Room that parts a head from the one over the labels, in parts of the size of the font. */
const APART = 0.9;

/** The head of the first column, where it begins left of all its figures: what stands apart, right of the head over the labels. */
function besideCorner(corner: readonly Piece[]): Piece[] {
  const edges = columnsOf(corner);
  const last = edges.at(-1);
  const before = edges.at(-2);
  if (!last || !before) return [];
  const size = corner[0]?.size ?? 0;
  const beside = corner.filter((piece) => piece.left >= last.left);
  const isApart = last.left - before.right >= APART * size;
  return isApart || isKnown(beside.map(({ text }) => text).join("")) ? beside : [];
}

function coverage(piece: Interval, column: Interval): number {
  const shared = Math.min(piece.right, column.right) - Math.max(piece.left, column.left);
  return shared / Math.max(1, column.right - column.left);
}

/** Where there are as many heads as columns, and perhaps one over the labels, the columns of heads that stand beside their figures. */
function columnsInTurn(
  pieces: readonly Piece[],
  columns: readonly Interval[],
): (piece: Piece) => number | undefined {
  const narrow = pieces.filter((piece) => columnsUnder(piece, columns).length < 2);
  const heads = columnsOf(narrow);
  const labels = heads.length - columns.length;
  const agrees = narrow.every((piece) => {
    const [under] = columnsUnder(piece, columns);
    return under === undefined || heads.findIndex(holds(piece)) === under + labels;
  });
  if (labels < 0 || labels > 1 || !agrees) return () => undefined;
  return (piece) => {
    const index = heads.findIndex(holds(piece)) - labels;
    return index < 0 ? undefined : index;
  };
}

const holds = (piece: Interval) => (head: Interval) =>
  head.left <= piece.left && piece.right <= head.right;

function columnsUnder(piece: Interval, columns: readonly Interval[]): number[] {
  return columns.flatMap((column, index) => (coverage(piece, column) > 0.35 ? [index] : []));
}

/** The column of a piece that stands over no figures, known by the nearest other line of the same head. */
function besideColumn(
  piece: Piece,
  others: readonly { piece: Piece }[],
  columns: readonly Interval[],
): number | undefined {
  const off = (other: Piece) => Math.abs(other.top - piece.top);
  return others
    .map((other) => other.piece)
    .filter((other) => other !== piece && coverage(other, piece) > 0.35)
    .toSorted((a, b) => off(a) - off(b))
    .map((other) => columnsUnder(other, columns))
    .find((under) => under.length === 1)?.[0];
}

function nearestColumn(piece: Piece, columns: readonly Interval[]): number {
  const off = ({ left, right }: Interval) => Math.abs((left + right) / 2 - middleX(piece));
  let best = 0;
  columns.forEach((column, index) => {
    if (off(column) < off(columns[best] ?? column)) best = index;
  });
  return best;
}

interface Divided {
  head: string;
  above: string;
}

/** Lines over one column: its own head at the bottom, and above it the middle of a head that spans more. */
function divided(lines: readonly string[]): Divided {
  for (let from = 0; from < lines.length; from++) {
    const head = lines.slice(from).join("");
    if (isKnown(head)) return { head, above: lines.slice(0, from).join("") };
  }
  return { head: lines.join(""), above: "" };
}

/** Two heads over one column, and none over the next, whose figures stand at its far side: each gets its own. */
function withNeighbours(heads: readonly Divided[]): Divided[] {
  const named = heads.map((each) => ({ ...each }));
  named.forEach((each, index) => {
    const next = named[index + 1];
    if (next?.head !== "" || each.above === "") return;
    const from = Array.from(each.above, (_, at) => at).find(
      (at) => isColumn(each.above.slice(at)) && (at === 0 || isFrame(each.above.slice(0, at))),
    );
    if (from === undefined || !isColumn(each.head)) return;
    next.head = each.head;
    each.head = each.above.slice(from);
    each.above = each.above.slice(0, from);
  });
  return named;
}

/** The head over all columns, heads of groups before the first of their columns, the rest from left to right. */
function inOrder(spanning: readonly Head[], single: readonly Head[]): string[] {
  const rest = [...single];
  const frames = spanning.filter(({ text }) => isFrame(text));
  const others = spanning.filter((head) => !frames.includes(head)).toSorted((a, b) => a.at - b.at);
  const before = new Map<Head, string[]>();
  const first: string[] = [];
  for (const head of others) {
    const group = termsOf(head.text).find((term) => term.kind === "columnGroup");
    const member = rest.find(
      ({ text }) => group?.kind === "columnGroup" && isMember(text, group.key),
    );
    if (member) before.set(member, [...(before.get(member) ?? []), head.text]);
    else first.push(head.text);
  }
  const ordered = rest
    .toSorted((a, b) => a.at - b.at)
    .flatMap((head) => [...(before.get(head) ?? []), head.text]);
  return [...frames.map(({ text }) => text), ...first, ...ordered];
}

/** Whether words are only ever a head of columns, or what stands over the labels. */
export function isHeadWord(text: string): boolean {
  const terms = termsOf(text);
  const kinds: readonly Term["kind"][] = ["frame", "columnGroup", "column"];
  return terms.length > 0 && terms.every(({ kind }) => kinds.includes(kind));
}

/** Whether words beside each other are all labels of a table whose rows stand side by side: 行政复议 beside 行政诉讼. */
export function areSideBySide(words: readonly string[]): boolean {
  const isLabelOf = (text: string) => (vocabulary: Vocabulary) =>
    vocabulary.table.layout === "side-by-side" &&
    vocabulary.find(labelKey(fold(text))).some(({ term: { kind } }) => /^row/u.test(kind));
  return (
    words.length > 1 &&
    EDITIONS.some((edition) =>
      vocabularies(edition).some((one) => words.every((text) => isLabelOf(text)(one))),
    )
  );
}

/** Whether words are part of a head, of one that is broken over lines too. */
export function isHeadPart(text: string): boolean {
  const { key } = labelKey(fold(text));
  return key !== "" && headWords().some((head) => head.includes(key));
}

let heads: readonly string[] | undefined;

/** What stands over columns and labels in any form. */
function headWords(): readonly string[] {
  heads ??= EDITIONS.flatMap((edition) =>
    vocabularies(edition).flatMap(({ entries }) =>
      entries.flatMap(({ label, term }) =>
        term.kind === "row" || term.kind === "article" ? [] : [label.key],
      ),
    ),
  );
  return heads;
}

/** Whether words are the label of a row: with its number, where a head or a group is called the same. */
export function isRowLabel(text: string): boolean {
  const kinds = new Set(termsOf(text).map(({ kind }) => kind));
  return kinds.has("row") && !kinds.has("rowGroup") && (kinds.size === 1 || BEGINS.test(text));
}

/** Whether words are the label of several rows, whatever else they may be. */
export function isRowGroup(text: string): boolean {
  return termsOf(text).some(({ kind }) => kind === "rowGroup");
}

/** Whether words that name a group can be the label of a row, too, as those of a group that is printed undivided. */
export function mayBeRow(text: string): boolean {
  return termsOf(text).some(({ kind }) => kind === "row");
}

/** Whether words are the head of one column. */
export function isColumn(text: string): boolean {
  return termsOf(text).some(({ kind }) => kind === "column");
}

/** What stands over all columns, or over the labels. */
function isFrame(text: string): boolean {
  return termsOf(text).some(({ kind }) => kind === "frame");
}

function termsOf(text: string): Term[] {
  const label = labelKey(fold(text));
  return EDITIONS.flatMap((edition) =>
    vocabularies(edition).flatMap((table) => table.find(label).map(({ term }) => term)),
  );
}

function isMember(text: string, group: string): boolean {
  const keys = termsOf(text).flatMap((term) => (term.kind === "column" ? [term.key] : []));
  return EDITIONS.some(({ tables }) =>
    tables.some(({ blocks }) =>
      blocks.some(({ columns }) =>
        columns.some((column) => column.group === group && keys.includes(column.key)),
      ),
    ),
  );
}
