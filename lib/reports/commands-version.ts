import type { Prisma } from "#generated/prisma/client.ts";
import type { ReportContent } from "#lib/editions/content.ts";
import type { Tx } from "#lib/platform/db.ts";
import { type Evaluation, evaluate } from "./evaluation.ts";
import { type Explanation, toJson, type VersionOrigin } from "./stored.ts";

/** What becomes the next version of a report. */
export interface NextVersion extends VersionOrigin {
  reportId: string;
  number: number;
  content: ReportContent;
  /** The last day on which it was on time; null where nothing sets one. */
  dueOn: string | null;
  contentHash: string;
  reason: string | null;
  publishedById: string | null;
  publishedAt: Date;
}

/** The columns of a stored issue. */
export function issueRows(
  reportId: string,
  version: number | null,
  { open }: Evaluation,
): Prisma.ReportIssueCreateManyInput[] {
  return open.map(
    ({ key, rule, instance, outcome, severity, cells, section, formula, message, hint }) => ({
      reportId,
      version,
      key,
      rule,
      instance,
      outcome,
      severity,
      cells,
      section: section ?? null,
      formula,
      message: { ...message },
      ...(hint ? { hint: { ...hint } } : {}),
    }),
  );
}

/** The narrow row beside a version. */
export function versionSeriesRow(
  version: { id: string; reportId: string; number: number; edition: string | null },
  { series, summary }: Evaluation,
): Prisma.VersionSeriesCreateManyInput {
  return {
    versionId: version.id,
    reportId: version.reportId,
    number: version.number,
    edition: version.edition,
    ...series,
    checksHold: summary.holds,
    checksFail: summary.fails,
    checksUnknown: summary.unknown,
    checkOutcome: summary.outcome,
  };
}

/** Writes version n with its series, its issues and the explanations as they stand; n is unique by the database. */
export async function writeVersion(tx: Tx, next: NextVersion): Promise<void> {
  const { content, dueOn, reportId, number, ...columns } = next;
  const evaluation = evaluate(content, dueOn);
  const version = await tx.version.create({
    data: {
      ...columns,
      reportId,
      number,
      edition: content.edition,
      content: toJson(content),
      explanations: toJson(await frozenExplanations(tx, reportId, evaluation)),
    },
    select: { id: true, reportId: true, number: true, edition: true },
  });
  await tx.versionSeries.create({ data: versionSeriesRow(version, evaluation) });
  await tx.reportIssue.createMany({ data: issueRows(reportId, number, evaluation) });
}

async function frozenExplanations(
  tx: Tx,
  reportId: string,
  { open }: Evaluation,
): Promise<Explanation[]> {
  const decisions = await tx.issueDecision.findMany({ where: { reportId, kind: "explained" } });
  return open.flatMap(({ key, rule, instance }) => {
    const decision = decisions.find(({ issueKey }) => issueKey === key);
    if (!decision) return [];
    const { note, decidedAt } = decision;
    return [{ issueKey: key, rule, instance, note, decidedAt: decidedAt.toISOString() }];
  });
}

/** Replaces the issues stored for the draft (version null); they stand while it waits for a decision. */
export async function storeDraftIssues(
  tx: Tx,
  reportId: string,
  evaluation: Evaluation | null,
): Promise<void> {
  await tx.reportIssue.deleteMany({ where: { reportId, version: null } });
  if (evaluation) await tx.reportIssue.createMany({ data: issueRows(reportId, null, evaluation) });
}
