import { expect, test } from "vitest";
import { zipXlsx } from "#lib/testing/reports/xlsx.ts";
import { readOffice } from "./office.ts";

const ROWS = [
  ["甲", 5, 7],
  ["乙", 6, 8],
  ["甲", 1, "-"],
  ["丙", "", 4],
];

const cellOf = (value: string | number) => {
  if (value === "") return "<c/>";
  return typeof value === "number" ? `<c><v>${value}</v></c>` : `<c t="str"><v>${value}</v></c>`;
};

/** What is odd about the result of formulas in E1, E2 … beside some figures in A1 to C4. */
async function oddities(...formulas: (readonly [formula: string, result: string])[]) {
  const rows = ROWS.map((row, at) => {
    const [formula, result] = formulas[at] ?? [];
    const own = formula && `<c><f>${formula}</f><v>${result}</v></c>`;
    return `<row>${row.map(cellOf).join("")}<c t="str"><v>果</v></c>${own ?? "<c/>"}</row>`;
  });
  const sheet = { name: "甲", markup: `<sheetData>${rows.join("")}</sheetData>` };
  const read = await readOffice(zipXlsx([sheet]));
  if (!read.ok) throw new Error(read.refusal.code);
  const { text, oddityAt } = read.value.plain;
  const places = [...text.matchAll(/果\|/gu)].map(({ index }) => index + 2);
  return places.slice(0, formulas.length).map((place) => oddityAt?.(place) ?? null);
}

test.each([
  [`SUMIF(A1:A9,"甲",B1:B9)`, 6],
  [`SUMIF($A:$A,"甲",$B:$B)`, 6],
  [`SUMIF(A1:A4,A2,C1:C4)`, 8],
  [`SUMIF(B1:B4,"&gt;=5")`, 11],
  [`SUMIFS(B1:B4,A1:A4,"甲",B1:B4,"&gt;1")`, 5],
  [`COUNTIF(A1:A9,"甲")`, 2],
  [`COUNTIF(B1:B4,5)`, 1],
  [`VLOOKUP("乙",A1:C4,3,0)`, 8],
  [`VLOOKUP(A2,$A:$C,2,FALSE)`, 6],
  [`IFERROR(VLOOKUP("丁",A1:C4,3,0),9)`, 9],
  [`IFNA(VLOOKUP("丁",A1:C4,3,0),9)`, 9],
  [`HLOOKUP(5,A1:C4,3,FALSE)`, 1],
  [`INDEX(C1:C4,MATCH("丙",A1:A4,0))`, 4],
  [`INDEX(A1:C4,2,2)`, 6],
  [`MATCH("乙",A1:A4,0)`, 2],
])("%s gives %d, and another stored result is told", async (formula, result) => {
  expect(await oddities([formula, String(result)])).toEqual([null]);
  expect(await oddities([formula, String(result + 3)])).toEqual(["stale"]);
});

test.each([
  `VLOOKUP("乙",A1:C4,3)`,
  `VLOOKUP("乙",A1:C4,3,1)`,
  `VLOOKUP("?",A1:C4,3,0)`,
  `SUMIF(A1:A4,"甲*",B1:B4)`,
  `SUMIF(A1:A4,"甲",B1:B3)`,
  `SUMIF(A1:A4,Z1,B1:B4)`,
  `COUNTIF(A1:A4,"&lt;甲")`,
  `COUNTIF(B1:B20,"&lt;&gt;5")`,
  `COUNTIF(A:A,"&lt;&gt;甲")`,
  `COUNTIF(B1:B4,"500%")`,
  `MATCH("乙",A1:C4,0)`,
  "INDEX(A1:C4,9,9)",
  "INDEX(A1:C4,2)",
  "SUMIFS(B1:B4)",
  "COUNTIF(A1:A4)",
  "LOOKUP(5,B1:B4)",
])("of what programs see in several ways nothing is told: %s", async (formula) => {
  expect(await oddities([formula, "99"])).toEqual([null]);
});

test("what cannot be recomputed is told beside a result that is not what its cells give", async () => {
  const open = ["LOOKUP(5,B1:B4,C1:C4)", "7"] as const;
  expect(await oddities(open, ["B1+C1", "12"])).toEqual([null, null]);
  expect(await oddities(open, ["B1+C1", "13"])).toEqual(["unconfirmed", "stale"]);
});
