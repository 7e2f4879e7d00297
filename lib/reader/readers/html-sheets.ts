import {
  elementsOf,
  type HtmlElement,
  type HtmlNode,
  isBlock,
  isCell,
  isElement,
  isHidingStyle,
} from "./html-visible.ts";

/** Ways to hide words that layouts use for blanks too: believed of an element with nothing but text. */
const HIDES_TEXT =
  /(?:^|[;\s])(?:font-size|opacity)\s*:\s*0(?:\.0+)?(?:px|pt|r?em|%)?\s*(?:!important\s*)?(?:;|$)/i;
/** Ways to move words off the page, or to show a square of nothing of them. */
const MOVES_AWAY =
  /(?:^|[;\s])(?:(?:left|top|text-indent)\s*:\s*-\d{3,}|clip\s*:\s*rect\(\s*[01](?:px)?[\s,)])/i;
/** Only `.name`, `#name` and `tag.name`: what other selectors mean takes a browser. */
const NAME = /^[a-z]*([.#][\w-]+)$/iu;

/**
 * Marks as `hidden` what a page's styles hide inside a line: such words stand beside figures as traps or leftovers.
 * Whole blocks and cells are left alone, since pages hide those until a script shows them.
 */
export function markHidden(page: readonly HtmlNode[]): void {
  const elements = elementsOf(page);
  const sheets = elements.filter(({ tagName }) => tagName === "style").flatMap(textsOf);
  const names = new Set(sheets.flatMap(hiddenNames));
  for (const element of elements) {
    if (isBlock(element) || isCell(element)) continue;
    if (isHiddenBy(element, names)) element.attrs.push({ name: "hidden", value: "" });
  }
}

function isHiddenBy({ attrs, childNodes }: HtmlElement, names: ReadonlySet<string>): boolean {
  return attrs.some(({ name, value }) => {
    if (name === "class") return value.split(/\s+/u).some((one) => names.has(`.${one}`));
    if (name === "id") return names.has(`#${value}`);
    return name === "style" && hidesText(value) && !childNodes.some(isElement);
  });
}

/** Whether declarations of a style hide words that stand in an element. */
export function hidesText(style: string): boolean {
  return HIDES_TEXT.test(style) || MOVES_AWAY.test(style);
}

function textsOf({ childNodes }: HtmlElement): string[] {
  return childNodes.flatMap((child) => ("value" in child ? [child.value] : []));
}

/** The classes and ids that a style sheet hides in every medium, as `.name` and `#name`. */
function hiddenNames(sheet: string): string[] {
  return rulesOf(sheet.replace(/\/\*[\s\S]*?(?:\*\/|$)|<!--|-->/gu, "")).flatMap(
    ([selectors, body]) => {
      if (!isHidingStyle(body) && !hidesText(body)) return [];
      return selectors.split(",").flatMap((selector) => NAME.exec(selector.trim())?.[1] ?? []);
    },
  );
}

/** Selectors and bodies of the outermost rules; those for print and other media say nothing of the screen. */
function rulesOf(sheet: string): [selectors: string, body: string][] {
  const rules: [string, string][] = [];
  let depth = 0;
  let from = 0;
  let selectors = "";
  for (let at = 0; at < sheet.length; at++) {
    const sign = sheet[at];
    if (sign === "{" && depth++ === 0) {
      selectors = sheet.slice(from, at).trim();
      from = at + 1;
    } else if (sign === "}" && depth > 0 && --depth === 0) {
      if (!selectors.startsWith("@")) rules.push([selectors, sheet.slice(from, at)]);
      from = at + 1;
    }
  }
  return rules;
}
