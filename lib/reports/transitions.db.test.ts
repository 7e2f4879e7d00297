import { beforeAll, describe, expect, it } from "vitest";
import { db } from "#lib/platform/db.ts";
import type { Result } from "#lib/platform/result.ts";
import { BLANK_CELL, withCells } from "#lib/testing/content.ts";
import { testDatabase } from "#lib/testing/database.ts";
import { type ReportWorld, reportWorld, soundContent } from "#lib/testing/report-world.ts";
import { importArchive, replaceArchive } from "./commands-archive.ts";
import {
  answerRequest,
  confirmDoubt,
  discardDraft,
  explainIssue,
  saveDraft,
} from "./commands-draft.ts";
import { attachFile, dropFile } from "./commands-file.ts";
import {
  publish,
  republish,
  returnToAgency,
  schedulePublication,
  unschedule,
  withdraw,
} from "./commands-publication.ts";
import { approve, recall, sendBack, sendToReview, submit } from "./commands-review.ts";
import { revise, startReport } from "./commands-start.ts";
import { refusable } from "./commands-step.ts";
import { evaluate } from "./evaluation.ts";
import { LIFECYCLE_ACTIONS, type LifecycleAction, moved, transitionOf } from "./lifecycle.ts";
import { storedContent } from "./stored.ts";

testDatabase();
let world: ReportWorld;

const NOW = new Date("2024-01-20T02:00:00Z");
const YEAR = 2023;
const CELL = "requests.received.company";

/** A report with one doubted figure and one blank that asks for a reason. */
const CONTENT = withCells(soundContent(YEAR), { "proactive.fees.amount": BLANK_CELL });

async function faults(on: boolean, table: string) {
  await db().$executeRawUnsafe(
    on
      ? `CREATE TRIGGER fault BEFORE INSERT ON ${table} FOR EACH ROW EXECUTE FUNCTION fault()`
      : `DROP TRIGGER fault ON ${table}`,
  );
}

beforeAll(async () => {
  world = await reportWorld();
  await db().$executeRawUnsafe(
    "CREATE FUNCTION fault() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'injected'; END $$",
  );
});

/** Everything a step could have left behind, as text. */
async function everything(): Promise<string> {
  const tables = ["Report", "Draft", "Snapshot", "Version", "VersionSeries", "ReportIssue"];
  const more = ["IssueDecision", "ReturnRequest", "SourceFile", "AuditEvent"];
  const names = [...tables, ...more].map((name) => `"${name}"`);
  const all = [...names, "graphile_worker._private_jobs"].map(
    (name) => `(SELECT coalesce(json_agg(t ORDER BY t.*::text), '[]') FROM ${name} t)`,
  );
  const [row] = await db().$queryRawUnsafe<{ all: string }[]>(
    `SELECT concat_ws('|', ${all.join(", ")}) AS all`,
  );
  return row?.all ?? "";
}

async function countJobs(): Promise<number> {
  const [row] = await db().$queryRaw<{ n: bigint }[]>`
    SELECT count(*) AS n FROM graphile_worker._private_jobs`;
  return Number(row?.n);
}

async function standing(agencyId: string) {
  const report = await db().report.findUnique({
    where: { agencyId_year: { agencyId, year: YEAR } },
    include: { draft: true, requests: true, files: { where: { version: null } } },
  });
  const draft = report?.draft ?? null;
  const reportId = report?.id ?? "";
  const { revision = 1, snapshotId = null } = draft ?? {};
  const publication = report?.publication ?? ("unpublished" as const);
  return {
    position: { draft: draft?.state ?? null, publication },
    seen: { reportId, revision },
    frozen: { reportId, snapshotId },
    fileId: report?.files[0]?.id ?? null,
    requestId: report?.requests[0]?.id,
    issueKey: draft
      ? evaluate(storedContent(draft.content), null).open.find(({ cells }) =>
          cells.includes("proactive.fees.amount"),
        )?.key
      : undefined,
  };
}

type Standing = Awaited<ReturnType<typeof standing>>;
type Run = (at: Standing) => Promise<Result<unknown>>;

const file = { name: "a.txt", mediaType: "text/plain", bytes: new Uint8Array([1]) };
const doubts = [{ cell: CELL, rule: "read.figure", message: { zh: "疑", en: "doubt" } }];
const from = { kind: "file", content: CONTENT, doubts, file };
const requests = [{ target: "report", key: null, message: "请核实" }];
const at = new Date("2024-03-01T00:00:00Z");

const start: Run = () =>
  startReport(world.editor, { agencyId: world.reviewed, year: YEAR, from }, NOW);
const sendIt: Run = ({ seen }) => sendToReview(world.editor, seen, NOW);
const approveIt: Run = ({ seen }) => approve(world.reviewer, seen, NOW);
const scheduleIt: Run = ({ frozen }) =>
  schedulePublication(world.moderator, { ...frozen, at }, NOW);

