import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { numberCell } from "#lib/testing/content.ts";
import { seededRandom } from "#lib/testing/random.ts";
import { EDITION_2019 } from "./2019.ts";
import { EDITION_2021 } from "./2021.ts";
import type { Cells } from "./content.ts";
import { cellSpecs, officialCells, tableOf } from "./edition.ts";
import { exampleCells } from "./example-cells.ts";
import { omittedRows } from "./printed.ts";
import { EDITIONS } from "./registry.ts";
import { demandedSums, replacedCells } from "./sum-instances.ts";

const byRule = (cells: Cells, edition = EDITION_2021) =>
  Object.entries(Object.groupBy(demandedSums(edition, cells), ({ rule }) => rule)).map(
    ([rule, sums]) => [rule, sums?.length],
  );
const column = (row: string, cells: Cells) =>
  demandedSums(EDITION_2021, cells).find(({ id }) => id === row);
const row = (key: string): Cells =>
  Object.fromEntries(
    [...cellSpecs(EDITION_2021).values()]
      .filter((spec) => spec.table.key === "requests" && spec.row.key === key)
      .map((spec) => [spec.key, numberCell(1)]),
  );
const PARTS = { ...row("other.notCorrected"), ...row("other.feeUnpaid"), ...row("other.other") };

describe("the sums a report must satisfy", () => {
  it("are 42 in edition 2021 and 40 in 2019", () => {
    const seven = [
      ["R01", 7],
      ["R02", 7],
    ];
    expect(byRule({})).toEqual([...seven, ["R03", 25], ["R04", 3]]);
    expect(byRule({}, EDITION_2019)).toEqual([...seven, ["R03", 23], ["R04", 3]]);
  });

  it("take （六） where it is printed as one row, and its parts where they are", () => {
    const sum = (cells: Cells) => column("R01.company", cells)?.left ?? [];
    expect(sum(row("other"))).toContain("requests.other.company");
    expect(sum(row("other"))).not.toContain("requests.other.other.company");
    expect(sum(PARTS)).toContain("requests.other.other.company");
    expect(sum(PARTS)).not.toContain("requests.other.company");
    expect(sum(row("other"))).toHaveLength(19);
    expect(sum(PARTS)).toHaveLength(21);
  });

  it("count 40 sums with （六） as one row: two rows fewer", () => {
    expect(demandedSums(EDITION_2021, row("other"))).toHaveLength(40);
  });

  it("never add （六） twice where a report prints both the row and its parts", () => {
    const both = { ...PARTS, ...row("other") };
    expect(column("R01.company", both)?.left).toHaveLength(21);
    expect(demandedSums(EDITION_2021, both)).toHaveLength(42);
    // … though both are printed.
    expect(omittedRows(tableOf(EDITION_2021, "requests"), (key) => key in both).size).toBe(0);
  });

  it("leave out the optional row of a blank form, and the three parts beside one row", () => {
    expect(replacedCells(EDITION_2021, {}).size).toBe(7);
    expect(replacedCells(EDITION_2021, row("other")).size).toBe(21);
    expect(replacedCells(EDITION_2019, {}).size).toBe(0);
  });
});

describe("example cells", () => {
  it.each(EDITIONS)("fill the form of edition $id and satisfy each of its sums", (edition) => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const cells = exampleCells(edition, seededRandom(seed));
        expect(Object.keys(cells)).toEqual(officialCells(edition).map(({ key }) => key));
        for (const { left, right, id } of demandedSums(edition, cells)) {
          const add = (keys: string[]) =>
            keys.reduce((sum, key) => sum + (cells[key]?.value ?? Number.NaN), 0);
          expect(add(left), id).toBe(add(right));
        }
        for (const { key, column } of officialCells(edition))
          if (column.type !== "change") expect(cells[key]?.value).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 60 },
    );
  });
});
