import { rulesOf } from "./html-style-rules.ts";
import { elementsOf, type HtmlElement, type HtmlNode } from "./html-visible.ts";

/** More, or longer ones, are not followed. */
const [MOST, LONGEST] = [2000, 200];
/** Values that hold values. */
const DEEPEST = 4;
const SET = /(?:^|[;\s])(--[\w-]{1,80})\s*:([^;]{0,200})/gu;
const USED = /var\(\s{0,9}(--[\w-]{1,80})\s{0,9}(?:,([^()]{0,100}))?\)/gu;
/** What values for a whole page are set on. */
const WHOLE = /^(?::root|html|body|\*)$/iu;

/** Writes the values of `var(--name)` into the styles of a page, where one value is set for all of it. */
export function writeVariables(page: readonly HtmlNode[]): void {
  const elements = elementsOf(page);
  const sheets = elements.flatMap(sheetOf);
  if (!sheets.some(({ value }) => value.includes("--"))) return;
  const inStyles = elements.flatMap(({ attrs }) =>
    attrs.flatMap(({ name, value }) => (name === "style" && value.includes("--") ? [value] : [])),
  );
  const values = valuesIn(
    sheets.map(({ value }) => value),
    inStyles,
  );
  // What grows without end is no page that anybody wrote.
  const room = { left: MOST * LONGEST };
  for (const sheet of sheets) sheet.value = written(sheet.value, values, room);
  for (const { attrs } of elements)
    for (const attribute of attrs)
      if (attribute.name === "style") attribute.value = written(attribute.value, values, room);
}

/** The texts of a style sheet. */
function sheetOf({ tagName, childNodes }: HtmlElement) {
  return tagName === "style" ? childNodes.flatMap((one) => ("value" in one ? [one] : [])) : [];
}

/** What each name stands for that is set for the whole page and nowhere else: nearer ones may be set on what uses it. */
function valuesIn(
  sheets: readonly string[],
  styles: readonly string[],
): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  const isOpen = new Set<string>();
  for (const { selectors, body, isSure } of sheets.flatMap(rulesOf)) {
    const isWhole = isSure && selectors.split(",", 9).every((one) => WHOLE.test(one.trim()));
    for (const [, name = "", value = ""] of body.matchAll(SET)) {
      if (values.size + isOpen.size >= MOST) return new Map();
      const isAgain = values.has(name) && values.get(name) !== value.trim();
      if (isWhole && !isAgain) values.set(name, value.trim());
      else isOpen.add(name);
    }
  }
  for (const style of styles) for (const [, name = ""] of style.matchAll(SET)) isOpen.add(name);
  return new Map([...values].filter(([name]) => !isOpen.has(name)));
}

function written(
  style: string,
  values: ReadonlyMap<string, string>,
  room: { left: number },
): string {
  let text = style;
  for (let depth = 0; depth < DEEPEST && text.includes("var("); depth++)
    text = text.replace(USED, (use, name: string, otherwise?: string) => {
      const value = values.get(name) ?? otherwise ?? use;
      room.left -= value.length;
      return room.left > 0 ? value : use;
    });
  return text;
}