/** One life that takes every action of the table, in the agency with its own review. */
const LIFE: [LifecycleAction, Run][] = [
  ["start", start],
  ["discard", ({ seen }) => discardDraft(world.editor, seen, NOW)],
  ["start", start],
  ["save", ({ seen }) => saveDraft(world.editor, { ...seen, metadata: { title: "题" } }, NOW)],
  ["confirmDoubt", ({ seen }) => confirmDoubt(world.editor, { ...seen, cells: [CELL] }, NOW)],
  [
    "attachFile",
    ({ seen: { reportId }, fileId }) =>
      attachFile(world.editor, { reportId, seen: fileId, from: { ...from, doubts: [] } }, NOW),
  ],
  [
    "dropFile",
    ({ seen: { reportId }, fileId }) => dropFile(world.editor, { reportId, seen: fileId }, NOW),
  ],
  [
    "explainIssue",
    ({ seen: { reportId }, issueKey }) =>
      explainIssue(world.editor, { reportId, issueKey, note: "未收费", kind: "confirmed" }, NOW),
  ],
  ["sendToReview", sendIt],
  ["sendBack", ({ seen }) => sendBack(world.reviewer, { ...seen, reason: "改" }, NOW)],
  ["sendToReview", sendIt],
  ["recall", ({ seen: { reportId } }) => recall(world.editor, { reportId }, NOW)],
  ["sendToReview", sendIt],
  ["approve", approveIt],
  ["schedule", scheduleIt],
  ["unschedule", ({ seen: { reportId } }) => unschedule(world.moderator, { reportId }, NOW)],
  [
    "returnToAgency",
    ({ frozen }) => returnToAgency(world.moderator, { ...frozen, reason: "退", requests }, NOW),
  ],
  [
    "answerRequest",
    ({ seen: { reportId }, requestId }) =>
      answerRequest(world.editor, { reportId, requestId, answer: "已核实" }, NOW),
  ],
  ["sendToReview", sendIt],
  ["approve", approveIt],
  ["publish", ({ frozen }) => publish(world.moderator, frozen, NOW)],
  ["revise", ({ seen: { reportId } }) => revise(world.editor, { reportId, reason: "更正" }, NOW)],
  [
    "withdraw",
    ({ seen: { reportId } }) => withdraw(world.moderator, { reportId, reason: "误" }, NOW),
  ],
  ["republish", ({ seen: { reportId } }) => republish(world.moderator, { reportId }, NOW)],
];

async function failing(table: string, run: () => Promise<unknown>): Promise<void> {
  const before = await everything();
  await faults(true, table);
  await expect(run()).rejects.toThrow(/injected/);
  await faults(false, table);
  expect(await everything()).toBe(before);
}

/** With a fault in the trail or in the queue nothing is left; without one there is exactly one event, and the job. */
async function take(agencyId: string, action: LifecycleAction, run: Run) {
  const before = await standing(agencyId);
  const rule = transitionOf(action);
  if (rule.event) await failing('"AuditEvent"', () => run(before));
  if (rule.isPublic || action === "schedule")
    await failing("graphile_worker._private_jobs", () => run(before));
  const [events, jobs] = [await db().auditEvent.count(), await countJobs()];
  expect(await run(before), action).toMatchObject({ ok: true });
  const after = await standing(agencyId);
  expect(after.position).toEqual(moved(action, before.position));
  expect(await db().auditEvent.count()).toBe(events + (rule.event ? 1 : 0));
  if (rule.event) {
    const last = await db().auditEvent.findFirstOrThrow({ orderBy: { id: "desc" } });
    expect(last).toMatchObject({ kind: rule.event, targetId: after.seen.reportId, at: NOW });
    expect(last.data).toMatchObject({ year: YEAR, to: after.position.draft });
  }
  return (await countJobs()) - jobs;
}

describe("every transition", () => {
  it("is all or nothing: change, one audit event, job", async () => {
    const added: string[] = [];
    for (const [action, run] of LIFE)
      if ((await take(world.reviewed, action, run)) > 0) added.push(action);
    // The later public steps replace the waiting sync job by its key.
    expect(added).toEqual(["schedule", "publish"]);
  });

  it("the same where the agency has no own review, and for an archive copy", async () => {
    const { lone, unreviewed, elsewhere, admin } = world;
    const blank = { agencyId: unreviewed, year: YEAR, from: { ...from, doubts: [] } };
    await take(unreviewed, "start", () => startReport(lone, blank, NOW));
    await take(unreviewed, "explainIssue", ({ seen: { reportId }, issueKey }) =>
      explainIssue(lone, { reportId, issueKey, note: "未收费", kind: "confirmed" }, NOW),
    );
    await take(unreviewed, "submit", ({ seen }) => submit(lone, seen, NOW));
    const copy = { agencyId: elsewhere, year: YEAR, content: CONTENT };
    const source = { sourceUrl: "https://example.org/a", sourceName: "某门户" };
    await take(elsewhere, "importArchive", () => importArchive(admin, { ...copy, ...source }, NOW));
    const next = { content: CONTENT, ...source, summarised: false };
    const by = { actor: admin, now: NOW, reason: "更正" };
    await take(elsewhere, "replaceArchive", ({ seen: { reportId } }) =>
      refusable((tx) => replaceArchive(tx, reportId, next, by)),
    );
  });

  it("was taken by these tests", () => {
    const apart = ["submit", "importArchive", "replaceArchive"] as const;
    const taken = new Set<LifecycleAction>([...apart, ...LIFE.map(([a]) => a)]);
    expect([...taken].sort()).toEqual([...LIFECYCLE_ACTIONS].sort());
  });
});
