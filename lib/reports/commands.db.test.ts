import { beforeAll, describe, expect, it } from "vitest";
import type { ReportContent } from "#lib/editions/content.ts";
import type { Actor } from "#lib/identity/actor.ts";
import { db } from "#lib/platform/db.ts";
import { numberCell, withCells } from "#lib/testing/content.ts";
import { testDatabase } from "#lib/testing/database.ts";
import { type ReportWorld, reportWorld, soundContent } from "#lib/testing/report-world.ts";
import { confirmDoubt, discardDraft, explainIssue, saveDraft } from "./commands-draft.ts";
import {
  publish,
  republish,
  returnToAgency,
  schedulePublication,
  withdraw,
} from "./commands-publication.ts";
import { approve, recall, sendBack, sendToReview, submit } from "./commands-review.ts";
import { revise, startReport } from "./commands-start.ts";
import { evaluate } from "./evaluation.ts";
import { publicReport } from "./queries-public.ts";

testDatabase();
let world: ReportWorld;
beforeAll(async () => {
  world = await reportWorld();
});

const NOW = new Date("2024-01-20T02:00:00Z");
const FILE = { name: "a.txt", mediaType: "text/plain", bytes: new TextEncoder().encode("年报") };
let nextYear = 2021;

/** A draft from a file whose content has every sum right, for a year of its own. */
async function begin(actor: Actor, agencyId: string, content?: ReportContent) {
  const year = nextYear++;
  const from = { kind: "file", content: content ?? soundContent(year), doubts: [], file: FILE };
  const fixed = { ...from, content: { ...from.content, year } };
  const result = await startReport(actor, { agencyId, year, from: fixed }, NOW);
  if (!result.ok) throw new Error(`not started: ${JSON.stringify(result.refusal)}`);
  await justify(actor, result.value.reportId);
  return { reportId: result.value.reportId, year };
}

/** Answers every warning of the draft, so that nothing but errors can block it. */
async function justify(actor: Actor, reportId: string) {
  const result = await submitOrReview(actor, reportId, true);
  if (result.ok || result.refusal.code !== "report.blocked") return;
  for (const { key, need } of result.refusal.facts?.blockers ?? [])
    if (need === "reason")
      await explainIssue(actor, { reportId, issueKey: key, note: "属实", kind: "confirmed" }, NOW);
}

async function submitOrReview(actor: Actor, reportId: string, probe = false) {
  const draft = await db().draft.findUniqueOrThrow({ where: { reportId } });
  if (probe && actor.grants[0]?.agencyId === "reviewed")
    return { ok: true, value: { snapshotId: "" } } as const;
  const result = await submit(actor, { reportId, revision: draft.revision }, NOW);
  if (probe && result.ok) await recall(actor, { reportId }, NOW);
  return result;
}

async function toSubmitted(actor: Actor, agencyId: string) {
  const { reportId, year } = await begin(actor, agencyId);
  const result = await submitOrReview(actor, reportId);
  if (!result.ok) throw new Error(`not submitted: ${JSON.stringify(result.refusal)}`);
  return { reportId, year, snapshotId: result.value.snapshotId };
}

async function toPublished() {
  const at = await toSubmitted(world.lone, world.unreviewed);
  const result = await publish(world.moderator, at, NOW).catch((error: unknown) => error);
  expect(result).toEqual({
    ok: false,
    refusal: expect.objectContaining({ code: "report.invalid" }),
  });
  const { reportId, snapshotId } = at;
  expect(await publish(world.moderator, { reportId, snapshotId }, NOW)).toEqual({
    ok: true,
    value: { version: 1 },
  });
  return at;
}

const codeOf = (result: { ok: boolean; refusal?: { code: string } }) =>
  result.ok ? "ok" : result.refusal?.code;

async function trail(reportId: string) {
  const events = await db().auditEvent.findMany({
    where: { targetId: reportId },
    orderBy: { id: "asc" },
  });
  return events.map(({ kind }) => kind);
}

async function jobs(reportId: string) {
  const rows = await db().$queryRaw<{ identifier: string }[]>`
    SELECT t.identifier FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
    WHERE j.payload->>'reportId' = ${reportId} ORDER BY j.id`;
  return rows.map(({ identifier }) => identifier);
}

