import { expect, test } from "vitest";
import { zipXlsx } from "#lib/testing/reports/xlsx.ts";
import { readOffice } from "./office.ts";

/** The places of formulas that were never computed, among the figures 1 and 2 in B1 and C1. */
async function uncomputed(
  formulas: Readonly<Record<string, string>>,
  result = "0",
  more = "",
  calculation = "",
  oddity = "uncomputed",
) {
  const cells = Object.entries(formulas).map(
    ([place, formula]) => `<c r="${place}"><f>${formula}</f><v>${result}</v></c>`,
  );
  const markup = `<sheetData><row r="1"><c r="A1" t="str"><v>行</v></c><c r="B1"><v>1</v></c><c r="C1"><v>2</v></c>${cells.join("")}</row>${more}</sheetData>`;
  const { text, oddityAt } = await plainOf([{ name: "甲", markup }], calculation);
  const ends = [...text.matchAll(/\|/g)].map(({ index }) => index);
  return ends.flatMap((index, column) =>
    oddityAt?.(index) === oddity ? [String.fromCharCode(65 + column)] : [],
  );
}

async function plainOf(sheets: Parameters<typeof zipXlsx>[0], calculation = "") {
  const list = `<sheets>${sheets.map(({ name, state }, index) => `<sheet name="${name}" state="${state ?? "visible"}" id="s${index + 1}"/>`).join("")}</sheets>`;
  const workbook = `<workbook>${list}${calculation}</workbook>`;
  const read = await readOffice(zipXlsx(sheets, [], { "xl/workbook.xml": workbook }));
  if (!read.ok) throw new Error(read.refusal.code);
  return read.value.plain;
}

test.each([
  ["a sum", { D1: "SUM(B1:C1)" }, ["D"]],
  ["a sum with signs", { D1: "$B$1+C1" }, ["D"]],
  ["a sum of sums", { D1: "SUM(B1,C1)", E1: "SUM(D1:D9)" }, ["D", "E"]],
  ["a difference that is 0", { D1: "B1+B1-C1" }, []],
  ["something else beside a sum", { D1: "SUM(B1:C1)", E1: "LOOKUP(B1,1,2)" }, ["D", "E"]],
  ["something else alone", { D1: "LOOKUP(B1,1,2)" }, []],
  ["a circle", { D1: "E1", E1: "D1" }, []],
  ["a sum of nothing", { D1: "SUM(F1:F9)" }, []],
  ["whole columns", { D1: "SUM(B1:C1048576)" }, ["D"]],
  ["the figure of another cell", { D1: "B1" }, ["D"]],
  ["the words of another cell", { D1: "A1" }, ["D"]],
  ["words in a sum", { D1: "SUM(A1:A1)" }, []],
  ["sums in brackets", { D1: "=(SUM(B1,C1)+4)-(B1-C1)" }, ["D"]],
  ["a number", { D1: "5" }, ["D"]],
  ["numbers that are 0", { D1: "SUM(B1:C1)-3" }, []],
  ["a share", { D1: "5%" }, ["D"]],
  ["a choice", { D1: "IF(B1,1,2)" }, ["D"]],
  ["a choice of words", { D1: `IF(B1=1,"","9")` }, ["D"]],
  ["a place in no sheet", { D1: "甲乙!B1" }, []],
  ["a place in its own sheet by name", { D1: "甲!B1" }, ["D"]],
])("a formula stored as 0: %s", async (_name, formulas, columns) => {
  expect(await uncomputed(formulas)).toEqual(columns);
});

test("a workbook that asks to be computed has no zero that is not confirmed", async () => {
  const asks = '<calcPr fullCalcOnLoad="1"/>';
  const formulas = { D1: "LOOKUP(B1,1,2)", E1: "SUM(F1:F9)", F1: "D1" };
  expect(await uncomputed(formulas, "0", "", asks)).toEqual(["D", "E", "F"]);
  expect(await uncomputed({ D1: "SUM(H1:H9)", E1: "B1+B1-C1" }, "0", "", asks)).toEqual([]);
  expect(await uncomputed({ D1: "LOOKUP(B1,1,2)" }, "7", "", asks)).toEqual([]);
});

test("formulas that cells share are those of the first, moved", async () => {
  const cells = (second: string) =>
    `<sheetData><row r="1"><c r="A1" t="str"><v>行</v></c><c r="B1"><v>1</v></c><c r="C1"><f t="shared" si="0" ref="C1:C2">$A$3+B1</f><v>0</v></c></row><row r="2"><c r="A2" t="str"><v>列</v></c><c r="B2"><v>${second}</v></c><c r="C2"><f t="shared" si="0"/><v>0</v></c></row></sheetData>`;
  const told = async (second: string) => {
    const { text, oddityAt } = await plainOf([{ name: "甲", markup: cells(second) }]);
    const last = text.lastIndexOf("0");
    return oddityAt?.(last);
  };
  expect(await told("5")).toBe("uncomputed");
  expect(await told("0")).toBe(null);
});

