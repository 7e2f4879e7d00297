import { expect, test } from "vitest";
import { type Edition, tableOf } from "#lib/editions/edition.ts";
import { exampleCells } from "#lib/editions/example-cells.ts";
import { editionById } from "#lib/editions/registry.ts";
import { seededRandom } from "#lib/testing/random.ts";
import { figuresOf as distinct } from "#lib/testing/reports/damage.ts";
import { type Layout, printed, writeReport } from "#lib/testing/reports/layouts.ts";
import type { Written } from "#lib/testing/reports/written.ts";
import { readSource } from "../read.ts";

function form(id: string): Edition {
  return editionById(id) ?? expect.unreachable(`no edition ${id}`);
}

const NEW = form("2021");
const OLD = form("2019");

/** Figures that satisfy every sum, so that what is misplaced breaks one. */
function consistent(edition: Edition): Map<string, string> {
  const cells = exampleCells(edition, seededRandom(11), { zeroShare: 0.2, largest: 60 });
  return new Map(Object.entries(cells).map(([key, { raw }]) => [key, raw]));
}

function write(
  edition: Edition,
  figures: ReadonlyMap<string, string>,
  layout: Layout,
  change: (rows: Written[][], table: string) => Written[][] = (rows) => rows,
  year = edition.validFrom,
): string {
  const tables = edition.tables.map(
    (table) => [table.key as string, change(printed(table, figures), table.key)] as const,
  );
  return writeReport(edition, year, new Map(tables), layout);
}

async function read(text: string) {
  const result = await readSource(new TextEncoder().encode(text), "x");
  if (!result.ok) throw new Error(result.refusal.code);
  const [report] = result.value;
  if (!report) throw new Error("a report was written");
  return report;
}

/** Reads a text and proves that no figure stands in another's cell and none is missing in silence. */
async function readSure(text: string, figures: ReadonlyMap<string, string>) {
  const { content, issues } = await read(text);
  for (const [key, { raw }] of Object.entries(content.cells))
    expect([key, raw]).toEqual([key, figures.get(key)]);
  const doubted = new Set(issues.flatMap(({ cells }) => cells));
  const lost = [...figures.keys()].filter((key) => !(key in content.cells));
  expect(lost.filter((key) => !doubted.has(key))).toEqual([]);
  return { cells: content.cells, rules: new Set(issues.map(({ rule }) => rule)), lost, issues };
}

const each = (text: string, label: string, change: (label: string) => string) => {
  expect(text).toContain(label);
  return text.replaceAll(label, change(label));
};
const apart = (gap: string) => (label: string) => Array.from(label).join(gap);
const READINGS: Readonly<Record<string, string>> = { 予: "yǔ", 以: "yǐ", 公: "gōng", 开: "kāi" };
const read予 = (open: string, close: string) => (label: string) =>
  Array.from(label, (each) => `${each}${open}${READINGS[each] ?? "zì"}${close}`).join("");

test.each<[string, Layout, (text: string) => string]>([
  ["spaced out", "row lines", (text) => each(text, "予以公开", apart(" "))],
  ["one character a line", "lines", (text) => each(text, "三、本年度办理结果", apart("\n\n"))],
  [
    "one character a cell",
    "cell lines",
    (text) => each(text, "（三）不予公开 |", () => `${apart(" |\n")("（三）不予公开")} |`),
  ],
  [
    "broken after every few characters",
    "lines",
    (text) =>
      each(text, "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", (label) =>
        label.replace(/(.{4})/gu, "$1\n"),
      ),
  ],
  ["numbered 1、", "row lines", (text) => text.replace(/\| (\d)\./gu, "| $1、")],
  ["numbered （1）", "row lines", (text) => text.replace(/\| (\d)\./gu, "| （$1）")],
  [
    "numbered ①",
    "row lines",
    (text) => text.replace(/\| (\d)\./gu, (_, digit) => `| ${"①②③④⑤⑥⑦⑧"[digit - 1]}`),
  ],
  ["numbered 1．", "row lines", (text) => text.replace(/\| (\d)\./gu, "| $1．")],
  ["numbered without a mark", "row lines", (text) => text.replace(/\| (\d)\./gu, "| $1")],
  [
    "with the group before them",
    "row lines",
    (text) => each(text, "（三）不予公开 | 1.属于国家秘密", (label) => label.replace(" | ", "")),
  ],
  [
    "with their group on every row",
    "row lines",
    (text) =>
      each(
        each(text, "2.重复申请", (label) => `（五）不予处理 | ${label}`),
        "3.要求提供公开出版物",
        (label) => `（五）不予处理${label}`,
      ),
  ],
  [
    "printed once for each merged cell",
    "row lines",
    (text) =>
      each(text, "一、本年新收政府信息公开申请数量", (label) => `${label} | ${label} | ${label}`),
  ],
  [
    "with a typo",
    "row lines",
    (text) =>
      each(
        each(text, "重复申请", () => "重复申清"),
        "信访举报投诉类申请",
        () => "信访举报投拆类申请",
      ),
  ],
  ["cut", "row lines", (text) => each(text, "2.没有现成信息需要另行制作", () => "2.没有现成信息")],
  [
    "in the traditional script",
    "row lines",
    (text) =>
      each(
        each(text, "属于行政执法案卷", () => "屬於行政執法案卷"),
        "予以公开",
        () => "予以公開",
      ),
  ],
  [
    "with a reading after every character",
    "row lines",
    (text) => each(text, "予以公开", read予("(", ")")),
  ],
  ["with readings and no brackets", "row lines", (text) => each(text, "予以公开", read予("", ""))],
  [
    "with lost characters",
    "row lines",
    (text) =>
      each(
        each(text, "属于国家秘密", () => "属于国??密"),
        "科研机构",
        () => "科研??",
      ),
  ],
  [
    "with the figure right after them",
    "row lines",
    (text) => text.replace(/(行政许可|行政强制) \| /gu, "$1"),
  ],
  ["合计 for 总计", "row lines", (text) => each(text, "总计", () => "合计")],
  [
    "with units in the heads",
    "row lines",
    (text) =>
      each(
        each(text, "自然人", () => "自然人（件）"),
        "总计 |",
        () => "总计（件） |",
      ),
  ],
  [
    "heads in one line with blanks",
    "row lines",
    (text) =>
      each(text, "商业企业 | 科研机构 | 社会公益组织", (label) => label.replaceAll(" | ", " ")),
  ],
])("labels %s: nothing is lost or moved", async (_name, layout, change) => {
  const figures = consistent(NEW);
  const { lost } = await readSure(change(write(NEW, figures, layout)), figures);
  expect(lost).toEqual([]);
});

