import { describe, expect, it } from "vitest";
import { BLANK_CELL, consistentContent, numberCell, withCells } from "#lib/testing/content.ts";
import { EDITION_2021 } from "./2021.ts";
import type { ReportContent } from "./content.ts";
import { cellSpecs, type Edition } from "./edition.ts";
import { EDITIONS, editionById } from "./registry.ts";
import { SERIES, seriesValue } from "./series.ts";
import { replacedCells } from "./sum-instances.ts";

const content = consistentContent(EDITION_2021, 11);
const figure = (key: string, { edition, cells }: ReportContent) => {
  const series = SERIES.find((candidate) => candidate.key === key);
  const form = editionById(edition);
  if (!series || !form) throw new Error(`no series ${key} in ${edition}`);
  return seriesValue(series, edition, cells, replacedCells(form, cells));
};

describe("the series", () => {
  it("name only cells that their edition has", () => {
    for (const series of SERIES)
      for (const [id, keys] of Object.entries(series.cells)) {
        const specs = cellSpecs(editionById(id) as Edition);
        for (const key of keys) expect(specs.has(key), `${series.key}: ${key}`).toBe(true);
      }
  });

  it("add up in both editions to what was handled", () => {
    const outcomes = ["granted", "partlyGranted", "refused", "unavailable", "notProcessed"];
    for (const edition of EDITIONS) {
      const report = consistentContent(edition, 5);
      const parts = [...outcomes, "otherHandling"].map((key) => figure(key, report) ?? Number.NaN);
      expect(parts.reduce((sum, value) => sum + value, 0)).toBe(figure("handled", report));
    }
  });

  it("are null where a cell is blank or absent: blank is not zero", () => {
    const key = "requests.denied.thirdParty.total";
    expect(figure("refused", content)).toBeTypeOf("number");
    expect(figure("refused", withCells(content, { [key]: BLANK_CELL }))).toBeNull();
    expect(figure("refused", withCells(content, { [key]: null }))).toBeNull();
  });

  it("take （六） from its one row, from its three parts, and never from both", () => {
    const parts = ["notCorrected", "feeUnpaid", "other"].map((p) => `requests.other.${p}.total`);
    const sum = parts.reduce((total, key) => total + (content.cells[key]?.value ?? 0), 0);
    expect(figure("otherHandling", content)).toBe(sum);
    const whole = { "requests.other.total": numberCell(4) };
    const alone = withCells(content, {
      ...whole,
      ...Object.fromEntries(parts.map((key) => [key, null])),
    });
    // The other columns of the three parts are still there, so the report prints both.
    expect(figure("otherHandling", withCells(content, whole))).toBe(sum);
    const cells = Object.fromEntries(
      Object.entries(alone.cells).filter(
        ([key]) => !/^requests\.other\.(notCorrected|feeUnpaid|other)\./.test(key),
      ),
    );
    expect(figure("otherHandling", { ...alone, cells })).toBe(4);
  });

  it("are null in an edition that has no such series, and without an edition", () => {
    const [inForce] = SERIES.filter(({ key }) => key === "normativeInForce");
    if (!inForce) throw new Error("series missing");
    expect(seriesValue(inForce, "2019", content.cells, new Set())).toBeNull();
    expect(seriesValue(inForce, null, content.cells, new Set())).toBeNull();
  });
});
