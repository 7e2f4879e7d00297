import pg from "pg";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { agenciesOf, childRegions, regionByCode, searchAgencies } from "#lib/agencies/queries.ts";
import { systemActor } from "#lib/identity/actor.ts";
import { db, transaction } from "#lib/platform/db.ts";
import { numberCell, withCells } from "#lib/testing/content.ts";
import { testDatabase } from "#lib/testing/database.ts";
import { type ReportWorld, reportWorld, soundContent } from "#lib/testing/report-world.ts";
import { importArchive, publishArchiveBatch } from "./commands-archive.ts";
import type { ArchiveRow } from "./commands-archive-rows.ts";
import { submit } from "./commands-review.ts";
import { revise, startReport } from "./commands-start.ts";
import { agencyYears } from "./queries-agency.ts";
import { deskYears, draftForEditing } from "./queries-desk.ts";
import {
  newestReports,
  publicYears,
  regionTiles,
  sitemapRows,
  yearAtAGlance,
} from "./queries-home.ts";
import { moderationQueue, reviewScreen } from "./queries-moderation.ts";
import { publicContent, publicDiff, publicReport } from "./queries-public.ts";

testDatabase();
let world: ReportWorld;

const NOW = new Date("2024-05-01T00:00:00Z");
const RECEIVED = "requests.received.total";
const system = systemActor("test");

function row(agencyId: string, year: number, received: number, more: Partial<ArchiveRow> = {}) {
  const content = withCells(soundContent(year), { [RECEIVED]: numberCell(received) });
  return {
    agencyId,
    year,
    scope: "organ",
    content,
    sourceUrl: null,
    sourceName: "测试",
    summarised: false,
    synthetic: true,
    publishedAt: new Date(`${year + 1}-01-20T00:00:00Z`),
    ...more,
  } satisfies ArchiveRow;
}

/** Agencies beside those of the world: the county's government, its town, and the province's own organ. */
async function makeFamily() {
  const town = { code: "990101100", name: "戊镇", stem: "戊", level: "township" } as const;
  const path = ["990000", "990100", "990101", "990101100"];
  await db().region.create({ data: { ...town, parentCode: "990101", path } });
  const make = (id: string, regionCode: string) =>
    db().agency.create({
      data: {
        id,
        name: `${id}政府`,
        kind: "government",
        level: "county",
        regionCode,
        aliases: [`旧${id}`],
      },
    });
  await make("county", "990101");
  await make("town", "990101100");
  await make("province", "990000");
}

const publishAll = (rows: ArchiveRow[]) =>
  transaction((tx) =>
    publishArchiveBatch(tx, rows, { actor: system, now: NOW, search: "rebuild" }),
  );

beforeAll(async () => {
  world = await reportWorld();
  await makeFamily();
  await publishAll([
    row("reviewed", 2022, 10),
    row("reviewed", 2023, 20),
    row("unreviewed", 2022, 5),
    row("town", 2022, 3),
    row("province", 2022, 100),
    row("elsewhere", 2022, 7),
  ]);
});

describe("a batch of archive copies", () => {
  it("skips what is there, leaves one event and one rebuild", async () => {
    const again = [row("reviewed", 2022, 99), row("town", 2021, 1), row("town", 2021, 2)];
    expect(await publishAll(again)).toEqual({ published: 1, skipped: 2 });
    expect(await publicContent("reviewed", 2022, NOW)).toMatchObject({
      cells: { [RECEIVED]: { value: 10 } },
    });
    const events = await db().auditEvent.findMany({ where: { kind: "report.archive-loaded" } });
    expect(events.map(({ chain, data }) => [chain, data])).toEqual([
      ["system", { agencies: 5, reports: 6, source: "测试" }],
      ["system", { agencies: 1, reports: 1, source: "测试" }],
    ]);
    const jobs = await db().$queryRaw`SELECT key FROM graphile_worker._private_jobs`;
    expect(jobs).toEqual([{ key: "search.rebuild" }]);
  });

  it("is not for a moderator", async () => {
    const batch = transaction((tx) =>
      publishArchiveBatch(tx, [], { actor: world.moderator, now: NOW, search: "none" }),
    );
    await expect(batch).rejects.toThrow("may not publish a batch");
  });
});

