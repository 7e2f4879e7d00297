import { beforeAll, describe, expect, it } from "vitest";
import { db } from "#lib/platform/db.ts";
import { archiveCopy } from "#lib/testing/archive-copy.ts";
import { testDatabase } from "#lib/testing/database.ts";
import { type ReportWorld, reportWorld } from "#lib/testing/report-world.ts";
import { type FacetName, RANGES } from "./engine.ts";
import { searchReports } from "./search.ts";
import { reconcile } from "./sync.ts";

const NOW = new Date("2026-05-01T00:00:00Z");
testDatabase();
let world: ReportWorld;

const publish = (agencyId: string, year: number) => archiveCopy(world, { agencyId, year }, NOW);

beforeAll(async () => {
  world = await reportWorld();
  await publish(world.unreviewed, 2020);
  await publish(world.unreviewed, 2023);
  await publish(world.elsewhere, 2021);
  await reconcile(NOW);
});

const valuesOf = async (name: FacetName, given: Record<string, string | string[]>) => {
  const { facets } = await searchReports(given, NOW);
  return (facets.find((facet) => facet.name === name)?.values ?? []).map(
    ({ value, count, isChosen }) => [value, count, ...(isChosen ? ["chosen"] : [])],
  );
};

describe("values of a facet", () => {
  it("every year between the first and the last is there, with nothing too", async () => {
    expect(await valuesOf("year", {})).toEqual([
      ["2023", 1],
      ["2022", 0],
      ["2021", 1],
      ["2020", 1],
    ]);
  });
  it("chosen ones come first, and counts ignore the choice", async () => {
    expect(await valuesOf("year", { year: ["2020", "2021"] })).toEqual([
      ["2021", 1, "chosen"],
      ["2020", 1, "chosen"],
      ["2023", 1],
      ["2022", 0],
    ]);
    const levels = await valuesOf("level", { level: "county", year: "2022" });
    expect(levels[0]).toEqual(["county", 0, "chosen"]);
    expect(levels).toHaveLength(5);
  });
  it("a place that counts nothing under the other conditions stays, behind those that do", async () => {
    const all = await valuesOf("region", {});
    const narrowed = await valuesOf("region", { year: "2022" });
    expect(all.length).toBeGreaterThan(0);
    expect(narrowed.map(([code]) => code).toSorted()).toEqual(all.map(([code]) => code).toSorted());
    expect(narrowed.every(([, count]) => count === 0)).toBe(true);
  });
});

it.each(RANGES)("reports within bounds on %s are those SQL finds, blanks left out", async (key) => {
  const column =
    key === "grantedShare" ? "round(100.0 * granted / nullif(handled, 0))" : `"${key}"`;
  for (const [min, max] of [
    [0, 100],
    [1, 3],
    [50, 100],
  ]) {
    const [{ count = 0n } = {}] = await db().$queryRawUnsafe<{ count: bigint }[]>(
      `SELECT count(*) FROM "VersionSeries" WHERE ${column} BETWEEN ${min} AND ${max}`,
    );
    const given = { [`${key}.min`]: String(min), [`${key}.max`]: String(max) };
    expect((await searchReports(given, NOW)).total, `${min}–${max}`).toBe(Number(count));
  }
});

describe("the search box of the region facet", () => {
  const found = async (text: string | string[], given: Record<string, string> = {}) =>
    (await searchReports({ ...given, "region.name": text }, NOW)).regionSearch;

  it("finds by name, part of a name and pinyin, and counts as SQL does", async () => {
    const { code, name } = await db().region.findFirstOrThrow({ where: { name: "丙县" } });
    const [{ count = 0n } = {}] = await db().$queryRaw<{ count: bigint }[]>`
      SELECT count(*) FROM "SearchFacet" WHERE "regionPath" @> ARRAY[${code}]::text[]`;
    for (const text of ["丙县", "丙", "bingxian", " ＢＸ "]) {
      const search = await found(text);
      expect(search?.values[0], text).toMatchObject({ value: code, label: { zh: name } });
      expect(search?.values[0]?.count, text).toBe(Number(count));
    }
  });
  it("counts follow the other conditions and ignore the regions chosen", async () => {
    expect((await found("丙县", { year: "2023" }))?.values[0]?.count).toBe(1);
    expect((await found("丙县", { year: "2022" }))?.values[0]?.count).toBe(0);
    const chosen = await found("丙县", { region: "990101" });
    expect(chosen?.values[0]).toMatchObject({ isChosen: true, count: 2 });
    expect(chosen?.values[0]?.above.length).toBeGreaterThan(0);
  });
  it("nothing typed, nothing looked for; what is no name finds nothing", async () => {
    expect(await found("")).toBeNull();
    expect(await found(" ")).toBeNull();
    for (const text of ["龘龘", "'); --", "\0", "%", "\ud800", "丙".repeat(500)])
      expect((await found(text))?.values ?? [], text).toEqual([]);
    expect((await found(["丙县", "x"]))?.values).toHaveLength(1);
  });
});
