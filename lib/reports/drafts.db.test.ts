import { beforeAll, describe, expect, it } from "vitest";
import { db } from "#lib/platform/db.ts";
import { testDatabase } from "#lib/testing/database.ts";
import { type ReportWorld, reportWorld, soundContent } from "#lib/testing/report-world.ts";
import { confirmDoubt, discardDraft, saveDraft } from "./commands-draft.ts";
import { publish, schedulePublication } from "./commands-publication.ts";
import { sendToReview, submit } from "./commands-review.ts";
import { revise, startReport } from "./commands-start.ts";
import { REPORT_HANDLERS } from "./job-handlers.ts";
import { draftForEditing } from "./queries-desk.ts";
import { publicReport } from "./queries-public.ts";

testDatabase();
let world: ReportWorld;
beforeAll(async () => {
  world = await reportWorld();
});

const NOW = new Date("2024-01-20T02:00:00Z");
const A = "requests.received.naturalPerson";
const B = "requests.received.company";
let year = 2021;

async function blank(agencyId = world.reviewed, actor = world.editor) {
  const input = { agencyId, year: year++, from: { kind: "blank" } };
  const result = await startReport(actor, input, NOW);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value.reportId;
}

async function content(reportId: string) {
  const view = await draftForEditing(world.editor, reportId, NOW);
  if (!view.ok) throw new Error(view.refusal.code);
  return view.value;
}

describe("autosave", () => {
  it("keeps what was typed as it was typed, and what it means", async () => {
    const reportId = await blank();
    const cells = { [A]: "１，２３４", [B]: "", "requests.received.research": "/" };
    const sections = { overview: "第一段\n第二段" };
    const metadata = { publishedOn: "2022-01-20", scope: "organ" };
    expect(
      await saveDraft(world.editor, { reportId, revision: 1, cells, sections, metadata }, NOW),
    ).toMatchObject({ ok: true, value: { revision: 2, savedAt: NOW } });
    const saved = (await content(reportId)).content;
    expect(saved.cells[A]).toEqual({ raw: "１，２３４", value: 1234, state: "number" });
    expect(saved.cells[B]).toEqual({ raw: "", value: null, state: "blank" });
    expect(saved.cells["requests.received.research"]?.state).toBe("not-applicable");
    expect(saved.cells["requests.received.total"]).toBeUndefined();
    expect(saved.sections[0]?.text).toBe("第一段\n第二段");
    expect(saved).toMatchObject({ publishedOn: "2022-01-20", scope: "organ" });
    await saveDraft(world.editor, { reportId, revision: 2, cells: { [B]: null } }, NOW);
    expect((await content(reportId)).content.cells).not.toHaveProperty([B]);
  });

  it.each([
    [{ cells: { "requests.received.nobody": "1" } }],
    [{ cells: { __proto__: null, constructor: "1" } }],
    [{ sections: { epilogue: "x" } }],
    [{ metadata: { edition: "2019" } }],
    [{ metadata: { publishedOn: "2022-02-30" } }],
    [{ cells: { [A]: "9".repeat(201) } }],
    [{ revision: 9 }],
  ])("refuses what the form does not have: %j", async (patch) => {
    const reportId = await blank(world.elsewhere, world.stranger);
    const result = await saveDraft(world.stranger, { reportId, revision: 1, ...patch }, NOW);
    expect(result).toMatchObject({ refusal: { code: "report.invalid" } });
    const draft = await db().draft.findUniqueOrThrow({ where: { reportId } });
    expect(draft.revision).toBe(1);
    year -= 1;
    await db().draft.delete({ where: { reportId } });
  });

  it("takes NUL and lone surrogates out, which the database cannot hold", async () => {
    const reportId = await blank();
    const sections = { overview: "甲\u0000乙\ud800丙" };
    await saveDraft(world.editor, { reportId, revision: 1, sections }, NOW);
    expect((await content(reportId)).content.sections[0]?.text).toBe("甲乙\ufffd丙");
  });
});

