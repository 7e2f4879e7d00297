import { beforeAll, expect, it } from "vitest";
import { db } from "#lib/platform/db.ts";
import type { Result } from "#lib/platform/result.ts";
import { testDatabase } from "#lib/testing/database.ts";
import { seededRandom } from "#lib/testing/random.ts";
import { type ReportWorld, reportWorld, soundContent } from "#lib/testing/report-world.ts";
import { discardDraft, saveDraft } from "./commands-draft.ts";
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
import { type LifecycleAction, moved, type Position } from "./lifecycle.ts";
import { publicReport } from "./queries-public.ts";

testDatabase();
let world: ReportWorld;
beforeAll(async () => {
  world = await reportWorld();
});

const NOW = new Date("2024-01-20T02:00:00Z");
const LATER = new Date("2030-01-01T00:00:00Z");
const reason = "有理由";

interface Place {
  year: number;
  reportId: string;
  revision: number;
  snapshotId: string;
}

/** Every action that moves a report, by someone who may take it. */
const MOVES: Partial<Record<LifecycleAction, (at: Place) => Promise<Result<unknown>>>> = {
  start: ({ year }) => {
    const file = { name: "a", mediaType: "text/plain", bytes: new Uint8Array() };
    const from = { kind: "file", content: soundContent(year), doubts: [], file };
    return startReport(world.editor, { agencyId: world.reviewed, year, from }, NOW);
  },
  save: ({ reportId, revision }) =>
    saveDraft(world.editor, { reportId, revision, metadata: { title: `第${revision}稿` } }, NOW),
  sendToReview: ({ reportId, revision }) => sendToReview(world.editor, { reportId, revision }, NOW),
  sendBack: ({ reportId, revision }) =>
    sendBack(world.reviewer, { reportId, revision, reason }, NOW),
  approve: ({ reportId, revision }) => approve(world.reviewer, { reportId, revision }, NOW),
  submit: ({ reportId, revision }) => submit(world.editor, { reportId, revision }, NOW),
  recall: async ({ reportId }) => {
    const draft = await db().draft.findUnique({ where: { reportId } });
    const sender = draft?.sentById === world.reviewer.userId ? world.reviewer : world.editor;
    return recall(draft?.sentById ? sender : world.admin, { reportId }, NOW);
  },
  returnToAgency: ({ reportId, snapshotId }) =>
    returnToAgency(world.moderator, { reportId, snapshotId, reason }, NOW),
  schedule: ({ reportId, snapshotId }) =>
    schedulePublication(world.moderator, { reportId, snapshotId, at: LATER }, NOW),
  unschedule: ({ reportId }) => unschedule(world.moderator, { reportId }, NOW),
  publish: ({ reportId, snapshotId }) => publish(world.moderator, { reportId, snapshotId }, NOW),
  revise: ({ reportId }) => revise(world.editor, { reportId, reason }, NOW),
  discard: ({ reportId, revision }) => discardDraft(world.editor, { reportId, revision }, NOW),
  withdraw: ({ reportId }) => withdraw(world.moderator, { reportId, reason }, NOW),
  republish: ({ reportId }) => republish(world.moderator, { reportId }, NOW),
};
const ACTIONS = Object.keys(MOVES) as LifecycleAction[];
/** Taken more often, so that a walk gets somewhere. */
const FORWARD: readonly LifecycleAction[] = ["sendToReview", "approve", "publish", "revise"];
const NOWHERE = "0190b5a0-0000-7000-8000-000000000000";

async function look(year: number) {
  const report = await db().report.findFirst({
    where: { year },
    include: { draft: true, versions: { orderBy: { number: "asc" } } },
  });
  const draft = report?.draft ?? null;
  const position: Position = {
    draft: draft?.state ?? null,
    publication: report?.publication ?? "unpublished",
  };
  const place: Place = {
    year,
    reportId: report?.id ?? NOWHERE,
    revision: draft?.revision ?? 1,
    snapshotId: draft?.snapshotId ?? NOWHERE,
  };
  return { position, place, numbers: report?.versions.map(({ number }) => number) ?? [] };
}

/** One random step: it is taken exactly where the table has it, and leaves what the table says. */
async function stepAtRandom(year: number, random: () => number): Promise<boolean> {
  const before = await look(year);
  const wanted = ACTIONS.filter((each) => moved(each, before.position));
  const forward = wanted.filter((each) => FORWARD.includes(each));
  const pool = random() < 0.7 ? [...wanted, ...forward, ...forward, ...forward] : ACTIONS;
  const action = pool[Math.floor(random() * pool.length)] as LifecycleAction;
  const result = await MOVES[action]?.(before.place);
  const next = action === "submit" ? null : moved(action, before.position);
  expect(result?.ok, `${action} from ${JSON.stringify(before.position)}`).toBe(next !== null);
  const after = await look(year);
  expect(after.position).toEqual(next ?? before.position);
  expect(after.numbers).toEqual(after.numbers.map((_, index) => index + 1));
  expect(after.numbers.length - before.numbers.length).toBe(action === "publish" && next ? 1 : 0);
  const shown = (await publicReport(world.reviewed, year, NOW))?.kind;
  const { publication } = after.position;
  expect(shown).toBe(publication === "unpublished" ? undefined : publication);
  return next !== null;
}

it("300 random steps on real rows go where the table says, number versions without gaps, and keep the page public", async () => {
  let taken = 0;
  for (const year of [2021, 2022, 2023]) {
    const random = seededRandom(year);
    for (let step = 0; step < 100; step += 1) if (await stepAtRandom(year, random)) taken += 1;
  }
  expect(taken).toBeGreaterThan(150);
  expect(await db().version.count()).toBeGreaterThan(5);
  expect(await db().auditEvent.count({ where: { kind: "report.published" } })).toBe(
    await db().version.count(),
  );
}, 60_000);
