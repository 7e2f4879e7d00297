import { type HtmlElement, styleOf } from "./html-visible.ts";

const OVERRIDES = /unicode-bidi\s*:\s*(?:isolate-|bidi-)override/iu;
/** Transforms that turn or mirror; not those by nothing, which only make a layer. */
const TRANSFORMS =
  /(?:^|[;\s])transform\s*:[^;]*(?:scale\w*\([^)]*-|rotate3d|rotate[xyz]?\((?!\s*[-+]?0*(?:\.0+)?(?:deg|g?rad|turn)?\s*\))|matrix(?!\(\s*1\s*,\s*0\s*,\s*0\s*,\s*1\s*,))/iu;
const SORTS = /(?:row|column|wrap)-reverse|(?:^|[;\s])(?:float\s*:\s*right|order\s*:\s*-?\d)/iu;
const LEFT_TO_RIGHT = /direction\s*:\s*ltr/iu;

/** How declarations of a style turn figures round, or the pieces of one. */
export function turnsOf(style: string): string[] {
  const isOver = OVERRIDES.test(style) && !LEFT_TO_RIGHT.test(style);
  return [
    ...(isOver || TRANSFORMS.test(style) ? ["turns"] : []),
    ...(SORTS.test(style) ? ["sorts"] : []),
  ];
}

/** A figure as its elements hold it, and whether in more than one piece. */
interface Pieces {
  words: string;
  isInPieces: boolean;
}

/** Whether an element, by itself or by what sheets do with it, shows the digits of a figure in another order. */
export function isTurned(
  element: HtmlElement,
  deeds: readonly string[],
  { words, isInPieces }: Pieces,
): boolean {
  const { tagName, attrs } = element;
  if (!/\d.*\d/su.test(words)) return false;
  const ways = new Set([...deeds, ...turnsOf(styleOf(element))]);
  const isBdo =
    tagName === "bdo" && attrs.some(({ name, value }) => name === "dir" && /rtl/iu.test(value));
  return isBdo || ways.has("turns") || (isInPieces && ways.has("sorts"));
}
