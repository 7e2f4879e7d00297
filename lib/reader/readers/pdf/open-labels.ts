import { isKnown } from "../known.ts";
import { BEGINS } from "./label-apart.ts";
import type { Piece } from "./lines.ts";
import { isRowGroup } from "./open-heads.ts";
import type { OpenLine } from "./open-line.ts";
import { around, type Box, middleX, middleY } from "./page.ts";

/** A label, its lines joined, and the line of figures it belongs to. */
export interface LabelBlock extends Box {
  text: string;
  pieces: Piece[];
  page: number;
  /** Its middle from top to bottom. */
  at: number;
  anchor: number | null;
}

interface Stack {
  text: string;
  page: number;
}

/** Characters alone under each other. */
type Chain = { piece: Piece; page: number }[];

/** A character alone in its piece at least this often under itself is a label printed from top to bottom. */
const STACKED = 3;

/** Characters under each other may have this much room between them, in parts of the size of the font. */
const STACK_LEADING = 1.6;

const NUMERALS = /[〇零一二两三四五六七八九十百千]/gu;

/** Takes out labels left of the figures that are printed from top to bottom, one character a line. */
export function withoutStacks(
  lines: readonly OpenLine[],
  isFigure: (piece: Piece) => boolean,
): { rest: OpenLine[]; stacks: Stack[] } {
  const chains: Chain[] = [];
  const [left, right] = [isFigure, (piece: Piece) => isFigure(piece) && !isHan(piece)].map((is) =>
    Math.min(...lines.map((line) => figuresFrom(line, is))),
  );
  for (const { pieces, page } of lines)
    for (const piece of pieces) {
      if (piece.glyphs.length > 1 || middleX(piece) > (right ?? 0)) continue;
      if (!/[\p{Script=Han}()（）、]/u.test(piece.text)) continue;
      const chain = chains.findLast((one) => {
        const last = one.at(-1);
        return (
          last &&
          Math.abs(middleX(last.piece) - middleX(piece)) < piece.size * 0.5 &&
          page === last.page &&
          piece.top - last.piece.bottom < STACK_LEADING * piece.size
        );
      });
      if (chain) chain.push({ piece, page });
      else chains.push([{ piece, page }]);
    }
  // Figures under each other may be one character each, too: 零; and the end of a head may stand above them.
  const isLabel = (chain: Chain) =>
    wordOf(chain).replace(NUMERALS, "").length > 1 &&
    (chain.every(({ piece }) => middleX(piece) < (left ?? 0)) || isKnown(wordOf(chain)));
  const found = acrossPages(chains).filter((chain) => chain.length >= STACKED && isLabel(chain));
  const gone = new Set(found.flatMap((chain) => chain.map(({ piece }) => piece)));
  const rest = lines
    .map((line) => ({ ...line, pieces: line.pieces.filter((piece) => !gone.has(piece)) }))
    .filter(({ pieces }) => pieces.length > 0)
    .map((line) => ({ ...line, ...around(line.pieces) }));
  const stacks = found.map((chain) => ({
    text: wordOf(chain),
    page: chain[0]?.page ?? 1,
  }));
  return { rest, stacks };
}

/** One character that may be a figure as well as part of a label. */
const isHan = ({ text }: Piece) => /^\p{Script=Han}$/u.test(text);

/** Where the figures at the end of a line begin. */
function figuresFrom({ pieces }: OpenLine, isFigure: (piece: Piece) => boolean): number {
  const last = pieces.findLastIndex((piece) => !isFigure(piece));
  // A figure alone may be the number of a page.
  return pieces.length > 1 ? (pieces[last + 1]?.left ?? Infinity) : Infinity;
}

/** Labels that go on below the end of a page: known only with what stands under them on the next. */
function acrossPages(chains: readonly Chain[]): Chain[] {
  const whole: Chain[] = [];
  for (const chain of chains) {
    const [first] = chain;
    const above = whole.findLast((one) => {
      const last = one.at(-1);
      return (
        first &&
        last &&
        first.page === last.page + 1 &&
        Math.abs(middleX(last.piece) - middleX(first.piece)) < first.piece.size * 0.5 &&
        !isKnown(wordOf(one)) &&
        isKnown(wordOf([...one, ...chain]))
      );
    });
    if (above) above.push(...chain);
    else whole.push([...chain]);
  }
  return whole;
}

const wordOf = (chain: Chain) => chain.map(({ piece }) => piece.text).join("");

interface Part {
  pieces: Piece[];
  page: number;
  box: Box;
  isHead: boolean;
}

/** Joins the lines of labels left of the figures and finds the line of figures each belongs to; heads above the first row are left to the heads. */
export function labelBlocks(
  lines: readonly OpenLine[],
  left: number,
  heads: readonly OpenLine[],
  anchors: readonly OpenLine[],
): { blocks: LabelBlock[]; used: Set<Piece> } {
  const parts = lines.flatMap((line) => partsOf(line, left, heads.includes(line)));
  const chains = chainsOf(parts);
  const used = new Set<Piece>();
  const blocks = chains.flatMap((chain): LabelBlock[] => {
    const isAbove = chain.every(({ isHead }) => isHead);
    if (isAbove) return [];
    for (const part of chain) if (part.isHead) for (const piece of part.pieces) used.add(piece);
    const inside = anchors.flatMap((anchor, index) => (isBeside(chain, anchor) ? [index] : []));
    const block = blockOf(chain, inside[0] ?? nearest(chain, anchors));
    if (inside.length <= 1 || isRowGroup(block.text)) return [block];
    return byAnchor(chain, anchors);
  });
  return { blocks, used };
}

