import { describe, expect, it } from "vitest";
import { EDITION_2019 } from "./2019.ts";
import { EDITION_2021 } from "./2021.ts";
import { cellSpecs, defineEdition, type Edition, officialCells, type Table } from "./edition.ts";
import { EDITIONS, editionById, editionForYear } from "./registry.ts";

const withRequests = (change: (table: Table) => Table): Edition => ({
  ...EDITION_2021,
  tables: EDITION_2021.tables.map((table) => (table.key === "requests" ? change(table) : table)),
});
const withRows = (
  change: (rows: Table["blocks"][number]["rows"]) => Table["blocks"][number]["rows"],
) =>
  withRequests((table) => ({
    ...table,
    blocks: table.blocks.map((block) => ({ ...block, rows: change(block.rows) })),
  }));

describe("the editions", () => {
  it("have 198 and 200 official cells", () => {
    expect(officialCells(EDITION_2019)).toHaveLength(198);
    expect(officialCells(EDITION_2021)).toHaveLength(200);
  });

  it("count 22 + 161 + 15 and 10 + 175 + 15 by table", () => {
    const byTable = (edition: Edition) =>
      edition.tables.map(
        (table) => officialCells(edition).filter((spec) => spec.table === table).length,
      );
    expect(byTable(EDITION_2019)).toEqual([22, 161, 15]);
    expect(byTable(EDITION_2021)).toEqual([10, 175, 15]);
  });

  it("say a unit for each amount and both languages for each label", () => {
    for (const edition of EDITIONS)
      for (const { column, row } of cellSpecs(edition).values()) {
        if (column.type === "amount") expect(column.unit).toBeDefined();
        for (const label of [column.label, row.label, row.short ?? row.label]) {
          expect(label.zh).toMatch(/\p{Script=Han}/u);
          expect(label.en).toMatch(/^[\x20-\x7e]+$/);
        }
      }
  });

  it("cover each year from 2019 once", () => {
    expect(editionForYear(2018)).toBeNull();
    for (const year of [2019, 2020]) expect(editionForYear(year)).toBe(EDITION_2019);
    for (const year of [2021, 2022, 2040]) expect(editionForYear(year)).toBe(EDITION_2021);
    expect(editionById("2019")).toBe(EDITION_2019);
    expect(editionById("2013")).toBeNull();
    expect(editionById(null)).toBeNull();
  });
});

describe("defineEdition refuses a form that contradicts itself", () => {
  it("a row that stands twice", () => {
    const twice = withRows((rows) => [...rows, ...rows.slice(0, 1)]);
    expect(() => defineEdition(twice)).toThrow("requests.received.naturalPerson stands twice");
  });

  it("a row in an unknown group", () => {
    const lost = withRows((rows) =>
      rows.map((row) => (row.key === "granted" ? { ...row, group: "nowhere" } : row)),
    );
    expect(() => defineEdition(lost)).toThrow("requests.granted names an unknown group nowhere");
  });

  it("a column in an unknown group", () => {
    const lost = withRequests((table) => ({ ...table, columnGroups: [] }));
    expect(() => defineEdition(lost)).toThrow(/requests\.company names an unknown group/);
  });

  it("a sum over a row that the form does not have", () => {
    const short = withRows((rows) => rows.filter(({ key }) => key !== "handled"));
    expect(() => defineEdition(short)).toThrow(/R0[12] names requests\.handled/);
  });

  it("a row that stands for rows unknown", () => {
    const lost = withRows((rows) =>
      rows.map((row) => (row.insteadOf ? { ...row, insteadOf: ["other.nobody"] } : row)),
    );
    expect(() => defineEdition(lost)).toThrow("stands for an unknown row other.nobody");
  });

  it("years in the wrong order", () => {
    const reversed = { ...EDITION_2021, validTo: 2020 };
    expect(() => defineEdition(reversed)).toThrow("validTo lies before validFrom");
  });
});
