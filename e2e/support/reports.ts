import type { ReportContent } from "#lib/editions/content.ts";
import type { Actor } from "#lib/identity/actor.ts";
import { db } from "#lib/platform/db.ts";
import { publish } from "#lib/reports/commands-publication.ts";
import { submit } from "#lib/reports/commands-review.ts";
import { startReport } from "#lib/reports/commands-start.ts";
import { soundContent } from "#lib/testing/report-world.ts";
import type { Person, World } from "./world.ts";

export const YEAR = 2023;

/** This person as the commands know them. */
export async function actorOf({ login }: Person): Promise<Actor> {
  const user = await db().user.findUniqueOrThrow({
    where: { login },
    include: { memberships: true },
  });
  return { userId: user.id, name: user.name, grants: user.memberships };
}

/** A sound report for a year, its overview saying `words`. */
export function contentSaying(words: string, year = YEAR): ReportContent {
  const content = soundContent(year);
  const [first, ...rest] = content.sections;
  if (!first) throw new Error("the form has no sections");
  return { ...content, sections: [{ ...first, text: words, raw: words }, ...rest] };
}

/** A draft of this agency with sound figures, begun by this person; answers the report's id. */
export async function draftedReport(
  agencyId: string,
  by: Person,
  content = soundContent(YEAR),
): Promise<string> {
  const file = { name: "report.txt", mediaType: "text/plain", bytes: Buffer.from("report") };
  const from = { kind: "file" as const, content, doubts: [], file };
  const year = content.year ?? YEAR;
  const started = await startReport(await actorOf(by), { agencyId, year, from }, new Date());
  if (!started.ok) throw new Error(`the draft was refused: ${JSON.stringify(started.refusal)}`);
  return started.value.reportId;
}

/** The same, handed in by an agency without a review of its own. */
export async function submittedReport(agencyId: string, by: Person, content?: ReportContent) {
  const reportId = await draftedReport(agencyId, by, content);
  const sent = await submit(await actorOf(by), { reportId, revision: 1 }, new Date());
  if (!sent.ok) throw new Error(`the report was refused: ${JSON.stringify(sent.refusal)}`);
  return { reportId, snapshotId: sent.value.snapshotId };
}

/** The same, published by the world's moderator; answers its public path. */
export async function publishedReport(world: World, content?: ReportContent): Promise<string> {
  const input = await submittedReport(world.agencyId, world.editor, content);
  const shown = await publish(await actorOf(world.moderator), input, new Date());
  if (!shown.ok) throw new Error(`it was not published: ${JSON.stringify(shown.refusal)}`);
  return `/agencies/${world.agencyId}/${content?.year ?? YEAR}`;
}

/** Everything stored about a report, to be compared before and after what must change nothing. */
export async function stored(reportId: string): Promise<string> {
  const [report, events] = await Promise.all([
    db().report.findUniqueOrThrow({
      where: { id: reportId },
      include: { draft: true, snapshots: true, versions: true, decisions: true, requests: true },
    }),
    db().auditEvent.count({ where: { targetId: reportId } }),
  ]);
  return JSON.stringify({ report, events });
}
