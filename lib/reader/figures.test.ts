import { expect, test } from "vitest";
import { fold } from "#lib/chinese/fold.ts";
import type { Column } from "#lib/editions/edition.ts";
import { readFigure } from "./figures.ts";

const label = { zh: "列", en: "column" };
const count: Column = { key: "c", label, type: "count" };
const change: Column = { key: "c", label, type: "change" };
const money: Column = { key: "c", label, type: "amount", unit: "printed" };
const fixed: Column = { key: "c", label, type: "amount", unit: "万元" };

test.each([
  ["0", count, 0, "number"],
  ["１２", count, 12, "number"],
  ["1,234,567", count, 1234567, "number"],
  ["1，234", count, 1234, "number"],
  ["12件", count, 12, "number"],
  ["22（其中修订16件）", count, 22, "number"],
  ["-10", change, -10, "number"],
  ["－10", change, -10, "number"],
  ["−10", change, -10, "number"],
  ["+3", change, 3, "number"],
  ["", count, null, "blank"],
  ["　", count, null, "blank"],
  ["/", count, null, "not-applicable"],
  ["—", count, null, "not-applicable"],
  ["-", count, null, "not-applicable"],
  ["不适用", count, null, "not-applicable"],
  ["若干", count, null, "text"],
  ["1O", count, null, "text"],
  ["1,23", count, null, "text"],
  ["12元", count, null, "text"],
  ["12%", count, null, "text"],
  ["99999999999999999999", count, null, "text"],
])("the figure “%s”", (raw, column, value, state) => {
  expect(readFigure(fold(raw), raw, column)).toEqual({ raw, value, state });
});

test.each([
  ["101647022.75元", money, 101647022.75, "元"],
  ["1,016.5万元", money, 1016.5, "万元"],
  ["300", money, 300, null],
  ["300", fixed, 300, "万元"],
  ["300元", fixed, 300, "元"],
])("money: “%s” keeps the unit printed, else the form's", (raw, column, value, unit) => {
  expect(readFigure(fold(raw), raw, column)).toEqual({ raw, value, state: "number", unit });
});
