import type { Actor } from "#lib/identity/actor.ts";
import { db } from "#lib/platform/db.ts";
import { returnToAgency } from "#lib/reports/commands-publication.ts";
import { sendToReview, submit } from "#lib/reports/commands-review.ts";
import { revise, startReport } from "#lib/reports/commands-start.ts";
import { YEARS } from "./chronicle.ts";
import type { Fault } from "./faults.ts";
import { answerIssues, must, standing, writeDraft } from "./histories.ts";
import { currentContent } from "./report.ts";
import { families } from "./world.ts";

/** A draft on somebody's desk. */
interface Plan {
  agencyId: string;
  year: number;
  editor: string;
  until: "draft" | "in_review" | "submitted" | "returned";
  /** Why a published report is revised; null for a first report. */
  reason: string | null;
  fault: Fault | null;
  explanation: string | null;
}

const NEXT = Math.max(...YEARS) + 1;
const plan = (given: Pick<Plan, "agencyId" | "editor" | "until"> & Partial<Plan>): Plan => ({
  year: NEXT,
  reason: null,
  fault: null,
  explanation: null,
  ...given,
});

/** One draft in each state, so that neither the desk nor the queue is empty. */
const PLANS: readonly Plan[] = [
  plan({ agencyId: "990101-office", editor: "yanshi-editor", until: "in_review" }),
  plan({
    agencyId: "990101-office",
    editor: "yanshi-editor",
    until: "draft",
    year: NEXT - 1,
    reason: "复核台账时发现行政复议件数漏填，拟予更正。",
    fault: "R04",
  }),
  plan({
    agencyId: "990101-natural-resources",
    editor: "yanshi-editor-2",
    until: "submitted",
    fault: "R04",
    explanation: "总计含上年立案、本年尚未录入结果的1件，已在台账中注明。",
  }),
  plan({
    agencyId: "990101-natural-resources",
    editor: "yanshi-editor-2",
    until: "submitted",
    year: NEXT - 1,
    reason: "经核对，1件申请系上年结转，误计入本年新收，予以更正。",
    fault: "chain",
  }),
  plan({
    agencyId: "990102-housing",
    editor: "yanshi-editor-3",
    until: "returned",
    fault: "chain",
  }),
];

const MODERATOR = "yanshi-moderator";
const RETURN = {
  reason: "请核对上年结转件数，并补充改进措施的完成时限。",
  requests: [
    {
      target: "cell",
      key: "requests.carriedIn.total",
      message: "与上一年度报告的结转下年度数不一致，请核对后更正或说明。",
    },
    { target: "section", key: "problems", message: "改进措施请写明责任单位和完成时限。" },
  ],
};

/**
 * Puts the drafts on the desks through the commands people use and answers which are there. One that was put there before
 * is left alone, whatever became of it; one whose report is not loaded yet waits for a later run.
 */
export async function fillDesks(
  seed: string,
  placed: readonly string[],
  now: Date,
): Promise<string[]> {
  const there = new Set(placed);
  for (const each of PLANS) {
    const key = `${each.agencyId}/${each.year}`;
    if (!there.has(key) && (await fulfil(each, seed, now))) there.add(key);
  }
  return [...there];
}

async function fulfil(plan: Plan, seed: string, now: Date): Promise<boolean> {
  const actor = await actorOf(plan.editor);
  const reportId = await openDraft(plan, actor, now);
  if (reportId === null) return false;
  const at = await standing(plan.agencyId, plan.year);
  if (at?.draft?.state === "draft") {
    const { revision } = at.draft;
    const isUntouched = revision === at.closedRevision + 1;
    await fill(plan, actor, { reportId, revision, isUntouched }, seed, now);
  }
  await finish(plan, reportId, now);
  return true;
}

async function fill(
  { agencyId, year, fault, explanation, until }: Plan,
  actor: Actor,
  {
    reportId,
    revision: first,
    isUntouched,
  }: { reportId: string; revision: number; isUntouched: boolean },
  seed: string,
  now: Date,
): Promise<void> {
  const content = currentContent(familyOf(agencyId), agencyId, year, fault, seed);
  const revision = isUntouched ? await writeDraft(actor, reportId, first, content, now) : first;
  if (until === "draft") return;
  await answerIssues(actor, reportId, content, explanation, now);
  const send = until === "in_review" ? sendToReview : submit;
  must<unknown>(await send(actor, { reportId, revision }, now));
}

async function finish({ until, ...plan }: Plan, reportId: string, now: Date): Promise<void> {
  const draft = await draftOf(plan);
  if (until !== "returned" || draft?.state !== "submitted") return;
  const input = { reportId, snapshotId: draft.snapshotId, ...RETURN };
  must(await returnToAgency(await actorOf(MODERATOR), input, now));
}

/** The report with its draft open; null where there is nothing to revise, or the report went another way. */
async function openDraft(plan: Plan, actor: Actor, now: Date): Promise<string | null> {
  const { agencyId, year, reason } = plan;
  const at = await standing(agencyId, year);
  if (at?.draft) return at.id;
  if (reason === null) {
    if (at?.publication === "published" || at?.publication === "withdrawn") return null;
    const input = { agencyId, year, from: { kind: "blank" } };
    return must(await startReport(actor, input, now)).reportId;
  }
  if (at?.publication !== "published") return null;
  return must(await revise(actor, { reportId: at.id, reason }, now)).reportId;
}

async function draftOf({ agencyId, year }: Pick<Plan, "agencyId" | "year">) {
  return (await standing(agencyId, year))?.draft ?? null;
}

async function actorOf(login: string): Promise<Actor> {
  const user = await db().user.findUniqueOrThrow({
    where: { login },
    include: { memberships: { where: { revokedAt: null } } },
  });
  const grants = user.memberships.map(({ role, agencyId, regionCode }) => ({
    role,
    agencyId,
    regionCode,
  }));
  return { userId: user.id, name: user.name, grants };
}

function familyOf(agencyId: string) {
  for (const family of families()) {
    if (family.members.some(({ id }) => id === agencyId)) return family;
  }
  throw new Error(`there is no agency ${agencyId}`);
}
