import { expect, test } from "vitest";
import { zipXlsx } from "#lib/testing/reports/xlsx.ts";
import { readOffice } from "./office.ts";

/** The places of formulas that were never computed, among the figures 1 and 2 in B1 and C1. */
async function uncomputed(formulas: Readonly<Record<string, string>>, result = "0", more = "") {
  const cells = Object.entries(formulas).map(
    ([place, formula]) => `<c r="${place}"><f>${formula}</f><v>${result}</v></c>`,
  );
  const markup = `<sheetData><row r="1"><c r="A1" t="str"><v>行</v></c><c r="B1"><v>1</v></c><c r="C1"><v>2</v></c>${cells.join("")}</row>${more}</sheetData>`;
  const read = await readOffice(zipXlsx([{ name: "甲", markup }]));
  if (!read.ok) throw new Error(read.refusal.code);
  const { text, oddityAt } = read.value.plain;
  const ends = [...text.matchAll(/\|/g)].map(({ index }) => index);
  return ends.flatMap((index, column) =>
    oddityAt?.(index) === "uncomputed" ? [String.fromCharCode(65 + column)] : [],
  );
}

test.each([
  ["a sum", { D1: "SUM(B1:C1)" }, ["D"]],
  ["a sum with signs", { D1: "$B$1+C1" }, ["D"]],
  ["a sum of sums", { D1: "SUM(B1,C1)", E1: "SUM(D1:D9)" }, ["D", "E"]],
  ["a difference that is 0", { D1: "B1+B1-C1" }, []],
  ["something else beside a sum", { D1: "SUM(B1:C1)", E1: "IF(B1,1,2)" }, ["D", "E"]],
  ["something else alone", { D1: "IF(B1,1,2)" }, []],
  ["a circle", { D1: "E1", E1: "D1" }, []],
  ["a sum of nothing", { D1: "SUM(F1:F9)" }, []],
  ["whole columns", { D1: "SUM(B1:C1048576)" }, ["D"]],
])("a formula stored as 0: %s", async (_name, formulas, columns) => {
  expect(await uncomputed(formulas)).toEqual(columns);
});

test("what a sum is stored as is no doubt where it is not 0", async () => {
  expect(await uncomputed({ D1: "SUM(B1:C1)" }, "3")).toEqual([]);
});

test("sums of sums over wide ranges end", async () => {
  const formulas = Object.fromEntries(
    Array.from({ length: 20 }, (_, index) => [
      `${String.fromCharCode(68 + index)}1`,
      Array.from({ length: 90 }, () => "SUM(B1:XFD1048576)").join("+"),
    ]),
  );
  expect((await uncomputed(formulas)).length).toBeGreaterThan(0);
});

test("a sum too wide to be added up is not known by its first part", async () => {
  const last = '<row r="1048576"><c r="A1048576"><v>7</v></c></row>';
  const wide = { E1: "B1+SUM(B2:B1048576)-B1" };
  expect(await uncomputed(wide, "0", last)).toEqual([]);
  expect(await uncomputed({ D1: "SUM(B1:C1)", ...wide }, "0", last)).toEqual(["D", "E"]);
});
