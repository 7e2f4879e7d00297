import { isKnown } from "../known.ts";
import type { Block, LineBlock, PageBlocks } from "./blocks.ts";
import { around } from "./page.ts";

/** How much of what is printed of the pages, at its top and its bottom, may hold running heads and page numbers. */
const MARGIN = 0.13;
/** Lines at either end of a page that may be such. */
const LINES = 3;
/** How far a running head may move from page to page. */
const SHIFT = 4;
/** How many pages on it stands again: left and right pages may have heads of their own. */
const NEXT = 2;

const PAGE_NUMBER =
  /^(?:[-—–－~·\s]*第?\s*\d{1,3}\s*页?[-—–－~·\s]*|第?\s*\d{1,4}\s*页?\s*[,，、/／|共]{1,2}\s*\d{1,4}\s*页?)$/u;

/** The blocks of all pages in one flow, without page numbers and without heads and feet that run through the pages. */
export function flowOf(pages: readonly PageBlocks[]): Block[] {
  const blocks = pages.flatMap((page) => page.blocks);
  const { top, bottom } = around(blocks);
  const margin = (bottom - top) * MARGIN;
  const edges = pages.map((page) => edgeLines(page, top + margin, bottom - margin));
  return pages.flatMap((page, index) => {
    const gone = new Set<Block>(
      (edges[index] ?? []).filter(
        (line) =>
          ((isPageNumber(line) || isAddress(line)) && isApart(line, page)) ||
          runs(line, index, edges),
      ),
    );
    return page.blocks.filter((block) => !gone.has(block));
  });
}

/** Lines at the upper and lower end of a page with no table beyond them, and no heads of one. */
function edgeLines({ blocks }: PageBlocks, upper: number, lower: number): LineBlock[] {
  const first = blocks.slice(0, LINES).filter((block) => block.bottom < upper);
  const last = blocks.slice(-LINES).filter((block) => block.top > lower);
  return [...outer(first), ...outer(last.toReversed())].filter((block) => block.kind === "line");
}

/** Blocks from the edge of a page inwards, up to the first with a label of a form. */
function outer(blocks: readonly Block[]): Block[] {
  const end = blocks.findIndex(
    (block) => block.kind === "line" && block.pieces.some(({ text }) => isKnown(text)),
  );
  return end < 0 ? [...blocks] : blocks.slice(0, end);
}

function wordsOf({ pieces }: LineBlock): string {
  return pieces
    .map(({ text }) => text)
    .join("")
    .replace(/\s+/gu, "")
    .replace(/\d+/gu, "0");
}

function isPageNumber({ pieces }: LineBlock): boolean {
  return PAGE_NUMBER.test(pieces.map(({ text }) => text).join(" "));
}

/** The address of a page and its number, as browsers print them at its foot. */
function isAddress({ pieces: [address, number, ...more] }: LineBlock): boolean {
  if (!address || !/^(?:https?:\/\/|file:\/\/|about:)/iu.test(address.text)) return false;
  return more.length === 0 && (!number || /^\d{1,3}\/\d{1,3}$/u.test(number.text));
}

/** The least room around the number of a page, in parts of the size of its font: a figure between the lines of its label has less. */
const ROOM = 0.5;

function isApart(line: LineBlock, { blocks }: PageBlocks): boolean {
  const room = ROOM * (line.pieces[0]?.size ?? 0);
  return blocks.every(
    (block) => block === line || block.bottom < line.top - room || block.top > line.bottom + room,
  );
}

/** Whether the same words stand at the same place of another page, numbers aside; lines of tables are none. */
function runs(line: LineBlock, index: number, edges: readonly LineBlock[][]): boolean {
  const words = wordsOf(line);
  if (line.pieces.length > 2 || !/\p{Script=Han}/u.test(words) || /[。；]/u.test(words))
    return false;
  // A body that is printed twice has the same sentences at the same places, too.
  return edges.some(
    (lines, other) =>
      other !== index &&
      Math.abs(other - index) <= NEXT &&
      lines.some((one) => Math.abs(one.top - line.top) < SHIFT && wordsOf(one) === words),
  );
}