/** Every row of figures changed from its second cell on. */
const onRows = (change: (row: Written[], index: number) => Written[]) => (rows: Written[][]) =>
  rows.map((row, index) => (row.some(({ cell }) => cell) ? change(row, index) : row));
const extra = (text: string): Written => ({ text, colSpan: 1, rowSpan: 1 });

test.each(["row lines", "html", "one line"] as const)(
  "a column of serial numbers is no figure: %s",
  async (layout) => {
    const figures = consistent(NEW);
    let serial = 0;
    const text = write(NEW, figures, layout, (rows, table) => {
      if (table !== "requests") return rows;
      const [head = [], ...more] = onRows((row) => [extra(String(++serial)), ...row])(rows);
      return [[extra("序号"), ...head], ...more];
    });
    const { lost } = await readSure(text, figures);
    expect(lost).toEqual([]);
  },
);

test.each(["row lines", "html"] as const)(
  "a column of remarks is left out and said so: %s",
  async (layout) => {
    const figures = consistent(NEW);
    const text = write(NEW, figures, layout, (rows, table) => {
      if (table === "remedies") return rows;
      return rows.map((row) => {
        const isHead = row.some(({ text }) => text === "总计" || text.includes("件数"));
        return isHead
          ? [...row, extra("备注")]
          : row.some(({ cell }) => cell)
            ? [...row, extra("")]
            : row;
      });
    });
    const { lost } = await readSure(text, figures);
    expect(lost).toEqual([]);
  },
);

test("a row of subtotals is left out and said so", async () => {
  const figures = consistent(NEW);
  const text = write(NEW, figures, "row lines").replace(
    "（四）无法提供 |",
    "小计 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n（四）无法提供 |",
  );
  const { lost, rules } = await readSure(text, figures);
  expect(lost).toEqual([]);
  expect(rules).toContain("read.unknownRow");
});

test("a column printed twice counts once, or not where the two differ", async () => {
  const figures = consistent(NEW);
  const twice =
    (change: (cell: Written, index: number) => Written) => (rows: Written[][], table: string) => {
      if (table !== "proactive") return rows;
      return rows.map((row, index) => {
        const [label, first, ...rest] = row;
        const isWide = label && first && rest.length === 2;
        return isWide ? [label, first, change(first, index), ...rest] : row;
      });
    };
  const same = await readSure(
    write(
      NEW,
      figures,
      "html",
      twice((cell) => ({ ...cell, cell: undefined })),
    ),
    figures,
  );
  expect(same.lost).toEqual([]);
  const other = await readSure(
    write(
      NEW,
      figures,
      "html",
      twice((cell) => (cell.cell ? { ...cell, text: `${cell.text}1` } : cell)),
    ),
    figures,
  );
  expect(other.rules).toContain("read.unequalColumns");
  expect(other.lost).toEqual(["proactive.regulations.made", "proactive.normativeDocuments.made"]);
});

test.each(["row lines", "lines", "html"] as const)(
  "a row without a label is read where place, number and every sum agree: %s",
  async (layout) => {
    const figures = consistent(NEW);
    const label = tableOf(NEW, "requests").blocks[0]?.rows.find(
      ({ key }) => key === "denied.thirdParty",
    )?.label.zh;
    const bare = (rows: Written[][]) =>
      rows.map((row) => row.map((cell) => (cell.text === label ? extra("") : cell)));
    const { lost, issues } = await readSure(write(NEW, figures, layout, bare), figures);
    expect(lost).toEqual([]);
    const noted = issues
      .filter(({ rule }) => rule === "read.unlabelled")
      .flatMap(({ cells }) => cells);
    expect(noted).toContain("requests.denied.thirdParty.total");
    // The same with one figure changed: the sums confirm nothing.
    const changed = new Map(figures).set("requests.denied.thirdParty.company", "777");
    const open = await readSure(write(NEW, changed, layout, bare), changed);
    expect(open.lost).toContain("requests.denied.thirdParty.total");
  },
);