describe("three reviews (三审三校)", () => {
  it("leads from the editor over the agency's reviewer to the moderator, one event a step", async () => {
    const { reportId, year } = await begin(world.editor, world.reviewed);
    const seen = { reportId, revision: 1 };
    expect(codeOf(await submit(world.editor, seen, NOW))).toBe("report.wrong-state");
    expect(codeOf(await sendToReview(world.editor, seen, NOW))).toBe("ok");
    expect(codeOf(await approve(world.editor, seen, NOW))).toBe("report.forbidden");
    const back = { ...seen, reason: "请补充第五部分" };
    expect(codeOf(await sendBack(world.reviewer, { ...seen, reason: " " }, NOW))).toBe(
      "report.reason-required",
    );
    expect(codeOf(await sendBack(world.reviewer, back, NOW))).toBe("ok");
    expect(codeOf(await sendToReview(world.editor, seen, NOW))).toBe("ok");
    const first = await approve(world.reviewer, seen, NOW);
    if (first.ok || first.refusal.code !== "report.blocked") expect(codeOf(first)).toBe("ok");
    else throw new Error(`blocked: ${JSON.stringify(first.refusal.facts?.blockers)}`);
    const { snapshotId } = first.ok ? first.value : { snapshotId: "" };
    expect(codeOf(await publish(world.moderator, { reportId, snapshotId }, NOW))).toBe("ok");
    expect(await trail(reportId)).toEqual([
      "report.started",
      "report.sent-to-review",
      "report.sent-back",
      "report.sent-to-review",
      "report.approved",
      "report.published",
    ]);
    expect(await jobs(reportId)).toEqual(["search.sync"]);
    expect(await publicReport(world.reviewed, year, NOW)).toMatchObject({
      kind: "published",
      version: { number: 1, isCurrent: true },
    });
  });

  it("lets nobody approve what they wrote last", async () => {
    const { reportId } = await begin(world.reviewer, world.reviewed);
    expect(codeOf(await sendToReview(world.reviewer, { reportId, revision: 1 }, NOW))).toBe("ok");
    expect(await approve(world.reviewer, { reportId, revision: 1 }, NOW)).toEqual({
      ok: false,
      refusal: { code: "report.forbidden", facts: { denial: "identity.own-work" } },
    });
  });

  it("takes an explanation for writing: who gave it does not approve", async () => {
    const blank = { raw: "", value: null, state: "blank" as const };
    const content = withCells(soundContent(2023), { "proactive.licences.decisions": blank });
    const { reportId } = await begin(world.editor, world.reviewed, content);
    const [open] = evaluate(content, null).open;
    if (!open) throw new Error("nothing is open to be explained");
    const answer = { reportId, issueKey: open.key, note: "已核实" };
    expect(codeOf(await explainIssue(world.reviewer, answer, NOW))).toBe("ok");
    expect(codeOf(await sendToReview(world.editor, { reportId, revision: 1 }, NOW))).toBe("ok");
    expect(await approve(world.reviewer, { reportId, revision: 1 }, NOW)).toMatchObject({
      refusal: { code: "report.forbidden", facts: { denial: "identity.own-work" } },
    });
  });

  it("lets only the sender take back what was sent, and only while undecided", async () => {
    const { reportId } = await begin(world.editor, world.reviewed);
    await sendToReview(world.editor, { reportId, revision: 1 }, NOW);
    expect(codeOf(await recall(world.reviewer, { reportId }, NOW))).toBe("report.forbidden");
    expect(codeOf(await recall(world.editor, { reportId }, NOW))).toBe("ok");
    expect(codeOf(await recall(world.editor, { reportId }, NOW))).toBe("report.wrong-state");
  });
});

