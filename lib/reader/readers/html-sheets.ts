import { drawnBy } from "./html-drawn.ts";
import { SheetRules } from "./html-rules.ts";
import { isForDesktop } from "./html-style-rules.ts";
import { isHiddenByClass } from "./html-utility.ts";
import {
  elementsOf,
  type HtmlElement,
  type HtmlNode,
  isBlock,
  isCell,
  isElement,
  isHidingStyle,
  isRaisingStyle,
} from "./html-visible.ts";

/** Ways to hide words that layouts use for blanks too: believed of an element with nothing but text. */
const HIDES_TEXT =
  /(?:^|[;\s])(?:font-size|opacity)\s*:\s*0(?:\.0+)?(?:px|pt|r?em|%)?\s*(?:!important\s*)?(?:;|$)/i;
/** Ways to move words off the page, or to show a square of nothing of them. */
const MOVES_AWAY =
  /(?:^|[;\s])(?:(?:left|top|text-indent)\s*:\s*-\d{3,}|clip\s*:\s*rect\(\s*[01](?:px)?[\s,)])/i;
/** Ways to show an element that other rules hide. */
export const SHOWS = /display\s*:\s*(?!none)[a-z]|visibility\s*:\s*visible/i;

/** Set on elements in which a style sheet draws something. */
export const DRAWN = "data-drawn";
/** What a mark of a note would say of itself. */
const APART = { name: "style", value: "vertical-align:super" };

/** What rules do with the elements they speak of. */
type Deed = "hides" | "raises" | "shows" | "draws";
const MOVES = ["hides", "raises", "shows"] as const;

/**
 * Marks as `hidden` what a page's styles hide inside a line: such words stand beside figures as traps or leftovers; what
 * they raise, or may hide, stands apart. Whole blocks and cells are left alone, since pages hide those until a script shows
 * them.
 */
export function markHidden(page: readonly HtmlNode[]): void {
  const elements = elementsOf(page);
  const rules = new SheetRules<Deed>(sheetsIn(elements), elements, {
    of: deedsOf,
    beyond: "hides",
  });
  for (const element of elements) {
    if (isBlock(element) || isCell(element)) continue;
    const deeds = rules.deedsOn(element);
    const [hides, raises, shows] = MOVES.map((deed) => deeds.get(deed) ?? "no");
    const byClass = isHiddenByClass(element);
    const isSure = (hides === "yes" || byClass === "yes") && shows === "no";
    if (isSure || isHiddenByStyle(element)) element.attrs.push({ name: "hidden", value: "" });
    else if ([hides, byClass, raises].some((one) => one !== "no")) element.attrs.push(APART);
    if (deeds.has("draws")) element.attrs.push({ name: DRAWN, value: "" });
  }
}

function isHiddenByStyle({ attrs, childNodes }: HtmlElement): boolean {
  return attrs.some(
    ({ name, value }) => name === "style" && hidesText(value) && !childNodes.some(isElement),
  );
}

/** Whether declarations of a style hide words that stand in an element. */
export function hidesText(style: string): boolean {
  return HIDES_TEXT.test(style) || MOVES_AWAY.test(style);
}

/** The style sheets for a screen that stand in a page itself, in their order. */
export function sheetsIn(elements: readonly HtmlElement[]): string[] {
  const sheets = elements.filter(
    ({ tagName, attrs }) =>
      tagName === "style" &&
      attrs.every(({ name, value }) => name !== "media" || isForDesktop(value)),
  );
  return sheets.map((sheet) => textsOf(sheet).join("")).reverse();
}

function textsOf({ childNodes }: HtmlElement): string[] {
  return childNodes.flatMap((child) => ("value" in child ? [child.value] : []));
}

function deedsOf(body: string, isPseudo: boolean): Deed[] {
  if (isPseudo) return drawnBy(body) !== null ? ["draws"] : [];
  if (isHidingStyle(body) || hidesText(body)) return ["hides"];
  if (isRaisingStyle(body)) return ["raises"];
  return SHOWS.test(body) ? ["shows"] : [];
}
