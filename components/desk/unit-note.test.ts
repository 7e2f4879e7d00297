import { expect, test } from "vitest";
import { parseOver } from "#lib/editions/cell-value.ts";
import { cellSpecs } from "#lib/editions/edition.ts";
import { editionById } from "#lib/editions/registry.ts";
import { unitNote } from "./unit-note.ts";

const edition = editionById("2021");
const fees = edition && cellSpecs(edition).get("proactive.fees.amount");
if (!fees) throw new Error("the form has no fees");
const amount = (raw: string, unit: "元" | "万元" | null) => ({
  ...{ raw, value: Number.parseFloat(raw), state: "number" as const, unit },
});
const zh = (typed: Parameters<typeof unitNote>[1], loaded: Parameters<typeof unitNote>[2]) =>
  unitNote(fees, typed, loaded)?.zh ?? null;

test("a figure typed over an amount of unknown unit says that it is taken in the unit of the head", () => {
  const loaded = amount("120", null);
  expect(zh(loaded, loaded)).toBe("单位不明");
  expect(zh(parseOver(fees, "12", loaded), loaded)).toBe("按表头的万元计");
  expect(zh(parseOver(fees, "12万元", loaded), loaded)).toBeNull();
  expect(zh(parseOver(fees, "12元", loaded), loaded)).toBeNull();
  expect(zh(parseOver(fees, "", loaded), loaded)).toBeNull();
});

test("elsewhere it says the unit only where it is not the head's", () => {
  const inYuan = amount("1200", "元");
  expect(zh(parseOver(fees, "1300", inYuan), inYuan)).toBe("按元计，不是表头的万元");
  const usual = amount("3", "万元");
  expect(zh(parseOver(fees, "4", usual), usual)).toBeNull();
  expect(zh(parseOver(fees, "4"), undefined)).toBeNull();
  expect(zh(undefined, usual)).toBeNull();
});
