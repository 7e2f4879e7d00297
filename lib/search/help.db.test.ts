import { beforeAll, expect, it } from "vitest";
import { db } from "#lib/platform/db.ts";
import { archiveCopy } from "#lib/testing/archive-copy.ts";
import { testDatabase } from "#lib/testing/database.ts";
import { type ReportWorld, reportWorld } from "#lib/testing/report-world.ts";
import { searchReports } from "./search.ts";
import { reconcile } from "./sync.ts";

const NOW = new Date("2026-05-01T00:00:00Z");
testDatabase();
let world: ReportWorld;

const publish = (agencyId: string, year: number) => archiveCopy(world, { agencyId, year }, NOW);

beforeAll(async () => {
  world = await reportWorld();
  await db().agency.update({ where: { id: world.unreviewed }, data: { name: "丙县审计局" } });
  await publish(world.unreviewed, 2022);
  await publish(world.unreviewed, 2023);
  await reconcile(NOW);
});

const helpOn = async (given: Record<string, string>) => (await searchReports(given, NOW)).help;

it("a name that sounds the same, with what it finds under the same conditions", async () => {
  expect((await helpOn({ q: "炳县" })).respellings).toEqual([
    { q: "丙县", from: "炳县", to: "丙县", count: 2 },
  ]);
  const [narrowed] = (await helpOn({ q: "炳县 审计", year: "2023" })).respellings;
  expect(narrowed).toMatchObject({ q: "丙县 审计", count: 1 });
  const { total } = await searchReports({ q: narrowed?.q ?? "", year: "2023" }, NOW);
  expect(total).toBe(narrowed?.count);
});

it("what would find nothing is not offered", async () => {
  expect((await helpOn({ q: "炳县", year: "2021" })).respellings).toEqual([]);
  expect((await helpOn({ q: "绝无此词" })).respellings).toEqual([]);
});

it("the nearest agencies, those with public reports alone", async () => {
  const near = async (q: string) => (await helpOn({ q })).agencies.map(({ id }) => id);
  expect(await near("丙县审记局")).toEqual([world.unreviewed]);
  expect(await near("炳县审计署")).toEqual([world.unreviewed]);
  expect(await near("绝无此词")).toEqual([]);
  await db().agency.update({ where: { id: world.elsewhere }, data: { name: "丙县审计厅" } });
  expect(await near("丙县审记局")).toEqual([world.unreviewed]);
});

it("no help is given where something was found, and none fails on odd words", async () => {
  expect(await helpOn({ q: "丙县" })).toEqual({ respellings: [], agencies: [] });
  for (const q of ["'); --", "%_\\", "龘".repeat(200), "“炳县”", "a & b | !c:*"])
    expect((await helpOn({ q })).respellings, q).toEqual([]);
});
