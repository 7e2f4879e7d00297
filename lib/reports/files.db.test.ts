import { beforeAll, describe, expect, it } from "vitest";
import { db, transaction } from "#lib/platform/db.ts";
import { testDatabase } from "#lib/testing/database.ts";
import { type ReportWorld, reportWorld, soundContent } from "#lib/testing/report-world.ts";
import { importArchive } from "./commands-archive.ts";
import { confirmDoubt, discardDraft, saveDraft } from "./commands-draft.ts";
import { publish, republish, withdraw } from "./commands-publication.ts";
import { submit } from "./commands-review.ts";
import { revise, startReport } from "./commands-start.ts";
import { draftForEditing } from "./queries-desk.ts";
import { deskFile, draftReading, publicFile } from "./queries-files.ts";
import { reviewScreen } from "./queries-moderation.ts";
import { publicReport } from "./queries-public.ts";

testDatabase();

const NOW = new Date("2026-03-01T00:00:00Z");
let world: ReportWorld;
let nextYear = 2021;

beforeAll(async () => {
  world = await reportWorld();
});

/** A draft that was read from a file of this name. */
const READING = {
  format: "html",
  text: "一、总体情况\n收到\u0000 12 件\ud800\n",
  cells: { "requests.received.total": { at: [10, 12], where: { page: 3 } } },
  sections: { overview: [0, 15] },
  rows: [{ cells: ["requests.granted.total"], at: [7, 12], where: { row: 4 } }],
};

const NOTES = [{ zh: "有 1 处字符已丢失", en: "one character is lost" }];

async function begun(name = "年报.html", unsure: string[] = []) {
  const year = nextYear++;
  const file = { name, mediaType: "text/html", bytes: new TextEncoder().encode(`${name} ${year}`) };
  const message = { zh: "疑", en: "doubt" };
  const doubts = unsure.map((cell) => ({ cell, rule: "read.figure", message }));
  const from = {
    kind: "file",
    content: soundContent(year),
    doubts,
    file,
    reading: READING,
    notes: NOTES,
  };
  const started = await startReport(world.lone, { agencyId: world.unreviewed, year, from }, NOW);
  if (!started.ok) throw new Error(started.refusal.code);
  const { reportId } = started.value;
  const { id } = await db().sourceFile.findFirstOrThrow({ where: { reportId } });
  return { reportId, at: { agencyId: world.unreviewed, year, fileId: id } };
}

async function submitted(reportId: string) {
  const { revision } = await db().draft.findUniqueOrThrow({ where: { reportId } });
  const sent = await submit(world.lone, { reportId, revision }, NOW);
  if (!sent.ok) throw new Error(sent.refusal.code);
  return sent.value.snapshotId;
}

async function published(reportId: string) {
  const snapshotId = await submitted(reportId);
  const shown = await publish(world.moderator, { reportId, snapshotId }, NOW);
  if (!shown.ok) throw new Error(shown.refusal.code);
}

