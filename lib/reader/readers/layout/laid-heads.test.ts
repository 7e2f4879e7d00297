import { expect, test } from "vitest";
import { readText } from "../text.ts";

const ROWS = `一、本年新收政府信息公开申请数量                                       1 2 3 4 5 6 21
二、上年结转政府信息公开申请数量                                       0 0 0 0 0 0 0
`;
const HEADS =
  "申请人情况|自然人|法人或其他组织|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计|";
const headsOf = (heads: string) => readText(`${heads}\n${ROWS}`).text.split("\n")[0];

test("heads whose lines a program has put down out of turn are known by their characters and their order", () => {
  const heads = `                             申请人情况
                                         自 商 科 法人或其他组织 总
                                         然 业 研 社会 法律 其
                                         人 企 机 组织 服务 他 计
                                              公益
                                           业 构    机构`;
  expect(headsOf(heads)).toBe(HEADS);
});

test("heads in another order than the form's are left as they are", () => {
  const heads = `                             申请人情况
                                         总计
                                              自然 商业 科研 社会公益 法律服务 其他
                                              人 企业 机构 组织 机构`;
  expect(headsOf(heads)).not.toContain("|");
});

test("whole heads are laid out so only where no more than a blank parts the figures below", () => {
  const heads = `                              申请人情况
                                         自然人         法人或其他组织           总计
                                             商业企业 科研机构 社会公益组织 法律服务机构 其他`;
  expect(headsOf(heads)).toBe(HEADS);
  const wide = ROWS.replace(/(?<=\d) (?=\d)/gu, "    ");
  expect(readText(`${heads}\n${wide}`).text).not.toContain(HEADS);
});

test("a line of a label that is worded like a heading ends no table", () => {
  const label = `1.申请人无正当理由逾期不补正、行政
行机关不再处理其政府信息
公开申请                                        0 0 0 0 0 0 0
四、结转下年度继续办理                                             0 0 0 0 0 0 0`;
  const heads = `                                         自然 商业 科研 社会公益 法律服务 其 总
                                         人 企业 机构 组织 机构 他 计`;
  const rows = readText(`${heads}\n${ROWS}${label}`).text.split("\n");
  expect(rows).toContain("四、结转下年度继续办理|0|0|0|0|0|0|0|");
});
