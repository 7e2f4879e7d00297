import type { DefaultTreeAdapterTypes } from "parse5";
import { type HtmlElement, isBlock, isCell } from "./html-visible.ts";

type Text = DefaultTreeAdapterTypes.TextNode;

/** Elements that editors cut words into without a meaning of their own. */
const PLAIN: ReadonlySet<string> = new Set([
  "span",
  "font",
  "b",
  "strong",
  "u",
  "bdi",
  "label",
  "a",
]);
/** What of a style makes two pieces of one figure look like two things. */
const LOOK =
  /(?:^|;)\s*((?:font-size|color|float|direction|unicode-bidi|display|opacity|visibility|text-decoration|background(?:-color)?)\s*:[^;]*)/giu;
const ATTRIBUTES: ReadonlySet<string> = new Set([
  ...["class", "size", "color", "dir", "name", "hidden", "aria-hidden"],
]);
/** Elements around a piece that are looked at. */
const MOST = 8;

/** Parts digits that touch and do not look alike: a figure and the mark of a note, or one figure for each kind of screen. */
export function unlikeApart(nodes: readonly (Text | null)[]): (Text | null)[] {
  return nodes.flatMap((node, index) => {
    const next = nodes[index + 1];
    const touch = node && next && /\d\s*$/u.test(node.value) && /^\s*\d/u.test(next.value);
    return touch && lookOf(node) !== lookOf(next) ? [node, null] : [node];
  });
}

/** How a piece looks, by the elements around it as far as its cell. */
function lookOf(text: Text): string {
  const looks: string[] = [];
  let node: DefaultTreeAdapterTypes.ParentNode | null = text.parentNode;
  for (let count = 0; count < MOST && node && "tagName" in node; count++) {
    if (isCell(node) || isBlock(node)) break;
    looks.push(ownLook(node));
    node = node.parentNode;
  }
  return looks.join("");
}

function ownLook({ tagName, attrs }: HtmlElement): string {
  const own = attrs.flatMap(({ name, value }) => {
    if (name === "style") return Array.from(value.matchAll(LOOK), ([, look = ""]) => tidy(look));
    // Word names the paragraph's own style in every piece.
    const isOfWord = name === "class" && /^Mso/u.test(value);
    return ATTRIBUTES.has(name) && !isOfWord ? [`${name}=${tidy(value)}`] : [];
  });
  const tag = PLAIN.has(tagName) || tagName.includes(":") ? "" : tagName;
  return `${tag} ${own.sort().join(";")}`.trim();
}

const tidy = (words: string) => words.toLowerCase().replace(/\s+/gu, "");