describe("what the reader saw", () => {
  it("is for those who may read the draft, its places as they were", async () => {
    const { reportId } = await begun();
    const kept = { ...READING, text: "一、总体情况\n收到\ufffd 12 件\ufffd\n" };
    expect(await draftReading(world.lone, reportId)).toEqual(kept);
    expect(kept.text.length).toBe(READING.text.length);
    for (const actor of [world.stranger, world.editor, world.moderator, world.auditor])
      expect(await draftReading(actor, reportId)).toBeNull();
    const draft = await draftForEditing(world.lone, reportId, NOW);
    expect(draft.ok && draft.value.source).toMatchObject({ name: "年报.html", hasReading: true });
  });

  it("stays for whoever revises the version, who is shown its original, and goes with the next version", async () => {
    const { reportId, at } = await begun();
    await published(reportId);
    await revise(world.lone, { reportId, reason: "更正" }, NOW);
    const source = async () => {
      const draft = await draftForEditing(world.lone, reportId, NOW);
      return draft.ok ? draft.value.source : null;
    };
    const own = { fileId: at.fileId, version: 1, hasReading: true, doubts: [], notes: [] };
    expect(await source()).toMatchObject(own);
    expect((await draftReading(world.lone, reportId))?.cells).toEqual(READING.cells);
    for (const actor of [world.stranger, world.editor, world.moderator])
      expect(await draftReading(actor, reportId)).toBeNull();
    const snapshotId = await submitted(reportId);
    const review = await reviewScreen(world.moderator, reportId, NOW);
    expect(review.ok && review.value.source).toBeNull();
    await publish(world.moderator, { reportId, snapshotId }, NOW);
    expect(await db().sourceReading.count({ where: { file: { reportId } } })).toBe(0);
    await revise(world.lone, { reportId, reason: "再更正" }, NOW);
    expect(await source()).toBeNull();
  });

  it("of an archive copy there is none, but its original is shown where it is revised", async () => {
    const year = nextYear++;
    const bytes = new TextEncoder().encode("存档");
    const copy = {
      ...{ agencyId: world.unreviewed, year, content: soundContent(year) },
      ...{ sourceUrl: null, sourceName: "某网站" },
      file: { name: "存档.html", mediaType: "text/html", bytes },
    };
    const imported = await importArchive(world.moderator, copy, NOW);
    if (!imported.ok) throw new Error(imported.refusal.code);
    const { reportId } = imported.value;
    await revise(world.lone, { reportId, reason: "更正" }, NOW);
    const draft = await draftForEditing(world.lone, reportId, NOW);
    const shown = { name: "存档.html", version: 1, hasReading: false };
    expect(draft.ok && draft.value.source).toMatchObject(shown);
    expect(await draftReading(world.lone, reportId)).toBeNull();
  });

  it("keeps what was doubted and noted at first, whatever was settled since", async () => {
    const [first = "", second = ""] = ["proactive.licences.decisions", "requests.received.total"];
    const { reportId } = await begun("年报.html", [first, second]);
    await confirmDoubt(world.lone, { reportId, revision: 1, cells: [first] }, NOW);
    const draft = await draftForEditing(world.lone, reportId, NOW);
    if (!draft.ok) throw new Error(draft.refusal.code);
    const { doubts, source } = draft.value;
    expect(doubts.map(({ cell }) => cell)).toEqual([second]);
    expect(source?.doubts.map(({ cell }) => cell)).toEqual([first, second]);
    expect(source?.notes).toEqual(NOTES);
  });

  it("is not there for a draft begun otherwise, nor for an id that is none", async () => {
    const started = { agencyId: world.unreviewed, year: nextYear++, from: { kind: "blank" } };
    const blank = await startReport(world.lone, started, NOW);
    if (!blank.ok) throw new Error(blank.refusal.code);
    const { reportId } = blank.value;
    expect(await draftReading(world.lone, reportId)).toBeNull();
    expect(await draftReading(world.lone, "x")).toBeNull();
    const draft = await draftForEditing(world.lone, reportId, NOW);
    expect(draft.ok && draft.value.source).toBeNull();
  });
});

