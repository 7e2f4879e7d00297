import { linesOf, type Range, trimmed } from "./plain.ts";

/** The entries of a metadata block that the reader knows. */
export type FieldName =
  | "title"
  | "indexNumber"
  | "documentNumber"
  | "publisher"
  | "publishedOn"
  | "signedOn";

const LABELS: Readonly<Record<FieldName, string>> = {
  title: "标题|名称|信息名称|文件名称",
  indexNumber: "索引号|信息索引号|索引号码|索引编号|信息索引|索引",
  documentNumber: "文号|发文字号|文件编号|发文文号|文件字号|发文号",
  publisher:
    "发布机构|发布单位|发文机关|发文机构|发文单位|制发机关|制发单位|公开机构|公开机关|公开单位|信息来源|文章来源|稿件来源|来源|发布部门|公开主体|公开责任部门|责任部门|发布者",
  signedOn: "成文日期|成文时间|生成日期|生成时间|形成日期|形成时间|制发日期|签发日期",
  publishedOn:
    "发布日期|发布时间|公开日期|公开时间|公布日期|公布时间|发文日期|发文时间|发稿日期|发稿时间|上网日期|上网时间",
};
const spaced = (words: string) =>
  words
    .split("|")
    .map((word) => Array.from(word).join("\\s{0,4}"))
    .join("|");
/** Labels that a value may follow without anything between, for it begins with a digit. */
const BEFORE_DIGITS = new Set(["indexNumber", "signedOn", "publishedOn"]);
const NO_DIGIT = "(?![^\\S\\n]?\\d)";
const FIELD = new RegExp(
  `(?<=^|[\\s|【\\[])(?:${Object.entries(LABELS)
    .map(
      ([name, words]) => `(?<${name}>${spaced(words)})${BEFORE_DIGITS.has(name) ? "" : NO_DIGIT}`,
    )
    .join(
      "|",
    )})(?:[】\\]]|(?=[^\\S\\n]{0,4}[:|\\t\\n]|[^\\S\\n]{2}|[^\\S\\n]?\\d|$))[^\\S\\n]{0,4}:?[^\\S\\n]{0,4}\\|?`,
  "gmu",
);
const OTHER_LABEL =
  /[|\n\t]|\s\[[\p{Script=Han}\s]{2,6}\]|\s{2,}|\s(?=[\p{Script=Han}\s]{2,6}:)|(?<=\d{2}:\d{2}(?::\d{2})?)\s/u;
const LONGEST_VALUE = 120;
/** Shorter lines below a label are labels themselves, or nothing. */
const SHORTEST_LINE = 4;

/** Reads a metadata block, in cells or after colons; a field printed without a value is absent. */
export function findFields(text: string, front: Range): Map<FieldName, Range> {
  const found = new Map<FieldName, Range>();
  const block = text.slice(front.start, front.end);
  for (const match of block.matchAll(FIELD)) {
    const name = (Object.keys(LABELS) as FieldName[]).find((key) => match.groups?.[key]);
    if (!name || found.has(name)) continue;
    const label = { start: match.index, end: match.index + match[0].length };
    const value = within(name, block, valueAt(name, block, label));
    if (value) found.set(name, { start: front.start + value.start, end: front.start + value.end });
  }
  return found;
}

/** How long a value may be: a whole report may follow it in the same line. */
const ENDS: Readonly<Partial<Record<FieldName, RegExp>>> = {
  indexNumber: /(?<=\S)\s/u,
  documentNumber: /(?<=号)\s/u,
  publisher: /(?<=[\p{Script=Han})])\s(?=.{24}|[-—–]\s?\d{1,3}\s?[-—–]$)/u,
};

function within(name: FieldName, block: string, value: Range | null): Range | null {
  if (!value) return null;
  const end = ENDS[name] ? block.slice(value.start, value.end).search(ENDS[name]) : -1;
  return end < 0 ? value : { start: value.start, end: value.start + end };
}

const DATE = /^\d{4}\s?[-/.年]/u;
/** How the value of a label looks that stands alone in the line above. */
const LOOKS: Readonly<Partial<Record<FieldName, RegExp>>> = {
  indexNumber: /^[A-Za-z\d]/u,
  documentNumber: /\d/u,
  publishedOn: DATE,
  signedOn: DATE,
};

/** The value behind a label: on its line, or where that ends with the label, on the next. */
function valueAt(name: FieldName, block: string, label: Range): Range | null {
  const isAlone = label.start === 0 || block[label.start - 1] === "\n";
  if (block[label.end] !== "\n" || !isAlone) return valueBehind(block, label.end);
  const value = valueBehind(block, label.end + 1);
  const words = value ? block.slice(value.start, value.end) : "";
  // In a list of labels and values, lines with colons of their own are entries.
  const isEntry = words.length >= SHORTEST_LINE && !/^[^\d:]{1,12}:/u.test(words);
  return isEntry && (LOOKS[name]?.test(words) ?? true) ? value : null;
}

