import { expect, test } from "vitest";
import { readText } from "../text.ts";

const HEADS = `三、收到和处理政府信息公开申请情况
                                           申请人情况
（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） 自然     法人或其他组织
                                    人 商业 科研 社会公 法律服 其 总
                                      企业 机构 益组织 务机构 他 计`;
const COLUMNS = [36, 38, 40, 45, 50, 53, 55];

/** A line with figures in the columns of the page, each character one column wide; `·` for none. */
function line(label: string, figures = ""): string {
  const cells = figures.split(" ").map((figure, index) => ({ figure, at: COLUMNS[index] ?? 0 }));
  return cells
    .filter(({ figure }) => figure !== "·" && figure !== "")
    .reduce((text, { figure, at }) => text.padEnd(at) + figure, label);
}

const PAGE_ONE = [
  HEADS,
  line("一、本年新收政府信息公开申请数量", "6 1 12 0 10 5 34"),
  line("二、上年结转政府信息公开申请数量", "0 0 0 0 0 1 1"),
  line("三、本年度办 （一）予以公开", "6 0 0 0 4 0 10"),
  line("理结果    （二）部分公开（区分处理的，只计这一情", "0 · · 0 · 0 ·"),
  line("         形，不计其他情形）", "· 1 0 · 5 · 6"),
  line("       （三）不予 1.属于国家秘密", "0 0 3 0 0 0 3"),
  line("       公开    2.其他法律行政法规禁止公开", "0 0 2 0 0 0 2"),
].join("\n");
const PAGE_TWO = [
  line("             3.危及“三安全一稳定”", "0 0 7 0 0 0 7"),
  line("       （六）其他 1.申请人无正当理由逾期不补正、行政机", "0 0 0 0 0 0 0"),
  line("       处理    关不再处理其政府信息公开申请"),
  line("             3.其他", "0 0 0 0 1 6 7"),
  line("四、结转下年度继续办理", "0 0 0 0 0 0 0"),
  "四、政府信息公开行政复议、行政诉讼情况",
].join("\n");

/** The lines of a text as it is written down, with cells. */
function rowsOf(source: string): string[] {
  const { text } = readText(source);
  return text.split("\n").filter((line) => line.includes("|"));
}

test("heads that are broken over lines are spelled out, and each row has a figure for each of them", () => {
  const rows = rowsOf(PAGE_ONE);
  expect(rows[0]).toContain("|申请人情况|自然人|法人或其他组织|商业企业|科研机构|社会公益组织|");
  expect(rows[1]).toBe("一、本年新收政府信息公开申请数量|6|1|12|0|10|5|34|");
  expect(rows).toContain("三、本年度办理结果|（一）予以公开|6|0|0|0|4|0|10|");
  expect(rows).toContain("2.其他法律行政法规禁止公开|0|0|2|0|0|0|2|");
});

test("figures of one row that stand in two lines beside its label are one row", () => {
  expect(rowsOf(PAGE_ONE)).toContain(
    "（二）部分公开（区分处理的，只计这一情形，不计其他情形）|0|1|0|0|5|0|6|",
  );
});

const AGAIN = HEADS.slice(HEADS.indexOf("\n") + 1);

test("a table goes on over pages, whose numbers and repeated heads are none of it", () => {
  const source = `${PAGE_ONE}\n                    - 1 -\n\f${AGAIN}\n${PAGE_TWO}`;
  const rows = rowsOf(source);
  expect(rows).toHaveLength(11);
  expect(rows).toContain(
    "（六）其他处理|1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请|0|0|0|0|0|0|0|",
  );
  expect(rows.at(-1)).toBe("四、结转下年度继续办理|0|0|0|0|0|0|0|");
});

test("blanks are put where rows with all figures show the columns", () => {
  const source = `${PAGE_ONE}\n${line("             8.属于行政查询事项", "· 4 · · 9 · 13")}`;
  expect(rowsOf(source).at(-1)).toBe("8.属于行政查询事项||4|||9||13|");
  const [alone] = [`${HEADS}\n${line("一、本年新收政府信息公开申请数量", "· 4 · · 9 · 13")}`];
  expect(rowsOf(alone).at(-1)).toBe("一、本年新收政府信息公开申请数量|4|9|13|");
});

test("each figure keeps its place in the source", () => {
  const { text, origin, originEnd } = readText(PAGE_ONE);
  const at = text.indexOf("|34|") + 1;
  expect(PAGE_ONE.slice(origin(at), originEnd(at + 1))).toBe("34");
});

test("words among the figures leave the text as it is", () => {
  const source = PAGE_ONE.replace("0 0 2    0", "0 0 含2件    0");
  expect(readText(source).text).not.toContain("|自然人|");
});
