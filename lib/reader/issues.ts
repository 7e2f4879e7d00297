import type { Issue, Severity } from "#lib/checks/issue.ts";
import type { SectionKey } from "#lib/editions/content.ts";
import type { Text } from "#lib/editions/edition.ts";
import type { Doubt } from "./tables/doubt.ts";

/** What the reader wants people to know; it never changes what was read. */
export function readIssue(
  code: string,
  message: Text,
  about: { cells?: string[]; section?: SectionKey; line?: string; severity?: Severity } = {},
): Issue {
  const rule = `read.${code}`;
  return {
    rule,
    instance: [rule, about.section, about.line].filter(Boolean).join("."),
    outcome: "cannot-tell",
    severity: about.severity ?? "warning",
    cells: about.cells ?? [],
    ...(about.section ? { section: about.section } : {}),
    formula: null,
    message,
  };
}

type Wording = (words: string) => Text;

const WORDINGS: Readonly<Record<Doubt["code"], Wording>> = {
  heads: (words) => ({
    zh: `表头“${words}”与格式不符，下面的数字没有读取。`,
    en: `The heads “${words}” do not fit the form; the figures below them were not read.`,
  }),
  rowLength: (words) => ({
    zh: `“${words}”一行的单元格数与表头不一致，这一行没有读取。`,
    en: `The row “${words}” does not have as many cells as there are heads; it was not read.`,
  }),
  unknownRow: (words) => ({
    zh: `格式中没有“${words}”这一行，其数字没有读取。`,
    en: `The form has no row “${words}”; its figures were not read.`,
  }),
  unknownColumn: (words) => ({
    zh: `表头“${words}”中有格式没有的列，该列没有读取。`,
    en: `Among the heads “${words}” is a column that the form does not have; it was not read.`,
  }),
  cutHead: (words) => ({
    zh: `表头“${words}”不完整，按其在表中的位置认定。`,
    en: `The heads “${words}” are cut off; their places among the others tell them apart.`,
  }),
  conflict: (words) => ({
    zh: `“${words}”一行出现两次而数字不同，两次都没有采用。`,
    en: `The row “${words}” is printed twice with different figures; neither was taken.`,
  }),
  repeatedRow: (words) => ({
    zh: `“${words}”一行重复出现，数字相同，只计一次。`,
    en: `The row “${words}” is printed twice with the same figures; it was taken once.`,
  }),
  remark: (words) => ({
    zh: `“${words}”只取数字，括号内的说明保留在原文中。`,
    en: `Of “${words}” only the number was taken; the remark stays in the original.`,
  }),
};

const NOTES: ReadonlySet<Doubt["code"]> = new Set(["cutHead", "repeatedRow", "remark"]);

/** A doubt about a table as an issue. */
export function doubtIssue({ code, row, cells, words }: Doubt): Issue {
  const shown = words.length > 60 ? `${words.slice(0, 60)}…` : words;
  return readIssue(code, WORDINGS[code](shown), {
    cells,
    line: row?.key ?? shown.slice(0, 20),
    severity: NOTES.has(code) ? "note" : "warning",
  });
}