describe("a stale write", () => {
  it("of the same figure is refused with both values, and nothing of it is written", async () => {
    const reportId = await blank();
    const base = { reportId, revision: 1 };
    const problems = "别处";
    await saveDraft(world.editor, { ...base, cells: { [A]: "1" }, sections: { problems } }, NOW);
    const patch = { ...base, cells: { [A]: "2", [B]: "5" }, sections: { other: "新" } };
    expect(await saveDraft(world.reviewer, patch, NOW)).toEqual({
      ok: false,
      refusal: {
        code: "report.stale",
        facts: {
          revision: 2,
          editedBy: "editor",
          yours: { cells: { [A]: "2" }, sections: {}, metadata: {} },
          theirs: { cells: { [A]: "1" }, sections: {}, metadata: {} },
          others: { cells: {}, sections: { problems }, metadata: {} },
        },
      },
    });
    const { content: kept, revision } = await content(reportId);
    expect(revision).toBe(2);
    expect(kept.cells).toEqual({ [A]: { raw: "1", value: 1, state: "number" } });
    const written = kept.sections.filter(({ text }) => text !== "");
    expect(written.map(({ text }) => text)).toEqual([problems]);
  });

  it("of a section or of the title is refused the same way", async () => {
    const reportId = await blank();
    const base = { reportId, revision: 1 };
    const write = (text: string) => ({
      ...base,
      sections: { other: text },
      metadata: { title: text },
    });
    await saveDraft(world.editor, write("甲"), NOW);
    expect(await saveDraft(world.reviewer, write("乙"), NOW)).toMatchObject({
      refusal: {
        code: "report.stale",
        facts: {
          yours: { sections: { other: "乙" }, metadata: { title: "乙" } },
          theirs: { sections: { other: "甲" }, metadata: { title: "甲" } },
        },
      },
    });
  });

  it("elsewhere in the draft is merged, and says what others wrote", async () => {
    const reportId = await blank();
    const base = { reportId, revision: 1 };
    await saveDraft(world.editor, { ...base, cells: { [A]: "1" } }, NOW);
    const merged = await saveDraft(world.reviewer, { ...base, cells: { [B]: "5" } }, NOW);
    expect(merged).toMatchObject({
      ok: true,
      value: { revision: 3, others: { cells: { [A]: "1" } } },
    });
    const { cells } = (await content(reportId)).content;
    expect([cells[A]?.value, cells[B]?.value]).toEqual([1, 5]);
  });

  it("that says the same (an answer was lost and the form sent again) is no conflict", async () => {
    const reportId = await blank();
    const patch = { reportId, revision: 1, cells: { [A]: "1" } };
    expect((await saveDraft(world.editor, patch, NOW)).ok).toBe(true);
    expect((await saveDraft(world.editor, patch, NOW)).ok).toBe(true);
  });

  it("meant for a draft that was thrown away is not written into the next one", async () => {
    const of = year;
    const reportId = await blank();
    const first = { reportId, revision: 1 };
    await saveDraft(world.editor, { ...first, cells: { [A]: "1" } }, NOW);
    const seenLast = { reportId, revision: 2 };
    expect((await discardDraft(world.editor, seenLast, NOW)).ok).toBe(true);
    const again = { agencyId: world.reviewed, year: of, from: { kind: "blank" } };
    expect(await startReport(world.editor, again, NOW)).toMatchObject({ value: { reportId } });
    const fresh = await content(reportId);
    expect(fresh.revision).toBe(3);

    const superseded = {
      code: "report.superseded",
      facts: { revision: 3, snapshotId: null },
    };
    for (const seen of [first, seenLast])
      for (const result of [
        await saveDraft(world.editor, { ...seen, cells: { [B]: "5" } }, NOW),
        await saveDraft(world.editor, { ...seen, sections: { problems: "旧" } }, NOW),
        await confirmDoubt(world.editor, { ...seen, cells: [A] }, NOW),
        await sendToReview(world.editor, seen, NOW),
        await discardDraft(world.editor, seen, NOW),
      ])
        expect(result).toEqual({ ok: false, refusal: superseded });
    expect(await content(reportId)).toEqual(fresh);
    const own = { reportId, revision: 3, cells: { [B]: "5" } };
    expect(await saveDraft(world.editor, own, NOW)).toMatchObject({ value: { revision: 4 } });
  });

  it("meant for a draft that was published is not written into the revision of it", async () => {
    const file = { name: "a", mediaType: "text/plain", bytes: new Uint8Array() };
    const from = { kind: "file", file, content: soundContent(year), doubts: [] };
    const input = { agencyId: world.unreviewed, year: year++, from };
    const started = await startReport(world.lone, input, NOW);
    if (!started.ok) throw new Error(started.refusal.code);
    const old = { reportId: started.value.reportId, revision: 1 };
    const sent = await submit(world.lone, old, NOW);
    if (!sent.ok) throw new Error(sent.refusal.code);
    const { reportId } = old;
    const seen = { reportId, snapshotId: sent.value.snapshotId };
    expect((await publish(world.moderator, seen, NOW)).ok).toBe(true);
    expect((await revise(world.lone, { reportId, reason: "更正" }, NOW)).ok).toBe(true);
    const code = "report.superseded";
    expect(await saveDraft(world.lone, { ...old, metadata: { title: "旧" } }, NOW)).toMatchObject({
      refusal: { code, facts: { revision: 2 } },
    });
    expect(await submit(world.lone, old, NOW)).toMatchObject({ refusal: { code } });
    const { content: kept } = await db().draft.findUniqueOrThrow({ where: { reportId } });
    expect(kept).toMatchObject({ title: null });
  });

  it("two at the same moment on one figure: one wins, the other sees both values", async () => {
    const reportId = await blank();
    const save = (raw: string) =>
      saveDraft(world.editor, { reportId, revision: 1, cells: { [A]: raw } }, NOW);
    const results = await Promise.all(["1", "2", "3", "4"].map(save));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    for (const result of results) if (!result.ok) expect(result.refusal.code).toBe("report.stale");
    expect((await content(reportId)).revision).toBe(2);
  });

  it("twenty at the same moment on twenty figures: all are kept", async () => {
    const reportId = await blank();
    const rows = ["received", "carriedIn", "granted", "handled", "carriedOut"];
    const columns = ["naturalPerson", "company", "research", "total"];
    const keys = rows.flatMap((row) => columns.map((column) => `requests.${row}.${column}`));
    const results = await Promise.all(
      keys.map((key, index) =>
        saveDraft(world.editor, { reportId, revision: 1, cells: { [key]: `${index}` } }, NOW),
      ),
    );
    expect(results.every(({ ok }) => ok)).toBe(true);
    const view = await content(reportId);
    expect(view.revision).toBe(21);
    expect(keys.map((key) => view.content.cells[key]?.value)).toEqual(keys.map((_, i) => i));
  });
});

