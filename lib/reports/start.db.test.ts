import { beforeAll, describe, expect, it } from "vitest";
import { db } from "#lib/platform/db.ts";
import { testDatabase } from "#lib/testing/database.ts";
import { type ReportWorld, reportWorld, soundContent } from "#lib/testing/report-world.ts";
import { importArchive } from "./commands-archive.ts";
import { answerRequest } from "./commands-draft.ts";
import { publish } from "./commands-publication.ts";
import { setRelease } from "./commands-release.ts";
import { submit } from "./commands-review.ts";
import { startReport } from "./commands-start.ts";
import { draftForEditing } from "./queries-desk.ts";
import { newestReports } from "./queries-home.ts";
import { publicReport } from "./queries-public.ts";
import { MAX_FILE } from "./schema.ts";

testDatabase();
let world: ReportWorld;
beforeAll(async () => {
  world = await reportWorld();
});

const NOW = new Date("2024-01-20T02:00:00Z");
const DUE = new Date("2024-04-01T00:00:00Z");
const bytes = new Uint8Array([1, 2, 3]);

const fromFile = (year: number, size?: Uint8Array) => ({
  kind: "file",
  content: soundContent(year),
  doubts: [],
  file: { name: "a.html", mediaType: "text/html", bytes: size ?? bytes },
});

describe("starting a report", () => {
  const start = (year: number, from: object, agencyId = world.unreviewed) =>
    startReport(world.lone, { agencyId, year, from }, NOW);

  it.each([
    ["a year whose form is not known", 2015, { kind: "blank" }, "report.no-edition"],
    [
      "a file for a year whose form is not known",
      2015,
      {
        ...fromFile(2023),
        content: { ...soundContent(2023), edition: null, year: null, cells: {} },
      },
      "report.no-edition",
    ],
    [
      "last year's words where there are none",
      2023,
      { kind: "last-year" },
      "report.nothing-published",
    ],
    ["a file about another year", 2023, fromFile(2022), "report.other-year"],
    [
      "a file too large to keep",
      2023,
      fromFile(2023, new Uint8Array(MAX_FILE + 1)),
      "report.too-large",
    ],
    ["another way", 2023, { kind: "copy" }, "report.invalid"],
  ])("refuses %s and leaves no row", async (_, year, from, code) => {
    expect(await start(year, from)).toMatchObject({ ok: false, refusal: { code } });
    expect(await db().report.count()).toBe(0);
    expect(await db().auditEvent.count()).toBe(0);
  });

  it("refuses an agency that does not exist", async () => {
    expect(await start(2023, { kind: "blank" }, "nobody")).toMatchObject({
      refusal: { code: "report.not-found" },
    });
  });

  it("R23: makes one report an agency and year, even where two start it at once", async () => {
    const results = await Promise.all([1, 2, 3].map(() => start(2023, { kind: "blank" })));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const report = await db().report.findFirstOrThrow();
    for (const result of results)
      if (!result.ok)
        expect(result.refusal).toEqual({ code: "report.exists", facts: { reportId: report.id } });
    expect(await db().report.count()).toBe(1);
  });
});

describe("answers", () => {
  it("reach only a request of the same report", async () => {
    const { id } = await db().report.findFirstOrThrow();
    const other = await importArchive(
      world.admin,
      {
        agencyId: world.elsewhere,
        year: 2022,
        content: soundContent(2022),
        sourceUrl: null,
        sourceName: "某站",
      },
      NOW,
    );
    if (!other.ok) throw new Error(other.refusal.code);
    const request = await db().returnRequest.create({
      data: {
        reportId: other.value.reportId,
        target: "report",
        message: "?",
        askedById: world.admin.userId,
      },
    });
    const forged = { reportId: id, requestId: request.id, answer: "!" };
    expect(await answerRequest(world.lone, forged, NOW)).toMatchObject({
      refusal: { code: "report.not-found" },
    });
    const kept = await db().returnRequest.findUniqueOrThrow({ where: { id: request.id } });
    expect(kept.answer).toBeNull();
  });
});

describe("a year held back until its release date", () => {
  it("shows what is published only from then on", async () => {
    expect(await setRelease(world.moderator, { year: 2021, at: DUE }, NOW)).toMatchObject({
      refusal: { code: "report.forbidden" },
    });
    expect(await setRelease(world.admin, { year: 2021, at: NOW }, NOW)).toMatchObject({
      refusal: { code: "report.time-passed" },
    });
    expect(await setRelease(world.admin, { year: 2021, at: DUE }, NOW)).toMatchObject({ ok: true });
    const input = { agencyId: world.unreviewed, year: 2021, from: fromFile(2021) };
    const started = await startReport(world.lone, input, NOW);
    if (!started.ok) throw new Error(started.refusal.code);
    const { reportId } = started.value;
    const sent = await submit(world.lone, { reportId, revision: 1 }, NOW);
    if (!sent.ok) throw new Error(JSON.stringify(sent.refusal));
    const { snapshotId } = sent.value;
    expect((await publish(world.moderator, { reportId, snapshotId }, NOW)).ok).toBe(true);
    const shown = (at: Date) => publicReport(world.unreviewed, 2021, at);
    expect(await shown(NOW)).toBeNull();
    expect(await shown(new Date(DUE.getTime() - 1))).toBeNull();
    expect(await shown(DUE)).toMatchObject({ kind: "published" });
    expect((await newestReports(9, NOW)).map(({ year }) => year)).not.toContain(2021);
    const jobs = await db().$queryRaw<{ run_at: Date }[]>`
      SELECT run_at FROM graphile_worker._private_jobs WHERE key = ${`search.sync:${reportId}:later`}`;
    expect(jobs).toEqual([{ run_at: DUE }]);
    const copy = {
      agencyId: world.elsewhere,
      year: 2021,
      content: soundContent(2021),
      sourceUrl: null,
      sourceName: "某站",
    };
    expect((await importArchive(world.admin, copy, NOW)).ok).toBe(true);
    const copied = (at: Date) => publicReport(world.elsewhere, 2021, at);
    expect(await copied(NOW)).toBeNull();
    expect(await copied(DUE)).toMatchObject({ kind: "published", origin: "archive" });
    expect((await setRelease(world.admin, { year: 2021, at: null }, NOW)).ok).toBe(true);
    expect(await shown(NOW)).toMatchObject({ kind: "published" });
  });
});

describe("words that show no form", () => {
  it("get the form of their year, so that the desk can open them", async () => {
    const content = { ...soundContent(2023), edition: null, year: null, cells: {} };
    const input = { agencyId: world.unreviewed, year: 2022, from: { ...fromFile(2023), content } };
    const started = await startReport(world.lone, input, NOW);
    if (!started.ok) throw new Error(started.refusal.code);
    expect(await draftForEditing(world.lone, started.value.reportId, NOW)).toMatchObject({
      value: { content: { edition: "2021", year: 2022 } },
    });
  });
});
