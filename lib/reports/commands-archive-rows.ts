import { type AgencyKind, dueDate } from "#lib/agencies/calendar.ts";
import type { ReportContent, Scope } from "#lib/editions/content.ts";
import { type Actor, isSystem } from "#lib/identity/actor.ts";
import { enqueueSync } from "#lib/jobs/enqueue.ts";
import type { Tx } from "#lib/platform/db.ts";
import type { KeptFile } from "./commands-keep.ts";
import { issueRows, versionSeriesRow } from "./commands-version.ts";
import { contentHash, type Evaluation, evaluate } from "./evaluation.ts";
import { releaseOf } from "./queries-release.ts";
import { uuidAt } from "./uuid.ts";

/** One report of a batch; its content must have come from the reader or a generator, for it is not validated again. */
export interface ArchiveRow {
  agencyId: string;
  year: number;
  scope: Scope;
  content: ReportContent;
  sourceUrl: string | null;
  sourceName: string;
  summarised: boolean;
  synthetic: boolean;
  publishedAt: Date;
  /** The report's row where there is one already, unpublished and without a draft. */
  reportId?: string;
  /** What was made of the content before, in another thread. */
  evaluation?: Evaluation;
  /** The original, whose bytes `storeFile` keeps already. */
  file?: KeptFile;
}

/** A first version as it was written. */
export interface WrittenArchive {
  reportId: string;
  agencyId: string;
  year: number;
  contentHash: string;
}

/**
 * Writes first versions of origin `archive` in a few statements, whatever their number, each with its series, issues and
 * original; has search look again when a held year is released. Events and the jobs of today are the caller's.
 */
export async function insertArchives(
  tx: Tx,
  rows: readonly ArchiveRow[],
  { actor, now }: { actor: Actor; now: Date },
): Promise<WrittenArchive[]> {
  if (rows.length === 0) return [];
  const held = new Map<number, Date | null>();
  for (const year of new Set(rows.map((row) => row.year)))
    held.set(year, await releaseOf(tx, year));
  const kinds = await kindsOf(tx, rows);
  const prepared = rows.map((row) => {
    const kind = kinds.get(row.agencyId);
    const dueOn = kind ? dueDate(row.year, kind, row.scope) : null;
    return prepare(row, { heldUntil: held.get(row.year) ?? null, dueOn }, actor, now);
  });
  const fresh = prepared.filter(({ isNew }) => isNew);
  await tx.report.createMany({ data: fresh.map(({ report }) => report) });
  for (const { report, isNew } of prepared) {
    if (isNew) continue;
    const { id, scope, publication, heldUntil, currentVersion } = report;
    const data = {
      scope,
      publication,
      heldUntil,
      currentVersion,
      publicRevision: { increment: 1 },
    };
    await tx.report.update({ where: { id }, data });
  }
  await insertVersions(
    tx,
    prepared.map(({ version }) => version),
  );
  await tx.versionSeries.createMany({ data: prepared.map(({ series }) => series) });
  await tx.reportIssue.createMany({ data: prepared.flatMap(({ issues }) => issues) });
  await tx.sourceFile.createMany({ data: prepared.flatMap(({ files }) => files) });
  for (const { report } of prepared)
    if (report.heldUntil && report.heldUntil > now)
      await enqueueSync(tx, report.id, report.heldUntil);
  return prepared.map(({ report, version }) => ({
    reportId: report.id,
    agencyId: report.agencyId,
    year: report.year,
    contentHash: version.contentHash,
  }));
}

type BatchVersion = ReturnType<typeof prepare>["version"];

/** By arrays rather than row by row: the contents are most of the work, and are written as text but once. */
async function insertVersions(tx: Tx, versions: readonly BatchVersion[]): Promise<void> {
  const column = <Key extends keyof BatchVersion>(key: Key) => versions.map((each) => each[key]);
  await tx.$executeRaw`
    INSERT INTO "Version" (id, "reportId", number, edition, content, "contentHash", "publishedById", "publishedAt",
      origin, "sourceUrl", "sourceName", summarised)
    SELECT v.id, v.report, v.number, v.edition, v.content::jsonb, v.hash, v.by, v.at,
      'archive', v.url, v.name, v.summarised
    FROM unnest(${column("id")}::uuid[], ${column("reportId")}::uuid[], ${column("number")}::int[],
      ${column("edition")}::text[], ${column("content")}::text[], ${column("contentHash")}::text[],
      ${column("publishedById")}::uuid[], ${column("publishedAt")}::timestamptz[],
      ${column("sourceUrl")}::text[], ${column("sourceName")}::text[], ${column("summarised")}::bool[])
      AS v(id, report, number, edition, content, hash, by, at, url, name, summarised)`;
}

async function kindsOf(tx: Tx, rows: readonly ArchiveRow[]): Promise<Map<string, AgencyKind>> {
  const ids = [...new Set(rows.map(({ agencyId }) => agencyId))];
  const agencies = await tx.agency.findMany({
    where: { id: { in: ids } },
    select: { id: true, kind: true },
  });
  return new Map(agencies.map(({ id, kind }) => [id, kind]));
}

/** Whether a report says itself that it came after its day. */
function isPast({ signedOn, publishedOn }: ReportContent, dueOn: string | null): boolean {
  return [signedOn, publishedOn].some((date) => dueOn !== null && date !== null && date > dueOn);
}

function prepare(
  row: ArchiveRow,
  { heldUntil, dueOn }: { heldUntil: Date | null; dueOn: string | null },
  actor: Actor,
  now: Date,
) {
  const { content, publishedAt, sourceUrl, sourceName, summarised, file, ...rest } = row;
  const { evaluation: known, reportId: existing, ...facts } = rest;
  const by = isSystem(actor) ? null : actor.userId;
  const reportId = existing ?? uuidAt(now);
  const id = uuidAt(now);
  // What was made of it before did not know its day, which matters where it is past alone.
  const evaluation = known && !isPast(content, dueOn) ? known : evaluate(content, dueOn);
  const version = { id, reportId, number: 1, edition: content.edition };
  return {
    isNew: existing === undefined,
    report: {
      ...facts,
      id: reportId,
      publication: "published" as const,
      heldUntil,
      currentVersion: 1,
      publicRevision: 1,
      createdAt: now,
    },
    version: {
      ...version,
      content: JSON.stringify(content),
      contentHash: contentHash(content),
      publishedById: by,
      publishedAt,
      sourceUrl,
      sourceName,
      summarised,
    },
    series: versionSeriesRow(version, evaluation),
    issues: issueRows(reportId, 1, evaluation),
    files: file ? [{ ...file, reportId, version: 1, uploadedById: by, uploadedAt: now }] : [],
  };
}
