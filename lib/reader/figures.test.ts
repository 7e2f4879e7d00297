import { expect, test } from "vitest";
import { fold } from "#lib/chinese/fold.ts";
import { isFigure } from "./figures.ts";

test.each([
  "0",
  "１２",
  "1，234",
  "101647022.75元",
  "1.50万元",
  "3起",
  "22（其中修订16件）",
  "+3",
  "－18",
  "增加3",
  "减少2",
  "/",
  "—————",
  "无",
  "不适用",
  "*",
  "12%",
  "1,23",
  "00",
  "21710000218",
  "2648-18538",
  "217 1 0 0 0 0 218",
])("“%s” stands in a figure's place", (raw) => {
  expect(isFigure(fold(raw))).toBe(true);
});

test.each([
  "",
  "自然人",
  "1.属于国家秘密",
  "2024-01-20",
  "2024年",
  "三",
  "十二",
  "无正当理由",
  "增长较快",
  "0771-5550123",
  "1. 2",
])("“%s” is no figure", (raw) => {
  expect(isFigure(fold(raw))).toBe(false);
});
