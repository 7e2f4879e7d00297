import { type HtmlElement, isHidingStyle } from "./html-visible.ts";

const CONTENT = /(?:^|[;\s])content\s*:([^;]*)/giu;
const NOTHING =
  /^(?:(?:none|normal|unset|initial|inherit|revert(?:-layer)?|no-(?:open|close)-quote)\s*)?$/iu;
/** Blanks, however they are written: they keep room, or clear what floats. */
const BLANKS =
  /^(?:(["'])(?:\\0*(?:9|a|d|20|a0|200[0-9a-d]|3000|feff)(?![0-9a-f])\s?|[\s\u200b-\u200d])*\1\s*)+$/iu;

/** What the declarations of a rule for `::before` or `::after` draw; null where that is nothing, or blanks. */
export function drawnBy(body: string): string | null {
  const all = [...body.matchAll(CONTENT)].map(([, value = ""]) =>
    value.replace(/!\s*important/iu, "").trim(),
  );
  return all.findLast((drawn) => !NOTHING.test(drawn) && !BLANKS.test(drawn)) ?? null;
}

/** How a rule for `::before` or `::after` draws where it is seen. */
export function drawsOf(body: string): string[] {
  const drawn = drawnBy(body);
  return drawn !== null && !isHidingStyle(body) ? [`draws ${drawn}`] : [];
}

/** Words and blanks, but no numeral: a unit behind a figure. */
const HARMLESS =
  /^(["'])(?:(?![一二三四五六七八九十百千万亿零〇])[\p{Script=Han}\s()（）:：])*\1$/u;

/** What narrow screens print before a cell: the label of its column. */
const LABEL = /^(?!\s*无\s*$)[^\d一二三四五六七八九十百千万亿零〇/*—-]*$/u;

/** Whether sheets draw something before or behind an element that may belong to its figure, or be the figure of a cell that has none. */
export function hasFigureDrawn(
  { attrs }: HtmlElement,
  deeds: readonly string[],
  words: string,
): boolean {
  const isAlone = words === "";
  return deeds.some((deed) => {
    const [, drawn] = /^draws (.*)$/su.exec(deed) ?? [];
    if (drawn === undefined) return false;
    const [, attribute] = /^attr\(\s*([\w-]+)\s*\)$/u.exec(drawn) ?? [];
    if (attribute) return attrs.some(({ name, value }) => name === attribute && !LABEL.test(value));
    return isAlone || !HARMLESS.test(drawn);
  });
}
