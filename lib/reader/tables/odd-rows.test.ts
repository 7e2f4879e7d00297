import { describe, expect, test } from "vitest";
import { type Edition, tableCells } from "#lib/editions/edition.ts";
import { editionById } from "#lib/editions/registry.ts";
import { BLANK_CELL, consistentContent, numberCell, withCells } from "#lib/testing/content.ts";
import type { Doubt } from "./doubt.ts";
import { oddRows } from "./odd-rows.ts";

const edition = editionById("2021") as Edition;
const sound = consistentContent(edition, 7);
const told = (changes: Parameters<typeof withCells>[1]) =>
  oddRows(edition, withCells(sound, changes).cells).map(({ code, row }) => `${code} ${row?.key}`);

const ROW = "requests.granted";
const COLUMNS = [
  "naturalPerson",
  "company",
  "research",
  "publicInterest",
  "legalService",
  "otherOrganisation",
  "total",
];
const row = (values: readonly (number | null)[], name = ROW) =>
  Object.fromEntries(
    values.map((value, index) => [
      `${name}.${COLUMNS[index]}`,
      value === null ? BLANK_CELL : numberCell(value),
    ]),
  );
const blankTotals = Object.fromEntries(
  edition.tables
    .flatMap(tableCells)
    .flatMap(({ key }) =>
      key.startsWith("requests.") && key.endsWith(".total") && key in sound.cells
        ? [[key, BLANK_CELL]]
        : [],
    ),
);

describe("rows that may have moved up by a cell", () => {
  test("a sound report has none", () => expect(told({})).toEqual([]));
  test("a row without its total among rows that print theirs", () =>
    expect(told(row([1, 2, 3, 0, 0, 6, null]))).toEqual(["shifted granted"]));
  test("a row of zeros without its total among rows that print theirs", () =>
    expect(told(row([0, 0, 0, 0, 0, 0, null]))).toEqual(["shifted granted"]));
  test("one whose last part is blank too, as where two cells are missing, in exact rows as well", () => {
    const { cells } = withCells(sound, row([1, 2, 3, 0, 0, null, null]));
    const codes = (isExact: boolean) =>
      oddRows(edition, cells, [], isExact).map(({ code }) => code);
    expect([codes(false), codes(true)]).toEqual([["shifted"], ["shifted"]]);
  });
  test("a row whose first cell is blank and whose total is less than its parts may have moved down by a cell", () => {
    expect(told(row([null, 1, 2, 0, 4, 0, 3]))).toEqual(["late granted"]);
    expect(told(row([null, 1, 2, 0, 4, 0, 7]))).toEqual([]);
    expect(told(row([null, 1, 2, 0, 4, 0, 9]))).toEqual([]);
    expect(told(row([1, null, 2, 0, 4, 0, 3]))).toEqual([]);
  });
  test("among such rows the others that begin with a blank are as doubtful, but for those whose total holds", () => {
    const late = ["received", "carriedIn", "partlyGranted"].map((name) =>
      row([null, 1, 2, 0, 4, 0, 3], `requests.${name}`),
    );
    const changes = (values: (number | null)[]) => Object.assign({}, ...late, row(values));
    expect(told(changes([null, 1, 2, 0, 4, 0, 9]))).toContain("lateToo granted");
    expect(told(changes([null, 1, 2, 0, 0, 0, null]))).toContain("lateToo granted");
    expect(told(changes([null, 0, 0, 0, 0, 0, 0]))).toContain("lateToo granted");
    expect(told(changes([null, 1, 2, 0, 4, 0, 7])).join(" ")).not.toContain("granted");
    expect(told(changes([1, 1, 2, 0, 4, 0, 8])).join(" ")).not.toContain("lateToo");
  });
  test("a column of totals left blank is what the source prints", () =>
    expect(told(blankTotals)).toEqual([]));
  test.each([
    ["the sum of its others", 5, ["shifted received"]],
    ["another figure", 6, []],
  ])("the one row with figures, without its total, ends in %s", (_, last, shifted) => {
    const blank = Object.fromEntries(
      Object.keys(sound.cells).flatMap((key) =>
        key.startsWith("requests.") ? [[key, BLANK_CELL]] : [],
      ),
    );
    const only = row([0, 5, 0, 0, 0, last, null], "requests.received");
    expect(told({ ...blank, ...only })).toEqual(shifted);
  });
  test("a column left out: the totals stand in the last column of parts", () => {
    const moved = Object.fromEntries(
      ["received", "granted", "handled"].flatMap((name) =>
        Object.entries(row([4, 5, 1, 0, 0, 10, null], `requests.${name}`)),
      ),
    );
    const others = Object.fromEntries(
      Object.keys(sound.cells).flatMap((key) =>
        key.startsWith("requests.") && !(key in moved) ? [[key, numberCell(0)]] : [],
      ),
    );
    expect(told({ ...others, ...moved })).toEqual([
      "shifted received",
      "shifted granted",
      "shifted handled",
    ]);
    // Beside them rows of zeros, whose totals moved as well.
    expect(told({ ...others, ...blankTotals, ...moved })).toEqual(
      expect.arrayContaining(["shifted received", "shifted granted", "shifted handled"]),
    );
  });
});

