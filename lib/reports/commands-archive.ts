import { record } from "#lib/audit/record.ts";
import type { ReportContent, Scope } from "#lib/editions/content.ts";
import { type Actor, auditActor, isSystem } from "#lib/identity/actor.ts";
import { denial } from "#lib/identity/policy.ts";
import { enqueue, enqueueSync } from "#lib/jobs/enqueue.ts";
import type { Tx } from "#lib/platform/db.ts";
import { done } from "#lib/platform/result.ts";
import { holdBack } from "./commands-release.ts";
import { claimReport, type KeptFile, keepFile, storeFile } from "./commands-start.ts";
import { guard, positionOf, refusable, refuse, settle } from "./commands-step.ts";
import { issueRows, versionSeriesRow, writeVersion } from "./commands-version.ts";
import { contentHash, evaluate } from "./evaluation.ts";
import { moved } from "./lifecycle.ts";
import { releaseOf } from "./queries-release.ts";
import { invalid, invalidAt, type ReportResult } from "./refusal.ts";
import { archiveSchema } from "./schema.ts";
import { uuidAt } from "./uuid.ts";

/**
 * Publishes at once a copy of what an agency had published elsewhere, with its address: origin `archive`, no official
 * original, exempt from what blocks a submission (it shows what fails).
 */
export async function importArchive(
  actor: Actor,
  input: unknown,
  now: Date,
): Promise<ReportResult<{ reportId: string }>> {
  const parsed = archiveSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { agencyId, year, file, sourceUrl, sourceName, summarised } = parsed.data;
  if ((parsed.data.content.year ?? year) !== year)
    return invalidAt("year", `the content reports on ${parsed.data.content.year}`);
  const kept = file ? await storeFile(file, now) : done(null);
  if (!kept.ok) return kept;
  const content = { ...parsed.data.content, year };
  return refusable(async (tx) => {
    const report = await claimReport(tx, actor, { agencyId, year }, "report.publish");
    if (!moved("importArchive", positionOf(report)))
      return refuse({ code: "report.exists", facts: { reportId: report.id } });
    const next = guard("importArchive", report, actor);
    const version = { number: 1, contentHash: contentHash(content), reason: null };
    const publishedById = isSystem(actor) ? null : actor.userId;
    const origin = { origin: "archive" as const, sourceUrl, sourceName, summarised };
    const by = { publishedById, publishedAt: now };
    await writeVersion(tx, { ...version, ...by, ...origin, reportId: report.id, content });
    const at = { tx, report, actor, now };
    if (kept.value) await keepFile(at, kept.value, 1);
    const scope = parsed.data.scope ?? content.scope ?? report.scope;
    const heldUntil = await holdBack(tx, report, now);
    await settle(at, "importArchive", next, {
      report: { scope, heldUntil, currentVersion: 1 },
      facts: {
        version: 1,
        contentHash: version.contentHash,
        source: sourceUrl ?? sourceName,
        file: kept.value?.sha256 ?? null,
      },
    });
    return { reportId: report.id };
  });
}

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
  /** The original, whose bytes `storeFile` keeps already. */
  file?: KeptFile;
}

export interface BatchOptions {
  actor: Actor;
  now: Date;
  /** One sync job a report, one rebuild for all, or none where the caller rebuilds after its last batch. */
  search: "each" | "rebuild" | "none";
}

/**
 * Publishes many archive copies in a few statements (demo data, imports of whole provinces); what already has a report
 * is skipped. One event in the system's chain stands for the batch. Throws where the actor may not publish everywhere.
 */
export async function publishArchiveBatch(
  tx: Tx,
  rows: readonly ArchiveRow[],
  { actor, now, search }: BatchOptions,
): Promise<{ published: number; skipped: number }> {
  const barred = denial(actor, "report.publish", { agencyId: null, regionPath: [] });
  if (barred) throw new Error(`${actor.name} may not publish a batch: ${barred}`);
  const fresh = await withoutExisting(tx, rows);
  const held = new Map<number, Date | null>();
  for (const year of new Set(fresh.map((row) => row.year)))
    held.set(year, await releaseOf(tx, year));
  const prepared = fresh.map((row) => prepare(row, held.get(row.year) ?? null, actor, now));
  await tx.report.createMany({ data: prepared.map(({ report }) => report) });
  await insertVersions(
    tx,
    prepared.map(({ version }) => version),
  );
  await tx.versionSeries.createMany({ data: prepared.map(({ series }) => series) });
  await tx.reportIssue.createMany({ data: prepared.flatMap(({ issues }) => issues) });
  await tx.sourceFile.createMany({ data: prepared.flatMap(({ files }) => files) });
  if (search === "rebuild") await enqueue(tx, "search.rebuild", {}, { key: "search.rebuild" });
  for (const { report } of prepared) {
    if (search === "each") await enqueueSync(tx, report.id);
    if (report.heldUntil && report.heldUntil > now)
      await enqueueSync(tx, report.id, report.heldUntil);
  }
  const source = fresh[0]?.sourceName ?? null;
  const agencies = new Set(fresh.map(({ agencyId }) => agencyId)).size;
  await record(tx, {
    kind: "report.archive-loaded",
    actor: auditActor(actor),
    agencyId: null,
    targetType: "batch",
    targetId: uuidAt(now),
    data: { reports: fresh.length, agencies, source },
    at: now,
  });
  return { published: fresh.length, skipped: rows.length - fresh.length };
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

async function withoutExisting(tx: Tx, rows: readonly ArchiveRow[]): Promise<ArchiveRow[]> {
  const agencies = [...new Set(rows.map(({ agencyId }) => agencyId))];
  const existing = await tx.report.findMany({
    where: { agencyId: { in: agencies } },
    select: { agencyId: true, year: true },
  });
  const taken = new Set(existing.map(({ agencyId, year }) => `${year} ${agencyId}`));
  return rows.filter(({ agencyId, year }) => {
    const key = `${year} ${agencyId}`;
    if (taken.has(key)) return false;
    taken.add(key);
    return true;
  });
}

function prepare(row: ArchiveRow, heldUntil: Date | null, actor: Actor, now: Date) {
  const { content, publishedAt, sourceUrl, sourceName, summarised, file, ...facts } = row;
  const by = isSystem(actor) ? null : actor.userId;
  const reportId = uuidAt(now);
  const id = uuidAt(now);
  const evaluation = evaluate(content);
  const version = { id, reportId, number: 1, edition: content.edition };
  return {
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