describe("what blocks a submission", () => {
  const broken = (content: ReportContent) =>
    withCells(content, {
      "remedies.litigationAfterReconsideration.total": numberCell(
        (content.cells["remedies.litigationAfterReconsideration.total"]?.value ?? 0) + 1,
      ),
    });

  it("R04 blocks until the agency has explained it in public; the explanation is frozen with the version", async () => {
    const { reportId, year } = await begin(
      world.lone,
      world.unreviewed,
      broken(soundContent(2023)),
    );
    const blocked = await submit(world.lone, { reportId, revision: 1 }, NOW);
    if (blocked.ok || blocked.refusal.code !== "report.blocked") throw new Error(codeOf(blocked));
    const blockers = blocked.refusal.facts?.blockers ?? [];
    expect(blockers.map(({ issue }) => issue.instance)).toEqual([
      "R04.litigationAfterReconsideration",
    ]);
    const issueKey = blockers[0]?.key ?? "";
    const base = { reportId, issueKey };
    expect(codeOf(await explainIssue(world.lone, { ...base, note: "" }, NOW))).toBe(
      "report.reason-required",
    );
    expect(
      codeOf(await explainIssue(world.lone, { ...base, issueKey: "R99:0", note: "x" }, NOW)),
    ).toBe("report.unknown-issue");
    const note = "一件案件跨年度结案。";
    expect(codeOf(await explainIssue(world.lone, { ...base, note }, NOW))).toBe("ok");
    const sent = await submit(world.lone, { reportId, revision: 1 }, NOW);
    if (!sent.ok) throw new Error(sent.refusal.code);
    await publish(world.moderator, { reportId, snapshotId: sent.value.snapshotId }, NOW);
    const shown = await publicReport(world.unreviewed, year, NOW);
    if (shown?.kind !== "published") throw new Error("not public");
    expect(shown.explanations).toMatchObject([{ issueKey, note, rule: "R04" }]);
    expect(shown.series).toMatchObject({ checksFail: 1, checkOutcome: "fail" });
    expect(
      shown.issues.filter(({ severity, outcome }) => severity === "error" && outcome === "fails"),
    ).toMatchObject([{ key: issueKey, rule: "R04" }]);
  });

  it("an unconfirmed doubt of the reader blocks; a confirmed one does not, nor does a corrected one", async () => {
    const year = nextYear++;
    const message = { zh: "疑", en: "doubt" };
    const cells = ["requests.received.company", "requests.received.research"];
    const doubts = cells.map((cell) => ({ cell, rule: "read.figure", message }));
    const content = soundContent(year);
    const from = { kind: "file", content, doubts, file: FILE };
    const started = await startReport(world.lone, { agencyId: world.unreviewed, year, from }, NOW);
    if (!started.ok) throw new Error(started.refusal.code);
    const { reportId } = started.value;
    expect(await submit(world.lone, { reportId, revision: 1 }, NOW)).toMatchObject({
      refusal: { code: "report.doubts-open", facts: { cells } },
    });
    const confirm = { reportId, revision: 1, cells: [cells[0]] };
    expect(await confirmDoubt(world.lone, confirm, NOW)).toEqual({ ok: true, value: { open: 1 } });
    // In another tab the same doubt may still be shown: what is settled stays settled, and is no event.
    expect(await confirmDoubt(world.lone, confirm, NOW)).toEqual({ ok: true, value: { open: 1 } });
    const confirmed = { targetId: reportId, kind: "report.doubts-confirmed" };
    expect(await db().auditEvent.count({ where: confirmed })).toBe(1);
    const stranger = { ...confirm, cells: ["requests.received.nobody"] };
    expect(codeOf(await confirmDoubt(world.lone, stranger, NOW))).toBe("report.invalid");
    const raw = content.cells[cells[1] ?? ""]?.raw ?? "";
    await saveDraft(world.lone, { reportId, revision: 1, cells: { [cells[1] ?? ""]: raw } }, NOW);
    expect(codeOf(await submit(world.lone, { reportId, revision: 2 }, NOW))).toBe("ok");
    const { sha256 } = await db().sourceFile.findFirstOrThrow({ where: { reportId } });
    const file = await db().fileBytes.findUniqueOrThrow({ where: { sha256 } });
    expect(new TextDecoder().decode(file.bytes)).toBe("年报");
  });
});

describe("stale decisions", () => {
  it("refuses to submit or to publish anything but what was seen", async () => {
    const { reportId } = await begin(world.lone, world.unreviewed);
    await saveDraft(world.lone, { reportId, revision: 1, metadata: { title: "新" } }, NOW);
    expect(await submit(world.lone, { reportId, revision: 1 }, NOW)).toMatchObject({
      refusal: { code: "report.superseded", facts: { revision: 2 } },
    });
    const first = await submit(world.lone, { reportId, revision: 2 }, NOW);
    await recall(world.lone, { reportId }, NOW);
    const second = await submit(world.lone, { reportId, revision: 2 }, NOW);
    if (!first.ok || !second.ok) throw new Error("not submitted");
    const old = { reportId, snapshotId: first.value.snapshotId };
    expect(codeOf(await publish(world.moderator, old, NOW))).toBe("report.superseded");
    const at = new Date("2024-02-01T00:00:00Z");
    expect(codeOf(await schedulePublication(world.moderator, { ...old, at }, NOW))).toBe(
      "report.superseded",
    );
  });
});