test.each([
  ["second", "visible"],
  ["it's & 2", "visible"],
  ["second", "hidden"],
])("figures of another sheet are known: %s, %s", async (name, state) => {
  const row = (cells: string) => `<sheetData><row r="1">${cells}</row></sheetData>`;
  const formula = `'${name.toUpperCase().replace("'", "''")}'!B1`.replace("&", "&amp;");
  const told = async (figure: string) => {
    const { text, oddityAt } = await plainOf([
      { name: "甲", markup: row(`<c t="str"><v>行</v></c><c><f>${formula}</f><v>0</v></c>`) },
      { name: name.replace("&", "&amp;"), markup: row(`<c/><c><v>${figure}</v></c>`), state },
    ]);
    return oddityAt?.(text.indexOf("0"));
  };
  expect(await told("7")).toBe("uncomputed");
  expect(await told("0")).toBe(null);
});

test.each([
  ["the result that it gives", { D1: "SUM(B1:C1)" }, "3", []],
  ["the result of other figures", { D1: "SUM(B1:C1)" }, "4", ["D"]],
  ["a sum of sums of which one is stale", { D1: "SUM(B1:C1)", E1: "D1" }, "4", ["D", "E"]],
  ["what only a program can compute", { D1: "LOOKUP(B1,1,2)" }, "4", []],
  ["a sum over what only a program can compute", { D1: "LOOKUP(B1,1,2)", E1: "D1+B1-1" }, "4", []],
  ["words among its figures", { D1: "A1+B1" }, "4", []],
  ["the last digit of a fraction", { D1: "(B1+C1)*1", E1: "SUM(B1:C1)" }, "3.0000000001", []],
  ["a choice", { D1: `IF(B1="","",B1+C1)` }, "4", ["D"]],
  ["a choice that gives it", { D1: `IF(B1="","",B1+C1)` }, "3", []],
  ["a choice of blanks", { D1: `IF(Z1="","",7)` }, "4", ["D"]],
  ["a zero that is no blank", { D1: `IF(Y1=0,IF(Y1="",4,5),6)` }, "4", []],
  ["an error that is taken away", { D1: "IFERROR(B1/Z1,C1)" }, "4", ["D"]],
  ["an error", { D1: "B1/Z1" }, "4", []],
  ["a rounded figure", { D1: "ROUND(B1*C1*1.275,2)" }, "2.55", []],
  ["a rounded half", { D1: "ROUND(B1*1.005,2)" }, "1.01", []],
  ["another rounded figure", { D1: "ROUND(B1*C1*1.2,0)" }, "3", ["D"]],
  ["a sum of products", { D1: "SUMPRODUCT(B1:C1,B1:C1)" }, "6", ["D"]],
  ["a sum of conditions", { D1: "SUM(IF(B1&gt;0,B1,0),N(A1),MAX(B1:C1))" }, "4", ["D"]],
  ["several conditions", { D1: "IF(AND(B1&lt;=1,NOT(C1&lt;&gt;2)),8/2,5)" }, "4", []],
  ["a range where one cell is meant", { D1: "IF(B1:C1,1,2)" }, "4", []],
  ["a blank among conditions", { D1: "IF(AND(B1&gt;0,Z1),4,5)" }, "4", []],
  ["words that spell a number otherwise", { D1: `IFERROR("1,234"*1,5)` }, "4", []],
  ["a name of its own", { D1: "IF(甲项,1,2)" }, "4", []],
])("a formula stored as something else than 0: %s", async (_name, formulas, result, columns) => {
  expect(await uncomputed(formulas, result, "", "", "stale")).toEqual(columns);
  expect(await uncomputed(formulas, result)).toEqual([]);
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

test("words that double from cell to cell are not followed for ever", async () => {
  const column = (index: number) => String.fromCharCode(67 + index);
  const doubled = Object.fromEntries(
    Array.from({ length: 22 }, (_, index) => {
      const before = `${column(index)}1`;
      return [`${column(index + 1)}1`, `${before}&amp;${before}`];
    }),
  );
  expect(await uncomputed(doubled, "4", "", "", "stale")).toContain("D");
});

test("a sum too wide to be added up is not known by its first part", async () => {
  const last = '<row r="1048576"><c r="A1048576"><v>7</v></c></row>';
  const wide = { E1: "B1+SUM(B2:B1048576)-B1" };
  expect(await uncomputed(wide, "0", last)).toEqual([]);
  expect(await uncomputed({ D1: "SUM(B1:C1)", ...wide }, "0", last)).toEqual(["D", "E"]);
});

test("a blank that a formula no longer gives is told", async () => {
  const told = async (figure: string) => {
    const formula = `<c r="C1" t="str"><f>IF(B1=0,"",B1*2)</f><v></v></c>`;
    const markup = `<sheetData><row r="1"><c r="A1" t="str"><v>行</v></c><c r="B1"><v>${figure}</v></c>${formula}<c r="D1"><v>5</v></c></row></sheetData>`;
    const { text, oddityAt } = await plainOf([{ name: "甲", markup }]);
    return Array.from(text, (_, at) => oddityAt?.(at)).filter((one) => one === "stale").length > 0;
  };
  expect(await told("3")).toBe(true);
  expect(await told("0")).toBe(false);
});

test.each([
  "((((1",
  "IF(",
  `"`,
  "1+",
  "SUM(B1:C1)*",
  "B1 C1",
  `${"(".repeat(100)}1${")".repeat(100)}*1`,
])("what is no formula is not followed: %s", async (formula) => {
  expect(await uncomputed({ D1: formula }, "4", "", "", "stale")).toEqual([]);
});