describe("figures copied to every cell", () => {
  const made = (value: string) =>
    Object.fromEntries(
      ["made", "repealed", "inForce"].map((column) => [
        `proactive.regulations.${column}`,
        { ...numberCell(Number(value) || 0), raw: value },
      ]),
    );
  test.each([
    ["3200", ["copied regulations"]],
    ["000", ["copied regulations"]],
    ["零零三", ["copied regulations"]],
    ["32", []],
    ["0", []],
    ["十二", []],
  ])("%s", (value, expected) => expect(told(made(value))).toEqual(expected));
});

test("a group with figures of its own among some of its parts", () => {
  const group = row([0, 0, 0, 0, 5, 0, 5], "requests.other");
  const without = Object.fromEntries(
    COLUMNS.map((column) => [`requests.other.notCorrected.${column}`, null]),
  );
  expect(told({ ...group, ...without })).toEqual(["loneGroup other"]);
  expect(told(group)).toEqual([]);
});

test("a group with figures of its own beside a part that was left out", () => {
  const none = Object.fromEntries(
    ["notCorrected", "feeUnpaid", "other"].flatMap((part) =>
      COLUMNS.map((column) => [`requests.other.${part}.${column}`, null]),
    ),
  );
  const { cells } = withCells(sound, { ...row([0, 0, 0, 0, 5, 0, 5], "requests.other"), ...none });
  const leftOut = COLUMNS.map((column) => `requests.other.feeUnpaid.${column}`);
  const codes = (doubts: readonly Doubt[]) =>
    oddRows(edition, cells, doubts).map(({ code }) => code);
  expect(codes([])).not.toContain("loneGroup");
  expect(codes([{ code: "rowLength", cells: leftOut, words: "" }])).toContain("loneGroup");
});

describe("columns that have changed places", () => {
  const blank = Object.fromEntries(
    Object.keys(sound.cells).flatMap((key) =>
      key.startsWith("requests.") ? [[key, BLANK_CELL]] : [],
    ),
  );
  const codes = (changes: Parameters<typeof withCells>[1]) =>
    oddRows(edition, withCells(sound, { ...blank, ...changes }).cells).map(
      ({ code, words, cells }) => [code, words, cells.length],
    );
  const all = Object.keys(sound.cells).filter((key) => key.startsWith("requests.")).length;
  const received = (values: readonly number[]) => row(values, "requests.received");
  test("where always the same other column is the sum of all others", () =>
    expect(codes({ ...received([9, 4, 5, 0, 0, 0, 0]), ...row([7, 1, 0, 2, 0, 0, 4]) })).toEqual([
      ["turned", "自然人", all],
    ]));
  test("not where a row has its total", () =>
    expect(codes({ ...received([9, 4, 4, 0, 0, 0, 1]), ...row([7, 1, 0, 2, 0, 0, 10]) })).toEqual(
      [],
    ));
  test("not where totals are none", () =>
    expect(codes(received([9, 4, 5, 0, 0, 0, 0]))).toEqual([]));
  test("not where two figures are equal", () =>
    expect(codes(received([9, 0, 0, 0, 0, 0, 9]))).toEqual([]));
});