describe("the year at a glance", () => {
  const received = async () => (await yearAtAGlance(2022, NOW)).figures.received;

  it("adds what stands beside one another, and nothing twice", async () => {
    expect(await yearAtAGlance(2022, NOW)).toMatchObject({ reports: 5, counted: 5, synthetic: 5 });
    expect(await received()).toEqual({ sum: 125, reports: 5 });
    // 本级政府汇总 of the county covers the county's organs, but not its town.
    await publishAll([row("county", 2022, 15, { scope: "government" })]);
    expect(await received()).toEqual({ sum: 125, reports: 4 });
    // 本行政区域 of the same county covers its town as well.
    await db().report.updateMany({ where: { agencyId: "county" }, data: { scope: "area" } });
    expect(await received()).toEqual({ sum: 122, reports: 3 });
    // 本行政区域 of the province covers all below it, and not the other province.
    await db().report.updateMany({ where: { agencyId: "province" }, data: { scope: "area" } });
    expect(await received()).toEqual({ sum: 107, reports: 2 });
    expect((await yearAtAGlance(2022, NOW)).reports).toBe(6);
  });

  it("counts no blank as a zero and is empty for a year without reports", async () => {
    const blank = { [RECEIVED]: { raw: "", value: null, state: "blank" as const } };
    const content = withCells(soundContent(2019 + 3), blank);
    await publishAll([row("county", 2021, 0, { content: { ...content, year: 2021 } })]);
    const glance = await yearAtAGlance(2021, NOW);
    expect(glance).toMatchObject({ reports: 2, figures: { received: { sum: 1, reports: 1 } } });
    expect(await yearAtAGlance(1999, NOW)).toMatchObject({
      reports: 0,
      figures: { received: { sum: 0, reports: 0 } },
    });
  });
});

describe("what the public reads", () => {
  it("shows a report with its region's names, neighbours and figures, in four queries", async () => {
    const asked = vi.spyOn(pg.Client.prototype, "query");
    const report = await publicReport("town", 2022, NOW);
    expect(asked.mock.calls).toHaveLength(4);
    asked.mockRestore();
    expect(report).toMatchObject({
      kind: "published",
      origin: "archive",
      sourceName: "测试",
      years: [2021],
      series: { received: 3 },
      version: { number: 1, isCurrent: true },
    });
    expect(report?.agency.regionPath.map(({ name }) => name)).toEqual([
      "甲省",
      "乙市",
      "丙县",
      "戊镇",
    ]);
    expect(await publicReport("town", 2020, NOW)).toBeNull();
    expect(await publicReport("nobody", 2022, NOW)).toBeNull();
    for (const odd of [0, -1, 2, 1.5, 1e12, Number.NaN]) {
      expect(await publicReport("town", 2022, NOW, odd)).toBeNull();
      expect(await publicReport("town", odd, NOW)).toBeNull();
      expect(await publicDiff("town", 2022, [1, odd], NOW)).toBeNull();
    }
  });

  it("lists years with the chain of 结转, newest reports, provinces and the sitemap", async () => {
    const { years, chain } = await agencyYears("reviewed", NOW);
    expect(years.map(({ year, received }) => [year, received])).toEqual([
      [2022, 10],
      [2023, 20],
    ]);
    expect(chain).toMatchObject([{ from: 2022, to: 2023 }]);
    expect(await newestReports(2, NOW)).toMatchObject([{ agencyId: "reviewed", year: 2023 }, {}]);
    expect(await publicYears(NOW)).toEqual([2023, 2022, 2021]);
    expect(await regionTiles(2022, NOW)).toMatchObject([
      { code: "980000", reports: 1 },
      { code: "990000", reports: 5 },
    ]);
    const first = await sitemapRows(NOW, { limit: 3 });
    const rest = await sitemapRows(NOW, { after: first[2]?.reportId ?? "", limit: 100 });
    expect(first.length + rest.length).toBe(await db().report.count());
  });

  it("shows nothing of what is held, withdrawn or only drafted, anywhere", async () => {
    const hide = (data: object) =>
      db().report.updateMany({ where: { agencyId: "elsewhere" }, data });
    const withdrawn = {
      publication: "withdrawn",
      withdrawnAt: NOW,
      withdrawnReason: "误",
    } as const;
    const back = { publication: "published", withdrawnAt: null, withdrawnReason: null } as const;
    for (const [data, undo] of [
      [{ heldUntil: new Date("2024-05-02T00:00:00Z") }, { heldUntil: null }],
      [withdrawn, back],
    ] as const) {
      await hide(data);
      const shown = await publicReport("elsewhere", 2022, NOW);
      expect(shown?.kind === "published").toBe(false);
      expect(await publicContent("elsewhere", 2022, NOW)).toBeNull();
      expect(await publicDiff("elsewhere", 2022, [1, 1], NOW)).toBeNull();
      expect((await agencyYears("elsewhere", NOW)).years).toEqual([]);
      expect((await newestReports(100, NOW)).map(({ agencyId }) => agencyId)).not.toContain(
        "elsewhere",
      );
      expect((await sitemapRows(NOW, { limit: 100 })).map((each) => each.agencyId)).not.toContain(
        "elsewhere",
      );
      expect((await regionTiles(2022, NOW))[0]).toMatchObject({ code: "980000", reports: 0 });
      expect((await yearAtAGlance(2022, NOW)).reports).toBe(5);
      await hide(undo);
      expect((await publicReport("elsewhere", 2022, NOW))?.kind).toBe("published");
    }
  });

  it("finds agencies and regions", async () => {
    expect((await searchAgencies("town", 5)).map(({ id }) => id)).toEqual(["town"]);
    expect((await searchAgencies("旧town", 5)).map(({ id }) => id)).toEqual(["town"]);
    expect(await searchAgencies(" ", 5)).toEqual([]);
    for (const sign of ["%", "_own", "\\", "t%n"])
      expect(await searchAgencies(sign, 5)).toEqual([]);
    expect((await agenciesOf("990100", { below: true, limit: 10 })).map(({ id }) => id)).toEqual([
      "county",
      "reviewed",
      "unreviewed",
      "town",
    ]);
    expect((await childRegions(null)).map(({ code }) => code)).toEqual(["980000", "990000"]);
    expect((await regionByCode("990101"))?.path.map(({ name }) => name)).toEqual([
      "甲省",
      "乙市",
      "丙县",
    ]);
    expect(await regionByCode("1")).toBeNull();
  });
});

