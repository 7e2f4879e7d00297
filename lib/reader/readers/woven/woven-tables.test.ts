import { expect, test } from "vitest";
import { EDITION_2021 } from "#lib/editions/2021.ts";
import type { ReportContent } from "#lib/editions/content.ts";
import { cellKey } from "#lib/editions/edition.ts";
import { optionalRows } from "#lib/editions/printed.ts";
import { consistentContent } from "#lib/testing/content.ts";
import { readSource } from "../../read.ts";

const TABLE = EDITION_2021.tables.find(({ key }) => key === "requests");
const HEADS = [
  "申请人情况",
  "（本列数据的勾稽关系为：第一项加第二 法人或其他组织",
  "项之和，等于第三项加第四项之和） 自然人 商业企 科研机 社会公 法律服 其他 总计",
  "业 构 益组织 务机构",
];
/** Words at columns of a line, each character taking one. */
const at = (words: Readonly<Record<number, string>>) =>
  Object.entries(words).reduce((line, [column, word]) => line.padEnd(Number(column)) + word, "");
const LAID_OUT = [
  at({ 50: "申请人情况" }),
  at({ 0: "（本列数据的勾稽关系为：第一项加第二", 46: "法人或其他组织" }),
  at({ 30: "自然", 48: "社会", 54: "法律" }),
  at({ 0: "项之和，等于第三项加第四项之和）", 36: "商业", 60: "其他", 66: "总计" }),
  at({ 30: "人", 42: "科研", 48: "公益", 54: "服务" }),
  at({ 36: "企业", 42: "机构", 48: "组织", 54: "机构" }),
];

function piecesOf(text: string, length: number): string[] {
  return text.match(new RegExp(`.{1,${length}}`, "gu")) ?? [];
}

/** Rows as a program gives them that goes down the page line by line: figures in the middle of their label. */
function rowLines({ cells }: ReportContent, order = (key: string) => key): string[] {
  if (!TABLE) return [];
  const optional = optionalRows(TABLE);
  const rows = TABLE.blocks.flatMap((block) => block.rows).filter(({ key }) => !optional.has(key));
  const groups = new Set<string>();
  return rows.flatMap((row) => {
    const group = TABLE.rowGroups.find(({ key }) => key === row.group);
    const isNew = group && !groups.has(group.key);
    if (group) groups.add(group.key);
    const figures = (TABLE.blocks[0]?.columns ?? [])
      .map((column) => cells[cellKey(TABLE.key, order(row.key), column.key)]?.raw ?? "")
      .join(" ");
    const lines = piecesOf(row.label.zh, row.group ? 7 : 12);
    const middle = lines.length >> 1;
    if (lines.length % 2 === 0) lines.splice(middle, 0, figures);
    else lines[middle] = `${lines[middle]} ${figures}`;
    const beside = isNew ? piecesOf(group.label.zh, 3) : [];
    return lines.toSpliced(1, 0, ...beside);
  });
}

function reportOf(heads: readonly string[], rows: readonly string[]): string {
  return [
    "云岭县水务局2023年政府信息公开工作年度报告",
    "一、总体情况",
    "本年工作正常开展。",
    "三、收到和处理政府信息公开申请情况",
    ...heads,
    ...rows,
    "四、政府信息公开行政复议、行政诉讼情况",
    "无。",
    "五、存在的主要问题及改进情况",
    "无。",
  ].join("\n");
}

async function read(text: string, { cells }: ReportContent) {
  const result = await readSource(new TextEncoder().encode(text), "报告.txt");
  const report = result.ok ? result.value[0] : undefined;
  const doubted = new Set(report?.issues.flatMap((issue) => issue.cells));
  const fates = Object.keys(cells)
    .filter((key) => key.startsWith("requests."))
    .map((key) => {
      const isSame = report?.content.cells[key]?.value === cells[key]?.value;
      if (report?.issues.some(({ rule }) => rule === "read.noTables")) return "lost";
      return doubted.has(key) ? (isSame ? "doubted" : "lost") : isSame ? "right" : "silent";
    });
  return { fates: new Set(fates), report };
}

const CONTENT = consistentContent(EDITION_2021, 3);

test.each([
  ["one line holds all heads", HEADS],
  ["blanks keep the columns apart", LAID_OUT],
])("figures amid the lines of their labels are read: %s", async (_name, heads) => {
  const { fates } = await read(reportOf(heads, rowLines(CONTENT)), CONTENT);
  expect([...fates]).toEqual(["right"]);
});

test("where no line says the order of all columns, the form's is taken and doubted", async () => {
  const heads = LAID_OUT.map((line) => line.trim().replace(/\s+/gu, " "));
  const { fates } = await read(reportOf(heads, rowLines(CONTENT)), CONTENT);
  expect([...fates]).toEqual(["doubted"]);
});

test("numbers of pages among the lines are no figures", async () => {
  const rows = rowLines(CONTENT).toSpliced(9, 0, "1").toSpliced(30, 0, "2");
  const { fates } = await read(`${reportOf(HEADS, rows)}\n3`, CONTENT);
  expect([...fates]).toEqual(["right"]);
});

const rowsOf = (change: (lines: string[]) => string[]) => change(rowLines(CONTENT));

test.each([
  [
    "a label that the form does not have",
    rowsOf((l) => l.map((one) => one.replace("国家", "本地"))),
  ],
  [
    "a line of figures lost",
    rowsOf((l) =>
      l.toSpliced(
        l.findIndex((one) => /^\d/u.test(one)),
        1,
      ),
    ),
  ],
  ["a figure lost", rowsOf((l) => l.with(1, (l[1] ?? "").replace(/ \d+$/u, "")))],
  [
    "two labels changed places",
    rowsOf((l) =>
      l.map((one) =>
        one.replace("重复", "\0").replace("信访举报", "重复").replace("\0", "信访举报"),
      ),
    ),
  ],
])("what does not fit the form is told: %s", async (_name, rows) => {
  const { fates } = await read(reportOf(HEADS, rows), CONTENT);
  expect(fates).not.toContain("silent");
});

test("columns that changed places are never read in the form's order in silence", async () => {
  const heads = HEADS.map((line) =>
    line.replace("商业企 科研机", "科研机 商业企").replace("业 构", "构 业"),
  );
  const { fates } = await read(reportOf(heads, rowLines(CONTENT)), CONTENT);
  expect(fates).not.toContain("right");
});