function valueBehind(block: string, from: number): Range | null {
  const window = block.slice(from, from + LONGEST_VALUE);
  const lead = /^[^\S\n]*/u.exec(window)?.[0].length ?? 0;
  const stop = window.slice(lead).search(OTHER_LABEL);
  const end = stop < 0 ? window.length : lead + stop;
  const value = trimmed(block, { start: from + lead, end: from + end });
  if (value.end === value.start) return null;
  // A label right after a label: the field between them was left empty.
  const words = block.slice(value.start, value.end);
  return isLabel(words) || BESIDE_FIELDS.test(words) || ANY_LABEL.test(words) ? null : value;
}

const SITE_WORDS =
  "(?:点击|浏览|阅读|访问|人气|作者|编辑|责任编辑|责编|审核|字号|字体|大小|打印|分享)";
/** What a site prints beside the entries of a block: how often the page was read, by whom it was written, how large its letters are. */
const BESIDE_FIELDS = new RegExp(
  `^[【[(]?\\s?(?:${SITE_WORDS}\\p{Script=Han}{0,3}\\s?[:】\\])]|${SITE_WORDS}$)`,
  "u",
);

/** Any other entry of a block: 日期：2024-01-19. */
const ANY_LABEL = /^(?:日期|时间|[\p{Script=Han}\s]{2,4}(?:日期|时间|次数|人员?|单位|机构)):/u;

function isLabel(words: string): boolean {
  const plain = words.replace(/\s+/gu, "").replace(/:.*$/u, "");
  return Object.values(LABELS).some((labels) => labels.split("|").includes(plain));
}

const STAMP =
  /^(?:时间\s{0,3}:\s{0,3})?((?:19|20)\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?)(?:[T\s]\s{0,3}\d{1,2}:\d{2}(?::\d{2})?)?\s{1,9}[【[(]?(?:来源|信息来源|作者|字号|字体|浏览|点击|阅读|访问)/u;

/** A date alone in its line as a site's program prints it. */
const LONE_STAMP =
  /^(?:\[\s{0,3})?((?:19|20)\d{2}[-/]\d{1,2}[-/]\d{1,2})(?:[T\s]\s{0,3}\d{1,2}:\d{2}(?::\d{2})?)?(?:\s{0,3}\])?$/u;
const DATE_LABEL = /(?:日期|时间|期限)\s?:?$/u;

/** The lines in which a date may stand alone: not the value of a field, nor below the label of one that is not known. */
export function freeLines(text: string, front: Range, fields: Iterable<Range>): Range[] {
  const taken = [...fields];
  return linesOf(text, front)
    .slice(0, NUMBER_LINES)
    .filter(({ start, end }, index, lines) => {
      const above = lines[index - 1];
      const isValue = above && DATE_LABEL.test(text.slice(above.start, above.end));
      return !isValue && !taken.some((field) => field.start <= start && end <= field.end);
    });
}

/** Whether a line is a date as programs of sites print it. */
export function isStamp(words: string): boolean {
  return LONE_STAMP.test(words);
}

/** A date behind a word that is no label of a block. */
const SAID_DATE =
  /(?<=^|\s)(?<!(?:统计|截止|期限)\s{0,3})(?:(?:日期|时间)\s{0,3}:|(?:发布|发表)于)\s{0,3}((?:19|20)\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?)(?=\s|$)(?!\s{0,3}(?:至|到|起|止|[-—–~]))/u;

/** The date that a site prints without a label before 来源 and the like, or says by itself. */
export function findStamp(text: string, lines: readonly Range[]): Range | null {
  for (const { start, end } of lines) {
    const words = text.slice(start, end);
    const date = (STAMP.exec(words) ?? SAID_DATE.exec(words) ?? LONE_STAMP.exec(words))?.[1];
    if (!date) continue;
    const from = start + words.indexOf(date);
    return { start: from, end: from + date.length };
  }
  return null;
}

const NUMBER =
  /(?<=^\(?)[\p{Script=Han}A-Z]{2,20}\s?[〔[(【〈《]\s?(?:19|20)\d{2}\s?[〕\])】〉》]\s?第?\s?\d{1,4}\s?号(?=\)?$)/u;
const NUMBER_LINES = 40;

/** A document number on a line of its own (元政办发〔2024〕3号), in any brackets; those that prose cites are not the report's. */
export function findDocumentNumber(text: string, front: Range): Range | null {
  for (const { start, end } of linesOf(text, front).slice(0, NUMBER_LINES)) {
    const match = NUMBER.exec(text.slice(start, end));
    if (match) return { start: start + match.index, end: start + match.index + match[0].length };
  }
  return null;
}