describe("who may not", () => {
  it("refuses the moderator of another region, the moderator who belongs to the agency, and editors", async () => {
    const { reportId, snapshotId } = await toSubmitted(world.lone, world.unreviewed);
    const denied = async (actor: Actor) => {
      const results = [
        await publish(actor, { reportId, snapshotId }, NOW),
        await returnToAgency(actor, { reportId, snapshotId, reason: "退" }, NOW),
        await schedulePublication(actor, { reportId, snapshotId, at: new Date("2030-01-01") }, NOW),
      ];
      return results.map(codeOf);
    };
    const three = Array(3).fill("report.forbidden");
    for (const actor of [world.otherModerator, world.insider, world.lone, world.auditor])
      expect(await denied(actor)).toEqual(three);
    expect(await trail(reportId)).not.toContain("report.published");
  });

  it("refuses the editor of another agency every step of the draft, and forged ids", async () => {
    const { reportId } = await begin(world.lone, world.unreviewed);
    const seen = { reportId, revision: 1 };
    for (const result of [
      await saveDraft(world.stranger, { ...seen, metadata: { title: "x" } }, NOW),
      await submit(world.stranger, seen, NOW),
      await discardDraft(world.stranger, seen, NOW),
      await startReport(
        world.stranger,
        { agencyId: world.unreviewed, year: 2030, from: { kind: "blank" } },
        NOW,
      ),
    ])
      expect(codeOf(result)).toBe("report.forbidden");
    const nowhere = { reportId: "0190b5a0-0000-7000-8000-000000000000", revision: 1 };
    expect(codeOf(await submit(world.lone, nowhere, NOW))).toBe("report.not-found");
    const forged = { reportId: "1' OR '1'='1", revision: 1 };
    expect(codeOf(await submit(world.lone, forged, NOW))).toBe("report.invalid");
    const extra = { ...seen, agencyId: world.elsewhere };
    expect(codeOf(await submit(world.lone, extra, NOW))).toBe("report.invalid");
    expect(await db().report.count({ where: { agencyId: world.unreviewed, year: 2030 } })).toBe(0);
  });
});

describe("the publication", () => {
  it("stays public while a revision is written, reviewed and returned; the next version has the next number", async () => {
    const { reportId, year } = await toPublished();
    expect(codeOf(await revise(world.lone, { reportId, reason: "" }, NOW))).toBe(
      "report.reason-required",
    );
    expect(codeOf(await revise(world.lone, { reportId, reason: "更正数据" }, NOW))).toBe("ok");
    const shows = async (number: number) =>
      expect(await publicReport(world.unreviewed, year, NOW)).toMatchObject({
        kind: "published",
        version: { number },
      });
    await shows(1);
    const patch = { reportId, revision: 1, sections: { other: "更正后的第六部分。" } };
    await saveDraft(world.lone, patch, NOW);
    const sent = await submit(world.lone, { reportId, revision: 2 }, NOW);
    if (!sent.ok) throw new Error(JSON.stringify(sent.refusal));
    await shows(1);
    const { snapshotId } = sent.value;
    const requests = [{ target: "section", key: "other", message: "请说明" }];
    const back = { reportId, snapshotId, reason: "退回", requests };
    expect(await returnToAgency(world.moderator, back, NOW)).toEqual({
      ok: true,
      value: { requests: 1 },
    });
    await shows(1);
    const again = await submit(world.lone, { reportId, revision: 2 }, NOW);
    if (!again.ok) throw new Error(JSON.stringify(again.refusal));
    await publish(world.moderator, { reportId, snapshotId: again.value.snapshotId }, NOW);
    await shows(2);
    expect(await publicReport(world.unreviewed, year, NOW, 1)).toMatchObject({
      version: { number: 1, isCurrent: false },
      versions: [{ number: 2, reason: "更正数据" }, { number: 1 }],
    });
    expect(await db().draft.count({ where: { reportId } })).toBe(0);
    expect(await publicReport(world.unreviewed, year, NOW, 3)).toBeNull();
  });

  it("withdrawn says so and why, and can be published again", async () => {
    const { reportId, year } = await toPublished();
    expect(codeOf(await withdraw(world.moderator, { reportId, reason: "" }, NOW))).toBe(
      "report.reason-required",
    );
    expect(codeOf(await withdraw(world.lone, { reportId, reason: "x" }, NOW))).toBe(
      "report.forbidden",
    );
    expect(codeOf(await withdraw(world.moderator, { reportId, reason: "数据有误" }, NOW))).toBe(
      "ok",
    );
    for (const version of [undefined, 1])
      expect(await publicReport(world.unreviewed, year, NOW, version)).toMatchObject({
        kind: "withdrawn",
        reason: "数据有误",
        at: NOW,
      });
    expect(codeOf(await republish(world.moderator, { reportId }, NOW))).toBe("ok");
    expect(await publicReport(world.unreviewed, year, NOW)).toMatchObject({ kind: "published" });
    const report = await db().report.findUniqueOrThrow({ where: { id: reportId } });
    expect(report.publicRevision).toBe(3);
    expect((await trail(reportId)).slice(-3)).toEqual([
      "report.published",
      "report.withdrawn",
      "report.republished",
    ]);
  });

  it("two at once: one wins, one version, one event", async () => {
    const { reportId, snapshotId } = await toSubmitted(world.lone, world.unreviewed);
    const results = await Promise.all(
      [world.moderator, world.admin].map((actor) => publish(actor, { reportId, snapshotId }, NOW)),
    );
    expect(results.map(codeOf).sort()).toEqual(["ok", "report.wrong-state"]);
    expect(await db().version.count({ where: { reportId } })).toBe(1);
    expect((await trail(reportId)).filter((kind) => kind === "report.published")).toHaveLength(1);
  });
});
