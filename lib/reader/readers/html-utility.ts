import {
  type HtmlElement,
  type HtmlTag,
  isCell,
  isElement,
  shownIn,
  wordsOf,
} from "./html-visible.ts";

/** Classes with which the usual frameworks hide words, whose sheets stand in files of their own. */
const HIDING = new Set(
  "sr-only visually-hidden visuallyhidden screen-reader-text hidden d-none hide".split(" "),
);
/** Classes that show such words again, on some screens or once a script has run. */
const SHOWING =
  /^(?:d-(?:sm|md|lg|xl|xxl|print)?-?(?!none)[a-z-]+|visible(?:-.+)?|show|in|active|(?:sm|md|lg|xl|2xl):.+)$/u;

/** Elements between a word of a cell and the cell. */
const MOST_BETWEEN = 8;

/** Whether a usual class hides an element beside other words of a cell: yes, perhaps where another may show it again, or no. */
export function isHiddenByClass(element: HtmlElement): "no" | "perhaps" | "yes" {
  const hides = classHides(element);
  if (hides === "no") return "no";
  const cell = cellAround(element);
  if (!cell) return "no";
  const own = wordsOf(shownIn(element)).trim();
  const isAlone = wordsOf(shownIn(cell)).trim().length <= own.length;
  return isAlone ? "no" : hides;
}

/** Whether a usual class of a tag hides what stands in it, whatever stands beside it. */
export function classHides({ attrs }: HtmlTag): "no" | "perhaps" | "yes" {
  if (attrs.length === 0) return "no";
  const classes = attrs.find(({ name }) => name === "class")?.value.split(/\s+/u) ?? [];
  if (!classes.some((one) => HIDING.has(one))) return "no";
  return classes.some((one) => SHOWING.test(one)) ? "perhaps" : "yes";
}

function cellAround(element: HtmlElement): HtmlElement | null {
  let node = element.parentNode;
  for (let count = 0; node && "tagName" in node && count < MOST_BETWEEN; count++) {
    if (isElement(node) && isCell(node)) return node;
    node = node.parentNode;
  }
  return null;
}