describe("an archive copy", () => {
  it("is refused to another region's moderator and where a report is; it shows what fails", async () => {
    const content = withCells(soundContent(2021), { [RECEIVED]: numberCell(12345) });
    const copy = { agencyId: "reviewed", year: 2021, content, sourceName: "某站" };
    const input = { ...copy, sourceUrl: "https://example.org/1" };
    expect(await importArchive(world.otherModerator, input, NOW)).toMatchObject({
      refusal: { code: "report.forbidden" },
    });
    expect(
      await importArchive(world.moderator, { ...input, sourceUrl: "javascript:1" }, NOW),
    ).toMatchObject({ refusal: { code: "report.invalid" } });
    expect(await importArchive(world.moderator, input, NOW)).toMatchObject({ ok: true });
    expect(await publicReport("reviewed", 2021, NOW)).toMatchObject({
      origin: "archive",
      sourceUrl: "https://example.org/1",
      series: { checkOutcome: "fail" },
    });
    expect(await importArchive(world.moderator, input, NOW)).toMatchObject({
      refusal: { code: "report.exists" },
    });
  });
  it("R02: keeps the hint of a figure in the wrong column beside the issue", async () => {
    const sound = soundContent(2021);
    const moved = (column: string, by: number) => {
      const key = `requests.received.${column}`;
      return [key, numberCell((sound.cells[key]?.value ?? 0) + by)] as const;
    };
    const shifted = Object.fromEntries([moved("naturalPerson", -1), moved("company", 1)]);
    const made = await importArchive(
      system,
      {
        agencyId: world.elsewhere,
        year: 2021,
        content: withCells(sound, shifted),
        sourceUrl: null,
        sourceName: "测试",
      },
      NOW,
    );
    expect(made.ok).toBe(true);
    const report = await publicReport(world.elsewhere, 2021, NOW);
    const issues = report?.kind === "published" ? report.issues : [];
    const hint = issues.find(({ rule }) => rule === "R02")?.hint;
    expect(hint?.zh).toContain("列");
  });
});