describe("a schedule", () => {
  const LATER = new Date("2024-02-01T00:00:00Z");

  async function scheduled() {
    const fixed = { content: soundContent(year), doubts: [] };
    const file = { name: "a", mediaType: "text/plain", bytes: new Uint8Array() };
    const from = { kind: "file", file, ...fixed };
    const start = { agencyId: world.unreviewed, year, from };
    const started = await startReport(world.lone, start, NOW);
    if (!started.ok) throw new Error(started.refusal.code);
    const { reportId } = started.value;
    const sent = await submit(world.lone, { reportId, revision: 1 }, NOW);
    if (!sent.ok) throw new Error(JSON.stringify(sent.refusal));
    const { snapshotId } = sent.value;
    const at = { reportId, snapshotId, at: LATER };
    const past = { ...at, at: NOW };
    expect(await schedulePublication(world.moderator, past, NOW)).toMatchObject({
      refusal: { code: "report.time-passed" },
    });
    expect((await schedulePublication(world.moderator, at, NOW)).ok).toBe(true);
    return { reportId, snapshotId, year: year++ };
  }

  const run = REPORT_HANDLERS["report.publish"];

  async function jobOf({ reportId }: { reportId: string }) {
    const [job] = await db().$queryRaw<{ run_at: Date; payload: Parameters<typeof run>[0] }[]>`
      SELECT run_at, payload FROM graphile_worker._private_jobs WHERE key = ${`report.publish:${reportId}`}`;
    if (!job) throw new Error(`no job for ${reportId}`);
    return job;
  }

  it("is a job for its moment; doing it twice changes nothing", async () => {
    const { year: of, ...report } = await scheduled();
    const { run_at, payload } = await jobOf(report);
    expect(run_at).toEqual(LATER);
    expect(await publicReport(world.unreviewed, of, NOW)).toBeNull();
    await run(payload, LATER);
    await run(payload, LATER);
    expect(await publicReport(world.unreviewed, of, LATER)).toMatchObject({
      version: { number: 1, publishedAt: LATER },
      versions: [{ number: 1 }],
    });
  });

  it("is kept by a worker whose clock is behind the queue's", async () => {
    const { year: of, ...report } = await scheduled();
    const { payload } = await jobOf(report);
    await run(payload, new Date(LATER.getTime() - 20));
    expect(await publicReport(world.unreviewed, of, LATER)).toMatchObject({ kind: "published" });
  });

  it("that was moved makes the job of the first one do nothing", async () => {
    const { year: of, ...report } = await scheduled();
    const { payload } = await jobOf(report);
    const moved = { ...report, at: new Date(LATER.getTime() + 3_600_000) };
    expect((await schedulePublication(world.moderator, moved, NOW)).ok).toBe(true);
    await run(payload, LATER);
    expect(await publicReport(world.unreviewed, of, LATER)).toBeNull();
    await run((await jobOf(report)).payload, moved.at);
    expect((await publicReport(world.unreviewed, of, moved.at))?.kind).toBe("published");
  });
});
