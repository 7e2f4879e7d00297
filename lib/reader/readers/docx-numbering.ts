import { attributeOf, childOf, childrenOf, type Markup } from "../archive/markup.ts";

/** Says the number that Word prints before a paragraph and does not keep in its text; empty where there is none. */
export type Numbering = (properties: Markup | undefined) => string;

interface Level {
  start: number;
  format: string;
  /** `%1、`: the numbers of the levels, and what stands around them. */
  text: string;
}

interface List {
  abstract: string;
  levels: ReadonlyMap<number, Level>;
  /** Levels that begin anew with this list. */
  restarts: ReadonlyMap<number, number>;
}

interface Reference {
  list: string;
  level: number;
}

const DEEPEST_STYLE = 20;

/** Numbers paragraphs in the order in which it is asked for them. */
export function numberingOf(numbering: Markup | null, styles: Markup | null): Numbering {
  const lists = listsOf(numbering ?? undefined);
  const byStyle = new Map(
    childrenOf(styles ?? undefined, "style").map((style) => [valueId(style), style] as const),
  );
  const counters = new Map<string, number[]>();
  const begun = new Set<string>();
  return (properties) => {
    const reference = referenceOf(properties, byStyle);
    const list = reference ? lists.get(reference.list) : undefined;
    if (!reference || !list) return "";
    const counts = counters.get(list.abstract) ?? [];
    counters.set(list.abstract, counts);
    if (!begun.has(reference.list)) {
      begun.add(reference.list);
      for (const [level, start] of list.restarts) counts[level] = start - 1;
    }
    return step(list, counts, reference.level);
  };
}

function step(list: List, counts: number[], level: number): string {
  const here = list.levels.get(level);
  if (!here) return "";
  counts[level] = (counts[level] ?? here.start - 1) + 1;
  counts.length = level + 1;
  if (here.format === "bullet") return "";
  return here.text.replace(/%([1-9])/g, (_, digit: string) => {
    const other = Number(digit) - 1;
    const { format = "decimal", start = 1 } = list.levels.get(other) ?? {};
    return written(counts[other] ?? start, format);
  });
}

function listsOf(numbering: Markup | undefined): Map<string, List> {
  const abstracts = new Map(
    childrenOf(numbering, "abstractNum").map((one) => [
      attributeOf(one, "abstractNumId") ?? "",
      levelsOf(one),
    ]),
  );
  return new Map(
    childrenOf(numbering, "num").map((one) => {
      const abstract = valueIn(one, "abstractNumId") ?? "";
      const restarts = childrenOf(one, "lvlOverride").flatMap((override) => {
        const start = valueIn(override, "startOverride");
        const level = Number(attributeOf(override, "ilvl"));
        return start === undefined ? [] : [[level, Number(start)] as const];
      });
      const levels = abstracts.get(abstract) ?? new Map<number, Level>();
      return [attributeOf(one, "numId") ?? "", { abstract, levels, restarts: new Map(restarts) }];
    }),
  );
}

function levelsOf(abstract: Markup): Map<number, Level> {
  return new Map(
    childrenOf(abstract, "lvl").map((level) => [
      Number(attributeOf(level, "ilvl")),
      {
        start: Number(valueIn(level, "start") ?? 1),
        format: valueIn(level, "numFmt") ?? "decimal",
        text: valueIn(level, "lvlText") ?? "",
      },
    ]),
  );
}

/** The list of a paragraph: its own, else that of its style or of the styles beneath it. */
function referenceOf(
  properties: Markup | undefined,
  styles: ReadonlyMap<string, Markup>,
): Reference | null {
  let holder = properties;
  let level: number | null = null;
  let next = valueIn(properties, "pStyle");
  for (let depth = 0; depth < DEEPEST_STYLE; depth++) {
    const own = childOf(holder, "numPr");
    const printed = valueIn(own, "ilvl");
    if (level === null && printed !== undefined) level = Number(printed);
    const list = valueIn(own, "numId");
    if (list !== undefined) return list === "0" ? null : { list, level: level ?? 0 };
    const style = next === undefined ? undefined : styles.get(next);
    if (!style) return null;
    holder = childOf(style, "pPr");
    next = valueIn(style, "basedOn");
  }
  return null;
}

function valueIn(parent: Markup | undefined, name: string): string | undefined {
  return attributeOf(childOf(parent, name), "val");
}

function valueId(style: Markup): string {
  return attributeOf(style, "styleId") ?? "";
}

const DIGITS = "〇一二三四五六七八九";

function written(count: number, format: string): string {
  if (format.startsWith("decimalEnclosedCircle") && count >= 1 && count <= 20)
    return String.fromCharCode(0x2460 + count - 1);
  const isChinese = /^(?:chinese|taiwanese|japaneseCounting|ideographDigital)/.test(format);
  return isChinese && count < 100 ? inChinese(count) : String(count);
}

function inChinese(count: number): string {
  const tens = Math.floor(count / 10);
  const ones = count % 10 > 0 ? DIGITS.charAt(count % 10) : "";
  if (tens === 0) return DIGITS.charAt(count);
  return `${tens > 1 ? DIGITS.charAt(tens) : ""}十${ones}`;
}
