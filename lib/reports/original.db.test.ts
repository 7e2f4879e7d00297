import { beforeAll, describe, expect, it } from "vitest";
import { db } from "#lib/platform/db.ts";
import { numberCell, withCells } from "#lib/testing/content.ts";
import { testDatabase } from "#lib/testing/database.ts";
import { type ReportWorld, reportWorld, soundContent } from "#lib/testing/report-world.ts";
import { confirmDoubt, discardDraft, saveDraft } from "./commands-draft.ts";
import { attachFile, dropFile } from "./commands-file.ts";
import { submit } from "./commands-review.ts";
import { startReport } from "./commands-start.ts";
import { draftForEditing } from "./queries-desk.ts";
import { deskFile } from "./queries-files.ts";

testDatabase();

const NOW = new Date("2026-03-01T00:00:00Z");
const CELL = "proactive.licences.decisions";
let world: ReportWorld;
let nextYear = 2021;

beforeAll(async () => {
  world = await reportWorld();
});

const reading = { format: "text", text: "年报", cells: {}, sections: {} };
const source = (name: string, content: object) => ({
  ...{ kind: "file", content, doubts: [], reading, notes: [] },
  file: { name, mediaType: "text/plain", bytes: new TextEncoder().encode(name + nextYear) },
});

async function begun() {
  const year = nextYear++;
  const from = source("旧.txt", soundContent(year));
  const started = await startReport(world.lone, { agencyId: world.unreviewed, year, from }, NOW);
  if (!started.ok) throw new Error(started.refusal.code);
  const { reportId } = started.value;
  await saveDraft(world.lone, { reportId, revision: 1, metadata: { title: "改过的题" } }, NOW);
  return { reportId, year, ...(await draftOf(reportId)) };
}

async function draftOf(reportId: string) {
  const draft = await draftForEditing(world.lone, reportId, NOW);
  if (!draft.ok) throw new Error(draft.refusal.code);
  return { draft: draft.value, seen: draft.value.source?.fileId ?? null };
}

const events = (reportId: string) =>
  db().auditEvent.findMany({
    where: { targetId: reportId, kind: { startsWith: "report.file-" } },
    orderBy: { id: "asc" },
  });

describe("another original", () => {
  it("takes the place of the old one; what was typed stays, and where it says otherwise is to be looked at", async () => {
    const { reportId, year, seen } = await begun();
    const other = { ...soundContent(year), agency: "另一个局" };
    const content = withCells(other, { [CELL]: numberCell(90001) });
    const input = { reportId, seen, from: source("新.txt", content) };
    expect(await attachFile(world.lone, input, NOW)).toEqual({ ok: true, value: { open: 1 } });
    const { draft } = await draftOf(reportId);
    expect(draft.content.title).toBe("改过的题");
    expect(draft.content.cells[CELL]?.raw).toBe(soundContent(year).cells[CELL]?.raw);
    expect(draft.content.agency).toBe(soundContent(year).agency);
    const shown = { name: "新.txt", agency: "另一个局", hasReading: true, version: null };
    expect(draft.source).toMatchObject(shown);
    expect(draft.doubts).toMatchObject([{ cell: CELL, candidates: [{ [CELL]: "90001" }] }]);
    expect(draft.source?.doubts).toEqual(draft.doubts);
    expect(await deskFile(world.lone, reportId, seen ?? "")).toBeNull();
    expect(await events(reportId)).toMatchObject([
      { kind: "report.file-attached", data: { source: "replaced", revision: 3 } },
    ]);
    // Who decides on the draft as it was before does not decide on this one.
    expect(await submit(world.lone, { reportId, revision: 2 }, NOW)).toMatchObject({
      refusal: { code: "report.superseded" },
    });
  });

  it("is not decided on by whoever saved since, but still sees the old one", async () => {
    const { reportId, year, seen } = await begun();
    const content = withCells(soundContent(year), { [CELL]: numberCell(90001) });
    const from = source("新.txt", content);
    await attachFile(world.lone, { reportId, seen, from }, NOW);
    const typed = { reportId, revision: 2, metadata: { publisher: "办公室" } };
    const saved = await saveDraft(world.lone, typed, NOW);
    const revision = saved.ok ? saved.value.revision : 0;
    const superseded = { refusal: { code: "report.superseded" } };
    const old = { reportId, revision, file: seen };
    expect(await confirmDoubt(world.lone, { ...old, cells: [CELL] }, NOW)).toMatchObject(
      superseded,
    );
    expect(await submit(world.lone, old, NOW)).toMatchObject(superseded);
    expect(await submit(world.lone, { ...old, file: "" }, NOW)).toMatchObject(superseded);
    expect(await discardDraft(world.lone, old, NOW)).toMatchObject(superseded);
    const { seen: file } = await draftOf(reportId);
    const confirmed = { reportId, revision, file, cells: [CELL] };
    expect(await confirmDoubt(world.lone, confirmed, NOW)).toEqual({
      ok: true,
      value: { open: 0 },
    });
    expect(await submit(world.lone, { reportId, revision, file }, NOW)).toMatchObject({ ok: true });
  });

  it("is refused for another year, in place of a file that is gone, and to whoever may not edit", async () => {
    const { reportId, year, seen } = await begun();
    const from = source("新.txt", soundContent(year));
    const other = { reportId, seen, from: source("新.txt", soundContent(year - 1)) };
    const codes = [
      await attachFile(world.lone, other, NOW),
      await attachFile(world.lone, { reportId, seen: null, from }, NOW),
      await attachFile(world.stranger, { reportId, seen, from }, NOW),
      await dropFile(world.stranger, { reportId, seen }, NOW),
    ].map((result) => (result.ok ? "ok" : result.refusal.code));
    expect(codes).toEqual([
      "report.other-year",
      "report.superseded",
      "report.forbidden",
      "report.forbidden",
    ]);
    expect(await events(reportId)).toEqual([]);
    expect((await draftOf(reportId)).seen).toBe(seen);
  });

  it("is taken away and added again; a stale page takes nothing away", async () => {
    const { reportId, year, seen } = await begun();
    expect(await dropFile(world.lone, { reportId, seen }, NOW)).toEqual({ ok: true, value: null });
    const { draft } = await draftOf(reportId);
    expect(draft.source).toBeNull();
    expect(draft.content.title).toBe("改过的题");
    expect(await dropFile(world.lone, { reportId, seen }, NOW)).toMatchObject({ ok: false });
    const input = { reportId, seen: null, from: source("再.txt", soundContent(year)) };
    expect(await attachFile(world.lone, input, NOW)).toEqual({ ok: true, value: { open: 0 } });
    expect((await events(reportId)).map(({ kind, data }) => [kind, data])).toMatchObject([
      ["report.file-dropped", { file: expect.stringMatching(/^[0-9a-f]{64}$/u) }],
      ["report.file-attached", { source: "added" }],
    ]);
  });
});
