import { expect, test } from "vitest";
import { readText } from "../text.ts";

const HEADS = `                                申请人情况
（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） 自然 法人或其他组织
                                    人 商业 科研 社会公 法律服 其 总
                                      企业 机构 益组织 务机构 他 计
一、本年新收政府信息公开申请数量                    1 2 3 4 5 6 21
`;

/** The rows below the first. */
function rowsOf(lines: readonly string[]): string[] {
  const { text } = readText(`${HEADS}${lines.join("\n")}\n`);
  const rows = text.split("\n").filter((line) => line.includes("|"));
  return rows.slice(rows.findIndex((row) => row.startsWith("一、")) + 1);
}

test("labels and figures that the label of a group has moved against each other are matched in turn", () => {
  const rows = rowsOf([
    "             3.危及“三安全一稳定”           3 0 0 0 0 0 3",
    "             4.保护第三方合法权益",
    "       （三）不予公开 5.属于三类内部事务信息       4 0 0 0 0 0 4",
    "                                    5 0 0 0 0 0 5",
    "             6.属于四类过程性信息            6 0 0 0 0 0 6",
  ]);
  expect(rows).toEqual([
    "3.危及“三安全一稳定”|3|0|0|0|0|0|3|",
    "（三）不予公开|4.保护第三方合法权益|4|0|0|0|0|0|4|",
    "5.属于三类内部事务信息|5|0|0|0|0|0|5|",
    "6.属于四类过程性信息|6|0|0|0|0|0|6|",
  ]);
});

test("figures beside the label of a group are nobody's where a label above or below has none", () => {
  const rows = rowsOf([
    "             4.保护第三方合法权益",
    "       （三）不予公开 5.属于三类内部事务信息       4 0 0 0 0 0 4",
    "             6.属于四类过程性信息            6 0 0 0 0 0 6",
  ]);
  expect(rows).toEqual([
    "4.保护第三方合法权益|",
    "（没有行名）|4|0|0|0|0|0|4|",
    "6.属于四类过程性信息|6|0|0|0|0|0|6|",
  ]);
});

test("figures without a label make those above and below doubtful", () => {
  const rows = rowsOf([
    "             4.保护第三方合法权益            4 0 0 0 0 0 4",
    "                                    5 0 0 0 0 0 5",
    "             6.属于四类过程性信息            6 0 0 0 0 0 6",
  ]);
  expect(rows.slice(0, 3).every((row) => row.startsWith("（没有行名）|"))).toBe(true);
});

test("figures beside the label of a group alone belong to the label right above that has none", () => {
  const rows = rowsOf([
    "                  1.本机关不掌握相关政府信息        1 0 0 0 0 0 1",
    "       （四）无法     2.没有现成信息需要另行制作",
    "         提供                             2 0 0 0 0 0 2",
    "",
    "                  3.补正后申请内容仍不明确         3 0 0 0 0 0 3",
  ]);
  expect(rows.map((row) => row.replace("（四）无法提供|", ""))).toEqual([
    "1.本机关不掌握相关政府信息|1|0|0|0|0|0|1|",
    "2.没有现成信息需要另行制作|2|0|0|0|0|0|2|",
    "3.补正后申请内容仍不明确|3|0|0|0|0|0|3|",
  ]);
});

test("a group that may be printed undivided has no figures for certain where one of its rows has none", () => {
  const rows = rowsOf([
    "                  1.信访举报投诉类申请",
    "       （六）其他处理                         2 0 0 0 0 0 2",
    "                  3.其他                    3 0 0 0 0 0 3",
  ]);
  expect(rows.filter((row) => row.includes("2|0"))).toEqual(["（没有行名）|2|0|0|0|0|0|2|"]);
});

test("a number beside the figures takes the words in the line above, set in another font", () => {
  const rows = rowsOf([
    "                  6.属于四类过程性信息           6 0 0 0 0 0 6",
    "",
    "                     属于行政执法案卷",
    "                  7.                    7 0 0 0 0 0 7",
    "",
    "                  8.属于行政查询事项            8 0 0 0 0 0 8",
  ]);
  expect(rows).toEqual([
    "6.属于四类过程性信息|6|0|0|0|0|0|6|",
    "7.属于行政执法案卷|7|0|0|0|0|0|7|",
    "8.属于行政查询事项|8|0|0|0|0|0|8|",
  ]);
});

test("a label at the head and figures at the foot of a page leave each row between them its own", () => {
  const row = (label: string, figure: number) =>
    `             ${label}           ${figure} 0 0 0 0 0 ${figure}`;
  const rows = rowsOf([
    "             1.属于国家秘密",
    row("2.其他法律行政法规禁止公开", 2),
    row("3.危及“三安全一稳定”", 3),
    row("4.保护第三方合法权益", 4),
    row("5.属于三类内部事务信息", 5),
    "                                    6 0 0 0 0 0 6",
  ]);
  expect(rows.slice(0, 4)).toEqual([
    "1.属于国家秘密|",
    "2.其他法律行政法规禁止公开|2|0|0|0|0|0|2|",
    "3.危及“三安全一稳定”|3|0|0|0|0|0|3|",
    "4.保护第三方合法权益|4|0|0|0|0|0|4|",
  ]);
  expect(rows.at(-1)).toBe("（没有行名）|6|0|0|0|0|0|6|");
});
