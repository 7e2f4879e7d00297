import type { Candidate, Issue, Severity } from "#lib/checks/issue.ts";
import type { SectionKey } from "#lib/editions/content.ts";
import { counted } from "#lib/editions/counted.ts";
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

type Wording = (words: string, doubt: Doubt) => Text;

/** Ways to read glued figures that a sentence names; an issue carries more of them. */
export const WAYS_IN_SENTENCE = 4;

/** The ways to cut glued figures, as far as a sentence holds them. */
function ways({ candidates = [], hasMore }: Doubt): { list: Text; zh: string; en: string } {
  const shown = candidates
    .slice(0, WAYS_IN_SENTENCE)
    .map((candidate) => cellsOf(candidate).join(" | "));
  const count = candidates.length;
  const isCut = candidates.length > WAYS_IN_SENTENCE || hasMore;
  return {
    list: { zh: shown.join("；"), en: shown.join("; ") },
    zh: `${hasMore ? `${count} 种以上` : `${count} 种`}读法${isCut ? "，如" : "："}`,
    en: `${hasMore ? `there are more than ${count} ways` : count === 1 ? "there is 1 way" : `there are ${count} ways`}${isCut ? ", such as" : ":"} `,
  };
}

function cellsOf(candidate: Candidate): string[] {
  return Object.values(candidate).map((raw) => raw || "□");
}

