import { expect, test } from "vitest";
import { layGrid, type Spanned } from "./grid.ts";

const FIGURES = 7;
/** A row of cells one after another, as boxes without spans write it. */
const row = (...texts: string[]): Spanned[] =>
  texts.map((text, index) => ({ text, from: index + 1, to: index + 1 }));
const figures = (at?: number) => Array.from({ length: FIGURES }, (_, i) => (i === at ? "3" : ""));

test("blank cells behind a label stay where the first head of a column stands over the labels", () => {
  const laid = layGrid([
    row("自然人", "法人或其他组织", "总计"),
    row("商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"),
    row("一、本年新收政府信息公开申请数量", ...figures()),
    row("二、上年结转政府信息公开申请数量", ...figures(0)),
    row("（三）不予公开", "1.属于国家秘密", ...figures()),
    row("2.其他法律行政法规禁止公开", ...figures(5)),
  ]);
  const behind = laid.slice(2).map((line) => {
    const texts = line.kind === "row" ? line.cells.map(({ text }) => text) : [];
    return texts.length - texts.findLastIndex((text) => /\p{Script=Han}/u.test(text)) - 1;
  });
  expect(behind).toEqual([FIGURES, FIGURES, FIGURES, FIGURES]);
});
