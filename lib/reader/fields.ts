import { linesOf, type Range, trimmed } from "./plain.ts";

/** The entries of a metadata block that the reader knows. */
export type FieldName = "title" | "indexNumber" | "documentNumber" | "publisher" | "publishedOn";

const LABELS: Readonly<Record<FieldName, string>> = {
  title: "标题|名称|信息名称|文件名称",
  indexNumber: "索引号|信息索引号|索引号码",
  documentNumber: "文号|发文字号|文件编号|发文文号",
  publisher: "发布机构|发布单位|发文机关|发文单位|公开机构|公开单位|信息来源|来源|发布部门",
  publishedOn: "发布日期|发布时间|公开日期|公开时间|发文日期",
};
const spaced = (words: string) =>
  words
    .split("|")
    .map((word) => Array.from(word).join("\\s{0,4}"))
    .join("|");
const FIELD = new RegExp(
  `(?<=^|[\\s|【\\[])(?:${Object.entries(LABELS)
    .map(([name, words]) => `(?<${name}>${spaced(words)})`)
    .join("|")})[】\\]]?\\s{0,4}(?:[:|]|$)`,
  "gmu",
);
const OTHER_LABEL = /[|\n]|\s{2,}|\s(?=[\p{Script=Han}\s]{2,6}:)|(?<=\d{2}:\d{2}(?::\d{2})?)\s/u;
const LONGEST_VALUE = 120;

/** Reads a metadata block, in cells or after colons; a field printed without a value is absent. */
export function findFields(text: string, front: Range): Map<FieldName, Range> {
  const found = new Map<FieldName, Range>();
  const block = text.slice(front.start, front.end);
  for (const match of block.matchAll(FIELD)) {
    const name = (Object.keys(LABELS) as FieldName[]).find((key) => match.groups?.[key]);
    if (!name || found.has(name)) continue;
    const from = match.index + match[0].length;
    const value = valueAt(block, from);
    if (value) found.set(name, { start: front.start + value.start, end: front.start + value.end });
  }
  return found;
}

function valueAt(block: string, from: number): Range | null {
  const window = block.slice(from, from + LONGEST_VALUE);
  const lead = /^[^\S\n]*/u.exec(window)?.[0].length ?? 0;
  const stop = window.slice(lead).search(OTHER_LABEL);
  const end = stop < 0 ? window.length : lead + stop;
  const value = trimmed(block, { start: from + lead, end: from + end });
  if (value.end === value.start) return null;
  // A label right after a label: the field between them was left empty.
  return isLabel(block.slice(value.start, value.end)) ? null : value;
}

function isLabel(words: string): boolean {
  const plain = words.replace(/\s+/gu, "").replace(/:.*$/u, "");
  return Object.values(LABELS).some((labels) => labels.split("|").includes(plain));
}

const TITLE = /信息公开.{0,8}(?:年度报告|年报)(?:\(.{0,20}\))?$/u;
const YEAR = /(?:\d{4}|[一二〇○零O]{2}[一二三四五六七八九〇○零O]{2})\s?年/u;
const LONGEST_TITLE = 70;

/** The line that is the title of a report, with the line above it where the agency stands there; null where none is printed. */
export function findTitle(text: string, front: Range): Range[] | null {
  const lines = linesOf(text, front).slice(0, 400);
  const titles = lines.flatMap((line, index) => {
    const words = text.slice(line.start, line.end);
    const isTitle = words.length <= LONGEST_TITLE && TITLE.test(words) && !/[。,;|:]/u.test(words);
    return isTitle ? [{ line, index, words }] : [];
  });
  const title = titles.find(({ words }) => YEAR.test(words)) ?? titles[0];
  if (!title) return null;
  const above = lines
    .slice(Math.max(0, title.index - 3), title.index)
    .findLast(({ start, end }) => /\p{Script=Han}/u.test(text.slice(start, end)));
  const startsWithYear = /^\s*(?:关于)?\d{4}/u.test(title.words);
  const hasAgency = agencyInTitle(title.words) !== null;
  const hasYear = YEAR.test(title.words);
  if (!hasYear && !hasAgency) return null;
  if (!above || hasAgency || !startsWithYear) return [title.line];
  const words = text.slice(above.start, above.end);
  return /[。,;:|]/u.test(words) || words.length > 40 ? [title.line] : [above, title.line];
}

/** The agency a title names: before the year, or between the year and 政府信息公开. */
export function agencyInTitle(title: string): string | null {
  const match =
    /^(?:关于)?(.*?)(?:关于)?(?:\d{4}|[一二〇○零O]{2}[一二三四五六七八九〇○零O]{2})\s?年度?(.*?)(?:政府)?信息公开/u.exec(
      title.trim(),
    );
  const [, before = "", after = ""] = match ?? [];
  const name = (before.trim() || after.trim()).replace(/(?:的|《)$/u, "").replace(/^《/u, "");
  return name.length >= 2 ? name : null;
}