const WORDINGS: Readonly<Record<Doubt["code"], Wording>> = {
  heads: (words, { row }) =>
    words === ""
      ? {
          zh: `没有读到表格的表头${row ? `（“${row.label.zh}”一行起）` : ""}，其中的数字没有读取。`,
          en: `The heads of a table were not found${row ? ` (from the row “${row.label.en}” on)` : ""}; its figures were not read.`,
        }
      : {
          zh: `表头“${words}”与格式不符，下面的数字没有读取。`,
          en: `The heads “${words}” do not fit the form; the figures below them were not read.`,
        },
  rowLength: (words) => ({
    zh: `“${words}”一行的单元格数与表头不一致，这一行没有读取。`,
    en: `The row “${words}” does not have as many cells as there are heads; it was not read.`,
  }),
  headsOpen: (words) => ({
    zh: `表头“${words}”分行排列，看不出各列的先后，按格式的次序读取；各列整体错位时勾稽关系也会成立，请逐格核对。`,
    en: `The heads “${words}” stand in lines that leave the order of their columns open: the form's order was taken. Sums hold as well where columns have changed places; check each figure.`,
  }),
  turned: (_words, { column }) => ({
    zh: `表中各行等于其余各列之和的是“${column?.label.zh}”一列，而不是总计，各列可能错位，请逐格核对。`,
    en: `In the rows of the table the column read as “${column?.label.en}”, not the total, is the sum of all others: columns may have changed places. Check each figure.`,
  }),
  lostHead: (words) => ({
    zh: `“${words}”一行的表头缺少格式中的列，数字可能错位，请逐格核对。`,
    en: `Among the heads over the row “${words}” one of the form is missing: its figures may stand in the wrong columns. Check each of them.`,
  }),
  furtherLine: (words) => ({
    zh: `表中不止一行数字（另一行前有“${words}”字样），读取的是第一行，可能是别的年度，请核对。`,
    en: `The table has more than one line of figures (another after “${words}”); the first was read, which may be that of another year. Please check.`,
  }),
  headsAgain: (words) => ({
    zh: `“${words}”的表头印了不止一次，后一次下面没有数字，读取的是前一张表，可能是上年的数字，请核对。`,
    en: `The heads of “${words}” are printed more than once, with no figures below the last: what was read stands in the table before, which may be that of another year. Please check.`,
  }),
  readAgain: (words) => ({
    zh: `“${words}”的表格不止印了一次：前一次折行排列，没有读到；读取的是后一次，可能是其他年度或范围的数字，请核对。`,
    en: `The table “${words}” is printed more than once. The first time it is broken over lines and was not read: what was read stands in the one after it, which may be that of another year or of other organs. Please check.`,
  }),
  unevenRows: (words) => ({
    zh: `“${words}”一行的单元格数与表头一致，但同一表中多数行不一致，可能只是巧合、数字错位，请逐格核对。`,
    en: `The row “${words}” has as many cells as there are heads, but most rows of its table do not: it may fit by chance, its figures in the wrong columns. Check each of them.`,
  }),
  loneFigure: (words, { row }) => ({
    zh: `“${row?.label.zh}”一行只有第一格有数字（${words}），其余各格空白，可能是几个数字连在一起，请核对。`,
    en: `In the row “${row?.label.en}” only the first cell has a figure (${words}) and the others are blank: it may be several figures printed without gaps. Please check.`,
  }),
  noteFigure: (words) => ({
    zh: `“${words}”中的数字紧接行名，旁边的单元格可能是空的：它可能是注释的标号，而不是这一行的数字，请核对。`,
    en: `In “${words}” the figure touches the label, and the cell beside it may be blank: it may be the mark of a note and no figure of the row. Please check.`,
  }),
  remarkFor: (words, { row }) => ({
    zh: `“${row?.label.zh}”一行的最后一格是“${words}”，可能是备注而不是总计：该行可能缺一个数字、其后的数字左移了一格，请逐格核对。`,
    en: `The last cell of the row “${row?.label.en}” says “${words}”, which may be a remark: a figure may be missing, and those after it may stand one cell too early. Check each of them.`,
  }),
  brokenRow: (words, { row }) => ({
    zh: `“${row?.label.zh}”的行名折到了下一行（“${words}”），下一行也有数字：同一格的数字可能折成了两行，读取的只是前一半，请逐格核对。`,
    en: `The label “${row?.label.en}” goes on in the next line (“${words}”), which has figures too: figures may be broken over both lines and only their first halves were read. Check each of them.`,
  }),
  twoLines: (words, { row }) => ({
    zh: `“${row?.label.zh}”一行的数字（${words}）分在两行，且各格之和与总计不符，可能有数字被折成两段，请逐格核对。`,
    en: `The figures of the row “${row?.label.en}” (${words}) stand in two lines and do not add up: some may be broken in two. Check each of them.`,
  }),
  loneNone: (words, { row }) => ({
    zh: `“${row?.label.zh}”一行只有一格印有“${words}”，其余各格空白，原表可能把整行合并为一格、指的是各格均为此值，请核对。`,
    en: `In the row “${row?.label.en}” one cell says “${words}” and the others are blank: it may stand for all of them, merged into one. Please check.`,
  }),
  parted: (words, { row, cells, found = 0 }) => ({
    zh: `从“${row?.label.zh}”起，行名与数字分开排列：应有 ${cells.length} 个数字，找到 ${found} 个（${words}${found > words.split(" ").length ? "……" : ""}），勾稽关系不能证实哪个数字属于哪一格，没有读取。`,
    en: `From “${row?.label.en}” on, labels and figures stand apart: ${counted(cells.length, "figure is", "figures are")} due, ${counted(found, "was", "were")} found (${words}${found > words.split(" ").length ? " …" : ""}); the sums do not confirm which belongs where, so they were not read.`,
  }),
  partedOrder: (words) => ({
    zh: `“${words}”一行的数字与行名分开排列，勾稽关系不足以证实其归属，按排列顺序读取，请逐格核对。`,
    en: `The figures of the row “${words}” stand apart from its label and the sums do not prove whose they are: they were dealt out in the order printed. Check each of them.`,
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
    zh: `表头“${words}”不完整或有误字，按其在表中的位置认定。`,
    en: `The heads “${words}” are cut off or misspelt; their places among the others tell them apart.`,
  }),
  sharedLabel: (words) => ({
    zh: `“${words}”是两行的名称印在了一起，数字可能属于其中任何一行，请核对。`,
    en: `“${words}” are the labels of two rows printed as one: the figures may belong to either. Please check.`,
  }),
  conflict: (words) => ({
    zh: `“${words}”一行出现两次而数字不同，两次都没有采用。`,
    en: `The row “${words}” is printed twice with different figures; neither was taken.`,
  }),
  repeatedRow: (words) => ({
    zh: `“${words}”一行重复出现，数字相同，只计一次。`,
    en: `The row “${words}” is printed twice with the same figures; it was taken once.`,
  }),
  otherEdition: (words) => ({
    zh: `表头“${words}”属于另一版本的格式，下面的数字没有读取。`,
    en: `The heads “${words}” are those of another edition of the form; the figures below them were not read.`,
  }),
  unequalColumns: (words) => ({
    zh: `“${words}”一行有一列印了两次而数字不同，两次都没有采用。`,
    en: `In the row “${words}” a column is printed twice with different figures; neither was taken.`,
  }),
  glued: (words, doubt) => ({
    zh: `“${words}”中的数字连在一起，${doubt.isByYears ? "与上下年度的年报对照，" : ""}只有一种分法成立：${ways(doubt).list.zh}。`,
    en: `The figures “${words}” are printed without gaps; by ${doubt.isByYears ? "the reports on the years before and after" : "their digits and the form's sums"} there is only one way to part them: ${ways(doubt).list.en}.`,
  }),
  gluedOpen: (words, doubt) => {
    const { list, zh, en } = ways(doubt);
    return {
      zh: `“${words}”中的数字连在一起，无法确定如何分开，没有读取；有 ${zh}${list.zh}。`,
      en: `The figures “${words}” are printed without gaps and cannot be told apart with certainty, so they were not read; ${en}${list.en}.`,
    };
  },
  unlabelled: (words) => ({
    zh: `“${words}”附近有一行没有行名，按位置和勾稽关系认定为这一行。`,
    en: `Near “${words}” a row is printed without its label; its place and every sum it stands in say that it is this row.`,
  }),
  unlabelledOpen: (words) => ({
    zh: `“${words}”附近有一行没有行名，勾稽关系不能证实是哪一行，没有读取。`,
    en: `Near “${words}” a row is printed without its label, and the sums do not confirm which it is; it was not read.`,
  }),
  shifted: (words, { row }) => ({
    zh: `“${row?.label.zh}”一行（${words}）的总计是空的，可能漏印了一个数字、其后的数字左移了一格，请逐格核对。`,
    en: `In the row “${row?.label.en}” (${words}) the total is blank: a figure may be missing, and those after it may stand one cell too early. Check each of them.`,
  }),
  late: (words, { row }) => ({
    zh: `“${row?.label.zh}”一行（${words}）的首格是空的，总计又小于前面各格之和，各数可能右移了一格，请逐格核对。`,
    en: `In the row “${row?.label.en}” (${words}) the first cell is blank and the total is less than its parts: the figures may stand one cell too late. Check each of them.`,
  }),
  lateToo: (words, { row }) => ({
    zh: `“${row?.label.zh}”一行（${words}）的首格是空的，同表有几行首格空着而总计小于前面各格之和，本行各数也可能右移了一格，请逐格核对。`,
    en: `In the row “${row?.label.en}” (${words}) the first cell is blank, and so it is in rows of the table whose total is less than their parts: these figures too may stand one cell too late. Check each of them.`,
  }),
  loneTotal: (words, { row }) => ({
    zh: `只有“${row?.label.zh}”一行（${words}）印有总计，同表其他各行都没有，而且与该行各数之和不符，可能多印了一个数字、其后的数字右移了一格，请逐格核对。`,
    en: `Only the row “${row?.label.en}” (${words}) prints a total; all others of its table have none, and it is not the sum of the row: there may be a figure too many, and those after it may stand one cell too late. Check each of them.`,
  }),
  copied: (words, { row }) => ({
    zh: `“${row?.label.zh}”一行各格都是“${words}”，可能是合并单元格里连写的几个数字，请对照原件核对。`,
    en: `Every cell of the row “${row?.label.en}” says “${words}”: these may be the figures of a merged cell, printed without gaps. Compare them with the original.`,
  }),
  loneGroup: (words, { row }) => ({
    zh: `“${row?.label.zh}”一行有数字（${words}），其下的分项却没有印全，这些数字可能属于缺行名的分项，请核对。`,
    en: `The row “${row?.label.en}” has figures (${words}) while its parts are not all printed: they may be those of a part whose label is missing. Please check.`,
  }),
  moneyUnit: (words) => ({
    zh: `“${words}”所印的金额单位既不是元，也不是万元，或者前后不一，数字按原样读取，单位请核对。`,
    en: `“${words}” prints a unit that is neither yuan nor 10,000 yuan, or two that differ: the amount was taken as printed. Check its unit.`,
  }),
  noMoneyUnit: (words, { row }) => ({
    zh: `“${row?.label.zh}”的金额（${words}）很大而没有印出单位，按格式的万元读取，请核对是否为元。`,
    en: `The amount of “${row?.label.en}” (${words}) is large and printed without a unit: it was taken in the form's 10,000 yuan. Check that it is not in yuan.`,
  }),
  fraction: (words) => ({
    zh: `“${words}”在来源中分成了两截，可能是同一个数字的整数和小数，只取了前一截，请核对。`,
    en: `“${words}” stands in two pieces in the source, which may be one figure and its decimals; only the first was taken. Please check.`,
  }),
  blankThousands: (words) => ({
    zh: `有的单元格数字中间有空格（如“${words}”），按千位分隔读作一个数字，勾稽关系不足以证实，可能是两个数字连在一格，请连同该行的空白格一并核对。`,
    en: `Cells have a blank among their digits (as in “${words}”): each was read as one figure with its thousands parted, which the sums do not confirm; it may be two figures in one cell. Check them and the blank cells of their rows.`,
  }),
  leadingZeros: (words) => ({
    zh: `有的单元格数字以零开头（如“${words}”），读作去掉前面的零后的数字，勾稽关系不足以证实，可能是几个数字连在一格，请连同该行的空白格一并核对。`,
    en: `Cells begin with noughts (as in “${words}”): each was read as the number without them, which the sums do not confirm; it may be several figures in one cell. Check them and the blank cells of their rows.`,
  }),
  remark: (words) => ({
    zh: `“${words}”只取数字，括号内的说明保留在原文中。`,
    en: `Of “${words}” only the number was taken; the remark stays in the original.`,
  }),
};

const NOTES: ReadonlySet<Doubt["code"]> = new Set([
  "cutHead",
  "repeatedRow",
  "remark",
  "glued",
  "unlabelled",
]);

const FULL_WIDTH: Readonly<Record<string, string>> = {
  "(": "（",
  ")": "）",
  ",": "，",
  ":": "：",
  ";": "；",
};

/** Words of the source as Chinese prints them: to be compared they were folded, and their brackets and commas with them. */
function inFullWidth(words: string): string {
  if (!/\p{Script=Han}/u.test(words)) return words;
  return words.replace(/[()]|(?<=\p{Script=Han})[,:;]/gu, (sign) => FULL_WIDTH[sign] ?? sign);
}

/** A doubt about a table as an issue. */
export function doubtIssue(doubt: Doubt): Issue {
  const { code, row, cells, words, candidates } = doubt;
  const shown = words.length > 60 ? `${words.slice(0, 60)}…` : words;
  const issue = readIssue(code, WORDINGS[code](inFullWidth(shown), doubt), {
    cells,
    line: row?.key ?? shown.slice(0, 20),
    severity: NOTES.has(code) ? "note" : "warning",
  });
  return code === "gluedOpen" && candidates ? { ...issue, candidates } : issue;
}