test("rows printed in the wrong table's place belong to nobody without a label", async () => {
  const figures = consistent(NEW);
  const text = write(NEW, figures, "row lines").replace(
    "| 2.重复申请 |",
    "| 9 | 0 | 0 | 0 | 0 | 0 | 9 |\n| 2.重复申请 |",
  );
  const { rules } = await readSure(
    text.replace("\n2.重复申请 |", "\n9 | 0 | 0 | 0 | 0 | 0 | 9 |\n2.重复申请 |"),
    figures,
  );
  expect(rules).toContain("read.rowLength");
});

test("heads of the 2019 form in a report of 2021: its rows are left out, the rest is read", async () => {
  const figures = distinct(NEW);
  const old = printed(tableOf(OLD, "proactive"), distinct(OLD));
  const text = write(NEW, figures, "row lines", (rows, table) =>
    table === "proactive" ? old : rows,
  );
  const { cells, lost, rules } = await readSure(text, figures);
  expect(lost.every((key) => key.startsWith("proactive."))).toBe(true);
  expect(Object.keys(cells).filter((key) => key.startsWith("proactive."))).toEqual([]);
  expect(Object.keys(cells)).toHaveLength(190);
  expect(rules).toContain("read.otherEdition");
});

test("a table of each edition in one report: that of the report's own edition is read", async () => {
  const figures = distinct(NEW);
  const old = printed(tableOf(OLD, "proactive"), distinct(OLD));
  const text = write(NEW, figures, "row lines", (rows, table) =>
    table === "proactive" ? [...old, ...rows] : rows,
  );
  const { lost, rules } = await readSure(text, figures);
  expect(lost).toEqual([]);
  expect(rules).toContain("read.otherEdition");
});

test.each([
  [NEW, 2020],
  [OLD, 2022],
])("the form printed decides, not the year: %#", async (edition, year) => {
  const figures = distinct(edition);
  const { content } = await read(write(edition, figures, "row lines", undefined, year));
  expect(content).toMatchObject({ edition: edition.id, year });
  expect(Object.keys(content.cells)).toHaveLength(figures.size);
});

test.each(["row lines", "html"] as const)(
  "odd spellings stay in their cells: %s",
  async (layout) => {
    const figures = consistent(NEW);
    const spellings = [
      "十二",
      "一百零三",
      "1，234",
      "１２",
      "3起",
      "22（其中修订16件）",
      "无",
      "不适用",
      "*",
      "——",
      "〇",
    ];
    const keys = ["requests.received", "requests.granted"].flatMap((row) =>
      [
        "naturalPerson",
        "company",
        "research",
        "publicInterest",
        "legalService",
        "otherOrganisation",
        "total",
      ].map((column) => `${row}.${column}`),
    );
    for (const [index, spelling] of spellings.entries()) figures.set(keys[index] ?? "", spelling);
    const { cells, lost } = await readSure(write(NEW, figures, layout), figures);
    expect(lost).toEqual([]);
    expect(cells["requests.received.naturalPerson"]?.value).toBe(12);
    expect(cells["requests.received.company"]?.value).toBe(103);
    expect(cells["requests.received.total"]?.state).toBe("not-applicable");
  },
);

test.each<[string, Readonly<Record<string, string>>]>([
  ["a total column of zeros beside true parts", { naturalPerson: "5", company: "1", total: "0" }],
  ["a total of 6 beside six zeros", { naturalPerson: "0", company: "0", total: "6" }],
  ["figures left over in an otherwise empty row", { naturalPerson: "", company: "3", total: "" }],
])("%s is read as printed", async (_name, row) => {
  const figures = consistent(NEW);
  for (const column of ["research", "publicInterest", "legalService", "otherOrganisation"])
    figures.set(`requests.granted.${column}`, row.total === "" ? "" : "0");
  for (const [column, raw] of Object.entries(row)) figures.set(`requests.granted.${column}`, raw);
  const { lost } = await readSure(write(NEW, figures, "html"), figures);
  expect(lost).toEqual([]);
});

test("a table printed with its rows as columns is not guessed", async () => {
  const figures = consistent(NEW);
  const text = write(NEW, figures, "row lines", (rows, table) => {
    if (table !== "requests") return rows;
    const block = tableOf(NEW, "requests").blocks[0];
    if (!block) return rows;
    const own = block.rows.filter(({ insteadOf }) => !insteadOf);
    return [
      [extra(""), ...own.map(({ label }) => extra(label.zh))],
      ...block.columns.map((column) => [
        extra(column.label.zh),
        ...own.map((row) => ({
          ...extra(figures.get(`requests.${row.key}.${column.key}`) ?? ""),
          cell: "x",
        })),
      ]),
    ];
  });
  await readSure(text, figures);
});
