import { expect, test } from "vitest";
import type { Cell } from "#lib/editions/content.ts";
import { cellSpecs } from "#lib/editions/edition.ts";
import { EDITIONS } from "#lib/editions/registry.ts";
import { lookOf, printedUnit } from "./figure.ts";

const cell = (facts: Partial<Cell>): Cell => ({
  raw: "5元",
  value: 5,
  state: "number",
  unit: "元",
  ...facts,
});
const specs = EDITIONS.flatMap((edition) => [...cellSpecs(edition).values()]);

test("an amount whose unit each report prints carries it in the reader's language, and a count none", () => {
  const printed = specs.find(({ column }) => column.unit === "printed");
  const count = specs.find(({ column }) => column.unit === undefined);
  if (!printed || !count) throw new Error("the forms have both kinds");
  expect(printedUnit(printed, cell({}))).toEqual({ zh: "元", en: "yuan" });
  expect(printedUnit(printed, cell({ unit: null }))).toBeNull();
  expect(printedUnit(count, cell({}))).toBeNull();
});

test("fees carry their unit where it is not the one in the head above them", () => {
  const fees = specs.find(({ column }) => column.unit === "万元");
  if (!fees) throw new Error("a form prints fees");
  expect(printedUnit(fees, cell({ unit: "万元" }))).toBeNull();
  expect(printedUnit(fees, cell({ unit: "元" }))).toEqual({ zh: "元", en: "yuan" });
  expect(printedUnit(fees, cell({ unit: null }))).toEqual({ zh: "单位不明", en: "unit unknown" });
});

test("a blank does not look like a zero", () => {
  expect(lookOf(cell({ value: 0 }))).toBe("zero");
  expect(lookOf(cell({ raw: "", value: null, state: "blank" }))).toBe("blank");
  expect(lookOf(undefined)).toBe("absent");
});