/** Pieces of one line left of the figures; those with little room between them are one part. */
function partsOf(line: OpenLine, left: number, isHead: boolean): Part[] {
  const parts: Part[] = [];
  for (const piece of line.pieces) {
    if (piece.right > left) continue;
    const last = parts.at(-1);
    if (last && piece.left - last.box.right < piece.size * 0.9 && !areTwo(last.pieces, piece)) {
      last.pieces.push(piece);
      last.box = around(last.pieces);
    } else parts.push({ pieces: [piece], page: line.page, box: around([piece]), isHead });
  }
  return parts;
}

/** Whether a label of its own stands before another that would not be known with it. */
function areTwo(pieces: readonly Piece[], next: Piece): boolean {
  const before = pieces.map(({ text }) => text).join("");
  if (BEGINS.test(next.text) && !BEGINS_ALONE.test(before)) return true;
  return isKnown(before) && !isKnown(before + next.text);
}

/** How near the next line of a label is, in parts of the size of its font. */
const LABEL_LEADING = 0.72;

function chainsOf(parts: readonly Part[]): Part[][] {
  const chains: Part[][] = [];
  for (const part of parts) {
    const size = part.pieces[0]?.size ?? 0;
    const chain = chains.findLast((one) => {
      const last = one.at(-1);
      return (
        last &&
        last.page === part.page &&
        part.box.top > last.box.top + size * 0.5 &&
        part.box.top - last.box.bottom < LABEL_LEADING * size &&
        !BEGINS.test(textOf(part)) &&
        !isOther(one, part) &&
        !isFurther(one, part) &&
        Math.min(part.box.right, last.box.right) > Math.max(part.box.left, last.box.left)
      );
    });
    if (chain) chain.push(part);
    else chains.push([part]);
  }
  return chains;
}

/** A number, or the opening of one, without its words. */
const BEGINS_ALONE = /^[（(]?\s*(?:[一二三四五六七]|\d{1,2})?\s*[）)]?\s*[.．、]?$/u;

const textOf = ({ pieces }: Part) => pieces.map(({ text }) => text).join("");

/** Whether a line is a label of its own below another that is whole: 信息内容 above 行政许可. */
function isOther(chain: readonly Part[], part: Part): boolean {
  const above = chain.map(textOf).join("");
  const text = textOf(part);
  return isKnown(above) && isKnown(text) && !isKnown(above + text);
}

/** Whether a line stands further below a label than the lines of that label below each other. */
function isFurther(chain: readonly Part[], part: Part): boolean {
  const [last, before] = [chain.at(-1), chain.at(-2)];
  if (!last || !before) return false;
  return part.box.top - last.box.top > (last.box.top - before.box.top) * 1.25;
}

function isBeside(chain: readonly Part[], anchor: OpenLine): boolean {
  const box = around(chain.map((part) => part.box));
  const at = middleY(anchor);
  return chain[0]?.page === anchor.page && at >= box.top - 1 && at <= box.bottom + 1;
}

function nearest(chain: readonly Part[], anchors: readonly OpenLine[]): number | null {
  const box = around(chain.map((part) => part.box));
  const size = chain[0]?.pieces[0]?.size ?? 0;
  const found = anchors
    .map((anchor, index) => ({
      index,
      page: anchor.page,
      off: Math.abs(middleY(anchor) - middleY(box)),
    }))
    .filter(({ page, off }) => page === chain[0]?.page && off < size * 0.8)
    .sort((a, b) => a.off - b.off)[0];
  return found?.index ?? null;
}

/** Labels so dense that their lines run into each other: each line goes to a row, in the way that makes the most labels known. */
function byAnchor(chain: readonly Part[], anchors: readonly OpenLine[]): LabelBlock[] {
  const middles = anchors.map(middleY);
  const ways = [
    (at: number) => closest(middles, at, (middle) => Math.abs(middle - at)),
    (at: number) => closest(middles, at, (middle) => (middle > at + 3 ? Infinity : at - middle)),
    (at: number) => closest(middles, at, (middle) => (middle < at - 3 ? Infinity : middle - at)),
  ];
  const tries = ways.map((way) => {
    const groups = new Map<number, Part[]>();
    for (const part of chain) {
      const index = way(middleY(part.box));
      groups.set(index, [...(groups.get(index) ?? []), part]);
    }
    return [...groups].map(([index, parts]) => blockOf(parts, index));
  });
  const known = (blocks: readonly LabelBlock[]) =>
    blocks.filter(({ text }) => isKnown(text)).length;
  return tries.reduce((best, one) => (known(one) > known(best) ? one : best));
}

function closest(
  middles: readonly number[],
  _at: number,
  distance: (middle: number) => number,
): number {
  let best = 0;
  middles.forEach((middle, index) => {
    if (distance(middle) < distance(middles[best] ?? 0)) best = index;
  });
  return best;
}

function blockOf(chain: readonly Part[], anchor: number | null): LabelBlock {
  const box = around(chain.map((part) => part.box));
  const pieces = chain.flatMap((part) => part.pieces);
  return {
    ...box,
    text: pieces.map(({ text }) => text).join(""),
    pieces,
    page: chain[0]?.page ?? 1,
    at: middleY(box),
    anchor,
  };
}
