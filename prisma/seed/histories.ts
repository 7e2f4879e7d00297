import { dueDate } from "#lib/agencies/calendar.ts";
import { needOf } from "#lib/checks/blocking.ts";
import { issueKey } from "#lib/checks/issue-key.ts";
import { runChecks } from "#lib/checks/run.ts";
import type { ReportContent } from "#lib/editions/content.ts";
import { type Actor, systemActor } from "#lib/identity/actor.ts";
import { db } from "#lib/platform/db.ts";
import type { Result } from "#lib/platform/result.ts";
import { explainIssue, saveDraft } from "#lib/reports/commands-draft.ts";
import { publish, withdraw } from "#lib/reports/commands-publication.ts";
import { submit } from "#lib/reports/commands-review.ts";
import { revise, startReport } from "#lib/reports/commands-start.ts";
import type { DemoReport } from "./report.ts";

export const DEMO_ACTOR: Actor = systemActor("演示数据");

/** The value of a command the demonstration may take for granted; throws with the code where it was refused. */
export function must<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`${result.refusal.code} ${JSON.stringify(result.refusal.facts)}`);
  return result.value;
}

/** A report that is there, with where it stands. */
export async function standing(agencyId: string, year: number) {
  return db().report.findUnique({
    where: { agencyId_year: { agencyId, year } },
    select: {
      id: true,
      publication: true,
      currentVersion: true,
      closedRevision: true,
      draft: { select: { state: true, revision: true, snapshotId: true } },
    },
  });
}

/** Whether a report has a past that only the lifecycle's own steps can give it. */
export function hasHistory({ explanation, versions, withdrawn }: DemoReport): boolean {
  return explanation !== null || versions.length > 1 || withdrawn !== null;
}

/**
 * Gives a report its past through the same commands people use: submitted with a public explanation, corrected in a
 * second version, withdrawn. Taken up where it stopped; what is done is not done again.
 */
export async function relive(report: DemoReport): Promise<void> {
  const { agency, year, versions, explanation, withdrawn } = report;
  const [first, second] = versions;
  if (explanation !== null && !(await standing(agency.id, year))) {
    must(
      await startReport(
        DEMO_ACTOR,
        { agencyId: agency.id, year, from: { kind: "blank" } },
        momentOf(first.publishedOn),
      ),
    );
  }
  if (explanation !== null) await publishUpTo(1, report, first.content, explanation);
  if (second) {
    const at = await found(report);
    const input = { reportId: at.id, reason: second.reason };
    if (at.currentVersion === 1 && !at.draft) {
      must(await revise(DEMO_ACTOR, input, momentOf(second.publishedOn)));
    }
    await publishUpTo(2, report, second.content, null);
  }
  const at = await found(report);
  if (withdrawn !== null && at.publication === "published") {
    const on = momentOf(versions.at(-1)?.content.publishedOn ?? first.publishedOn, 14);
    must(await withdraw(DEMO_ACTOR, { reportId: at.id, reason: withdrawn }, on));
  }
}

async function publishUpTo(
  version: number,
  report: DemoReport,
  content: ReportContent,
  explanation: string | null,
): Promise<void> {
  const now = momentOf(content.publishedOn ?? report.versions[0].publishedOn);
  const at = await found(report);
  if ((at.currentVersion ?? 0) >= version) return;
  if (at.draft?.state === "draft") {
    const revision = await writeDraft(DEMO_ACTOR, at.id, at.draft.revision, content, now);
    await answerIssues(DEMO_ACTOR, at.id, content, explanation, now);
    must(await submit(DEMO_ACTOR, { reportId: at.id, revision }, now));
  }
  const snapshotId = (await found(report)).draft?.snapshotId;
  must(await publish(DEMO_ACTOR, { reportId: at.id, snapshotId }, now));
}

async function found({ agency, year }: DemoReport) {
  const at = await standing(agency.id, year);
  if (!at) throw new Error(`the report of ${agency.id} for ${year} is not there`);
  return at;
}

/** Types a whole report into its draft; answers the draft's new revision. */
export async function writeDraft(
  actor: Actor,
  reportId: string,
  revision: number,
  content: ReportContent,
  now: Date,
): Promise<number> {
  const { title, agency, indexNumber, publisher, publishedOn, signedOn, scope } = content;
  const patch = {
    reportId,
    revision,
    cells: Object.fromEntries(Object.entries(content.cells).map(([key, { raw }]) => [key, raw])),
    sections: Object.fromEntries(content.sections.map(({ key, text }) => [key, text])),
    metadata: { title, agency, indexNumber, publisher, publishedOn, signedOn, scope },
  };
  return must(await saveDraft(actor, patch, now)).revision;
}

/** What an agency says of a warning that it leaves as it is. */
const REASONS: Readonly<Record<string, string>> = {
  R13: "受机构调整影响延后发布，已向主管部门说明。",
};
const CHECKED = "已与办理台账核对，情况属实。";

/** Writes the same public explanation, if there is one, to every failing sum of a draft, and a reason to every warning. */
export async function answerIssues(
  actor: Actor,
  reportId: string,
  content: ReportContent,
  explanation: string | null,
  now: Date,
): Promise<void> {
  const { year, scope, agency } = await db().report.findUniqueOrThrow({
    where: { id: reportId },
    select: { year: true, scope: true, agency: { select: { kind: true } } },
  });
  const dueOn = dueDate(year, agency.kind, scope);
  for (const issue of runChecks(content, { dueOn })) {
    const need = needOf(issue);
    const reason = REASONS[issue.rule] ?? CHECKED;
    const note = need === "explain" ? explanation : need === "reason" ? reason : null;
    if (note === null) continue;
    const kind = need === "explain" ? "explained" : "confirmed";
    const input = { reportId, issueKey: issueKey(issue, content), note, kind };
    must(await explainIssue(actor, input, now));
  }
}

/** Ten in the morning, China time, some days after a date. */
export function momentOf(date: string, daysLater = 0): Date {
  return new Date(Date.parse(`${date}T10:00:00+08:00`) + daysLater * 86_400_000);
}
