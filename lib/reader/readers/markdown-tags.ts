import { hidesText } from "./html-sheets.ts";
import { classHides } from "./html-utility.ts";
import { type HtmlTag, isBlock, isHidden, standsApart } from "./html-visible.ts";

/** The mark around what is struck out. */
export const STRUCK = "~~";

/** What hides the words behind it: a tag, or the mark that strikes them out. */
export interface Hiding {
  name: string;
  /** How many of them are open, one in another. */
  depth: number;
  /** Where the mark stands, and from where on it is read again where it is never closed. */
  start: number;
  end: number;
  from: number;
}

/** What is believed to hide what follows it: everything that may, all but the classes of usual frameworks, or nothing. */
export type Believed = "all" | "no-class" | "nothing";

/** What a mark begins to hide; null where it hides nothing. */
export function hidingBy(
  { text, believed }: { text: string; believed: Believed },
  mark: string,
  start: number,
): Hiding | null {
  if (believed === "nothing") return null;
  const end = start + mark.length;
  if (mark === STRUCK)
    return /\S/u.test(text[end] ?? " ")
      ? { name: STRUCK, depth: 1, start, end, from: start }
      : null;
  const tag = tagOf(mark);
  if (!tag || tag.isEnd || tag.isVoid) return null;
  const isUnseen =
    isHidden(tag) ||
    (believed === "all" && !isBlock(tag) && classHides(tag) === "yes") ||
    tag.attrs.some(({ name, value }) => name === "style" && hidesText(value));
  return isUnseen ? { name: tag.tagName, depth: 1, start, end, from: end } : null;
}

/** Whether a mark ends what hides the words before it; counts those in between. */
export function closes(hiding: Hiding, mark: string): boolean {
  if (hiding.name === STRUCK) return mark === STRUCK;
  const tag = tagOf(mark);
  if (tag?.tagName === hiding.name && !tag.isVoid) hiding.depth += tag.isEnd ? -1 : 1;
  return hiding.depth === 0;
}

/** Whether a link is the mark of a note. */
export function isNoteLink(words: string, place: string): boolean {
  return /^[^\p{L}]{1,6}$/u.test(words) && place.includes("#");
}

/** The tags of a stretch, one after the other. */
export class MarkdownTags {
  private readonly open = new Map<string, number>();

  /** Whether what stands behind a tag may be no part of what stands before it. */
  isApart(mark: string): boolean {
    const tag = tagOf(mark);
    if (!tag) return false;
    if (isBlock(tag)) return true;
    const { tagName, isEnd } = tag;
    const count = this.open.get(tagName) ?? 0;
    if (isEnd && count > 0) this.open.set(tagName, count - 1);
    if (isEnd) return count > 0;
    const isOpening = standsApart(tag) || classHides(tag) !== "no";
    if (isOpening || count > 0) this.open.set(tagName, count + 1);
    return isOpening;
  }
}

interface MarkdownTag extends HtmlTag {
  isEnd: boolean;
  /** Whether nothing can stand in it. */
  isVoid: boolean;
}

const TAG = /^<(\/?)([a-z][a-z\d]*)([^<>]*?)(\/?)>$/iu;
const ATTRIBUTE = /([a-z-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/giu;

function tagOf(mark: string): MarkdownTag | null {
  const match = TAG.exec(mark);
  if (!match) return null;
  const [, end, name = "", written = "", slash] = match;
  const tagName = name.toLowerCase();
  const attrs = Array.from(
    written === "" ? [] : written.matchAll(ATTRIBUTE),
    ([, key = "", double, single, bare]) => {
      return { name: key.toLowerCase(), value: double ?? single ?? bare ?? "" };
    },
  );
  const isVoid = slash === "/" || /^(?:img|input|hr|br|wbr)$/u.test(tagName);
  return { tagName, attrs, isEnd: end === "/", isVoid };
}