describe("the original of a report", () => {
  it("is the agency's while it is a draft, the moderator's once handed over, the public's once published", async () => {
    const { reportId, at } = await begun();
    const seenBy = async () => ({
      public: (await publicFile(at, NOW)) !== null,
      editor: (await deskFile(world.lone, reportId, at.fileId)) !== null,
      moderator: (await deskFile(world.moderator, reportId, at.fileId)) !== null,
      stranger: (await deskFile(world.editor, reportId, at.fileId)) !== null,
      outsider: (await deskFile(world.otherModerator, reportId, at.fileId)) !== null,
    });
    const nobody = { public: false, moderator: false, stranger: false, outsider: false };
    expect(await seenBy()).toEqual({ ...nobody, editor: true });
    const snapshotId = await submitted(reportId);
    expect(await seenBy()).toEqual({ ...nobody, editor: true, moderator: true });
    await publish(world.moderator, { reportId, snapshotId }, NOW);
    expect(await seenBy()).toEqual({
      public: true,
      editor: true,
      moderator: true,
      stranger: false,
      outsider: false,
    });
    const report = await publicReport(at.agencyId, at.year, NOW);
    expect(report).toMatchObject({ files: [{ id: at.fileId, name: "年报.html" }] });
  });

  it("is gone with a withdrawal, which says so, and comes back with the report", async () => {
    const { reportId, at } = await begun();
    await published(reportId);
    await withdraw(world.moderator, { reportId, reason: "有误" }, NOW);
    expect(await publicFile(at, NOW)).toBe("withdrawn");
    await republish(world.moderator, { reportId }, NOW);
    expect(await publicFile(at, NOW)).toMatchObject({ id: at.fileId });
  });

  it("is not there before the release date, nor under another report's address", async () => {
    const { reportId, at } = await begun();
    await published(reportId);
    await db().report.update({
      where: { id: reportId },
      data: { heldUntil: new Date("2026-04-01T00:00:00Z") },
    });
    expect(await publicFile(at, NOW)).toBeNull();
    await withdraw(world.moderator, { reportId, reason: "有误" }, NOW);
    expect(await publicFile(at, NOW)).toBeNull();
    expect(await publicFile({ ...at, year: at.year - 1 }, NOW)).toBeNull();
    expect(await publicFile({ ...at, fileId: "1 OR 1=1" }, NOW)).toBeNull();
    expect(await deskFile(world.lone, "x", at.fileId)).toBeNull();
  });

  it("stays with its version; a revision begun without a file has none", async () => {
    const { reportId, at } = await begun();
    await published(reportId);
    await revise(world.lone, { reportId, reason: "更正" }, NOW);
    await published(reportId);
    expect(await publicReport(at.agencyId, at.year, NOW)).toMatchObject({
      currentVersion: 2,
      files: [],
    });
    expect(await publicReport(at.agencyId, at.year, NOW, 1)).toMatchObject({
      files: [{ id: at.fileId }],
    });
    expect(await publicFile(at, NOW)).toMatchObject({ id: at.fileId });
  });

  it("says how many of its figures were changed on the desk, doubted ones apart", async () => {
    const [surely, unsure] = [
      "proactive.licences.decisions",
      "proactive.coercions.decisions",
    ] as const;
    const { reportId, at } = await begun("改过.html", [unsure]);
    const total = "requests.received.total";
    // The last is typed anew, and the same: nothing was changed.
    const same = ` ${soundContent(at.year).cells[total]?.raw} `;
    const cells = { [surely]: "90001", [unsure]: "90002", [total]: same };
    await saveDraft(world.lone, { reportId, revision: 1, cells }, NOW);
    // Who decides is told before it is published, in the same figures.
    const before = await reviewScreen(world.lone, reportId, NOW);
    expect(before.ok && before.value.changed).toBe(1);
    await published(reportId);
    const report = await publicReport(at.agencyId, at.year, NOW);
    const said = soundContent(at.year).cells[surely]?.raw;
    const [file] = report && "files" in report ? report.files : [];
    expect(file).toMatchObject({ id: at.fileId, changed: 1 });
    // Each with what the file says, so that the page can mark it.
    expect(file?.changedFrom).toEqual({ [surely]: said });

    const untouched = await begun("未改.html");
    await published(untouched.reportId);
    const kept = await publicReport(at.agencyId, untouched.at.year, NOW);
    expect(kept).toMatchObject({ files: [{ changed: 0 }] });
    expect(kept && "files" in kept && kept.files[0]?.changedFrom).toEqual({});
  });

  it("says no more what it says in other words once its version is redacted", async () => {
    const key = "proactive.licences.decisions";
    const { reportId, at } = await begun("涂去.html");
    await saveDraft(world.lone, { reportId, revision: 1, cells: { [key]: "90001" } }, NOW);
    await published(reportId);
    const files = async () => {
      const report = await publicReport(at.agencyId, at.year, NOW);
      return report && "files" in report ? report.files : [];
    };
    expect(Object.keys((await files())[0]?.changedFrom ?? {})).toEqual([key]);
    await transaction(async (tx) => {
      await tx.$executeRaw`SELECT set_config('gongkai.redaction', 'on', true)`;
      await tx.version.updateMany({ where: { reportId }, data: { redactedAt: NOW } });
    });
    // How many there are gives nothing away.
    expect((await files()).map(({ changed, changedFrom }) => ({ changed, changedFrom }))).toEqual([
      { changed: 1, changedFrom: {} },
    ]);
  });

  it("goes with a draft that is thrown away", async () => {
    const { reportId, at } = await begun();
    await discardDraft(world.lone, { reportId, revision: 1 }, NOW);
    expect(await deskFile(world.lone, reportId, at.fileId)).toBeNull();
    expect(await db().sourceFile.count({ where: { reportId } })).toBe(0);
  });
});
