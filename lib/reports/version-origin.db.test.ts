import { beforeAll, describe, expect, it } from "vitest";
import { systemActor } from "#lib/identity/actor.ts";
import { db, transaction } from "#lib/platform/db.ts";
import { testDatabase } from "#lib/testing/database.ts";
import { type ReportWorld, reportWorld, soundContent } from "#lib/testing/report-world.ts";
import { importArchive, publishArchiveBatch } from "./commands-archive.ts";
import { publish } from "./commands-publication.ts";
import { submit } from "./commands-review.ts";
import { revise } from "./commands-start.ts";
import { publicReport } from "./queries-public.ts";

testDatabase();
let world: ReportWorld;
beforeAll(async () => {
  world = await reportWorld();
});

const NOW = new Date("2024-05-01T00:00:00Z");

describe("an archive copy", () => {
  it("stays what it was when the agency publishes a version of its own", async () => {
    const source = { sourceUrl: "https://example.org/2", sourceName: "某门户", summarised: true };
    const copy = { agencyId: world.unreviewed, year: 2022, content: soundContent(2022) };
    const made = await importArchive(world.moderator, { ...copy, ...source }, NOW);
    if (!made.ok) throw new Error(made.refusal.code);
    const { reportId } = made.value;
    const archived = { kind: "published", origin: "archive", ...source };
    expect(await publicReport(world.unreviewed, 2022, NOW)).toMatchObject(archived);

    expect((await revise(world.lone, { reportId, reason: "以原件为准" }, NOW)).ok).toBe(true);
    expect(await publicReport(world.unreviewed, 2022, NOW)).toMatchObject(archived);
    const { revision } = await db().draft.findUniqueOrThrow({ where: { reportId } });
    const sent = await submit(world.lone, { reportId, revision }, NOW);
    if (!sent.ok) throw new Error(sent.refusal.code);
    const { snapshotId } = sent.value;
    expect((await publish(world.moderator, { reportId, snapshotId }, NOW)).ok).toBe(true);

    expect(await publicReport(world.unreviewed, 2022, NOW, 1)).toMatchObject({
      ...archived,
      version: { number: 1, isCurrent: false },
    });
    expect(await publicReport(world.unreviewed, 2022, NOW)).toMatchObject({
      origin: "submitted",
      sourceUrl: null,
      sourceName: null,
      summarised: false,
      version: { number: 2, isCurrent: true },
    });
  });

  it("of a batch says of its version where it was taken from and whether it is a summary", async () => {
    const one = { sourceUrl: "https://example.org/3", sourceName: "某网", summarised: true };
    const other = { sourceUrl: null, sourceName: "测试", summarised: false };
    const row = { scope: "organ" as const, synthetic: false, publishedAt: NOW, year: 2018 };
    const content = soundContent(2018);
    const rows = [
      { ...row, ...one, content, agencyId: world.reviewed },
      { ...row, ...other, content, agencyId: world.elsewhere },
    ];
    const how = { actor: systemActor("test"), now: NOW, search: "none" } as const;
    await transaction((tx) => publishArchiveBatch(tx, rows, how));
    expect(await publicReport(world.reviewed, 2018, NOW)).toMatchObject({
      origin: "archive",
      ...one,
    });
    expect(await publicReport(world.elsewhere, 2018, NOW)).toMatchObject({
      origin: "archive",
      ...other,
    });
  });
});