describe("desk and moderation", () => {
  it("offers the editor's years with what may be done in each", async () => {
    const [desk] = await deskYears(world.lone, NOW);
    expect(desk?.agency).toMatchObject({ id: "unreviewed", ownReview: false });
    expect(
      desk?.years.map(({ year, publication, actions }) => [year, publication, actions]),
    ).toEqual([
      [2023, "unpublished", ["start"]],
      [2022, "published", ["revise"]],
      [2021, "unpublished", ["start"]],
    ]);
    expect(await deskYears(world.moderator, NOW)).toEqual([]);
  });

  it("starts from last year's words without its figures", async () => {
    const from = { kind: "last-year" };
    const input = { agencyId: "unreviewed", year: 2023, from };
    const started = await startReport(world.lone, input, NOW);
    if (!started.ok) throw new Error(started.refusal.code);
    const view = await draftForEditing(world.lone, started.value.reportId, NOW);
    if (!view.ok) throw new Error(view.refusal.code);
    expect(view.value.content).toMatchObject({ edition: "2021", year: 2023, cells: {} });
    expect(view.value.content.sections[0]?.text).toContain("2023年");
    expect(view.value.content.sections[0]?.text).not.toContain("2022年");
    expect(view.value.lastYear?.cells[RECEIVED]?.value).toBe(5);
    expect(view.value.actions).toEqual(expect.arrayContaining(["save", "submit", "discard"]));
    expect(await draftForEditing(world.stranger, started.value.reportId, NOW)).toMatchObject({
      refusal: { code: "report.forbidden" },
    });
    expect(await draftForEditing(world.lone, "x", NOW)).toMatchObject({
      refusal: { code: "report.not-found" },
    });
  });

  it("queues what waits in the moderator's regions, and shows the difference to what is public", async () => {
    const report = await db().report.findFirstOrThrow({
      where: { agencyId: "unreviewed", year: 2022 },
    });
    const reportId = report.id;
    await revise(world.lone, { reportId, reason: "更正" }, NOW);
    const content = withCells(soundContent(2022), {
      "proactive.licences.decisions": numberCell(4321),
    });
    await db().draft.update({
      where: { reportId },
      data: { content: JSON.parse(JSON.stringify(content)) },
    });
    // What the agency still writes is the agency's own.
    for (const read of [reviewScreen, draftForEditing])
      expect(await read(world.moderator, reportId, NOW)).toMatchObject({
        refusal: { code: "report.forbidden" },
      });
    expect((await reviewScreen(world.admin, reportId, NOW)).ok).toBe(true);
    const sent = await submit(world.lone, { reportId, revision: 1 }, NOW);
    if (!sent.ok) throw new Error(JSON.stringify(sent.refusal));
    const queue = await moderationQueue(world.moderator, {});
    expect(queue).toMatchObject({ total: 1, lines: [{ reportId, mayDecide: true, basedOn: 1 }] });
    expect((await moderationQueue(world.insider, {})).lines[0]?.mayDecide).toBe(false);
    for (const [actor, filters, total] of [
      [world.otherModerator, {}, 0],
      [world.lone, {}, 0],
      [world.admin, {}, 1],
      [world.admin, { region: "980000" }, 0],
      [world.admin, { region: "990100", year: 2022, state: "submitted" }, 1],
      [world.admin, { state: "draft" }, 1],
      [world.admin, { check: "fail" }, 0],
      [world.admin, { check: "clean" }, 1],
    ] as const)
      expect((await moderationQueue(actor, filters)).total).toBe(total);
    const screen = await reviewScreen(world.moderator, reportId, NOW);
    if (!screen.ok) throw new Error(screen.refusal.code);
    expect(screen.value.snapshotId).toBe(sent.value.snapshotId);
    expect(screen.value.diff?.cells.map(({ key }) => key)).toContain(
      "proactive.licences.decisions",
    );
    expect(screen.value.trail.map(({ kind }) => kind)).toEqual([
      "report.submitted",
      "report.revision-started",
    ]);
    expect(screen.value.actions).toEqual(expect.arrayContaining(["publish", "returnToAgency"]));
    expect(await reviewScreen(world.otherModerator, reportId, NOW)).toMatchObject({
      refusal: { code: "report.forbidden" },
    });
  });
});

describe("the shares of a year", () => {
  it("R22: take an outcome and what was handled from the same reports, and need thirty requests", async () => {
    const blank = { raw: "", value: null, state: "blank" as const };
    const report = (agencyId: string, year: number, granted: number | null) => {
      const content = withCells(soundContent(year), {
        "requests.handled.total": numberCell(40),
        "requests.granted.total": granted === null ? blank : numberCell(granted),
        "requests.partlyGranted.total": blank,
      });
      return row(agencyId, year, 0, { content });
    };
    await publishAll([report("reviewed", 2020, 10), report("elsewhere", 2020, null)]);
    const { figures, shares } = await yearAtAGlance(2020, NOW);
    expect(figures.handled).toEqual({ sum: 80, reports: 2 });
    expect(figures.granted).toEqual({ sum: 10, reports: 1 });
    expect(shares).toMatchObject({ granted: 0.25, partlyGranted: null });
  });
});
