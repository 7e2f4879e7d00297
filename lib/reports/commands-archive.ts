import { dueDate } from "#lib/agencies/calendar.ts";
import { record, recordAll } from "#lib/audit/record.ts";
import { type Actor, auditActor, isSystem } from "#lib/identity/actor.ts";
import { denial } from "#lib/identity/policy.ts";
import { enqueue, enqueueSyncs } from "#lib/jobs/enqueue.ts";
import type { Tx } from "#lib/platform/db.ts";
import { done } from "#lib/platform/result.ts";
import { type ArchiveRow, insertArchives, type WrittenArchive } from "./commands-archive-rows.ts";
import { keepFile, storeFile } from "./commands-keep.ts";
import { holdBack } from "./commands-release.ts";
import { claimReport } from "./commands-start.ts";
import { dueOn, guard, positionOf, refusable, refuse, settle, stepIn } from "./commands-step.ts";
import { writeVersion } from "./commands-version.ts";
import { contentHash } from "./evaluation.ts";
import { moved } from "./lifecycle.ts";
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
    const scope = parsed.data.scope ?? content.scope ?? report.scope;
    await writeVersion(tx, {
      ...{ ...version, ...by, ...origin, reportId: report.id, content },
      dueOn: dueDate(year, report.agency.kind, scope),
    });
    const at = { tx, report, actor, now };
    if (kept.value) await keepFile(at, kept.value, 1);
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
  const written = await insertArchives(tx, fresh, { actor, now });
  if (search === "rebuild") await enqueue(tx, "search.rebuild", {}, { key: "search.rebuild" });
  if (search === "each")
    await enqueueSyncs(
      tx,
      written.map(({ reportId }) => reportId),
    );
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

/**
 * Publishes archive copies, each with its own event in its agency's chain and its own job; that nothing stands in their
 * way and that the actor may, the caller has made sure of on locked rows.
 */
export async function publishArchives(
  tx: Tx,
  rows: readonly ArchiveRow[],
  { actor, now }: { actor: Actor; now: Date },
): Promise<WrittenArchive[]> {
  const written = await insertArchives(tx, rows, { actor, now });
  await enqueueSyncs(
    tx,
    written.map(({ reportId }) => reportId),
  );
  await recordAll(
    tx,
    written.map(({ reportId, agencyId, year, contentHash: hash }, index) => ({
      kind: "report.imported" as const,
      actor: auditActor(actor),
      agencyId,
      targetType: "report",
      targetId: reportId,
      data: {
        year,
        from: null,
        to: null,
        publication: "published",
        version: 1,
        contentHash: hash,
        source: rows[index]?.sourceUrl ?? rows[index]?.sourceName ?? null,
        file: rows[index]?.file?.sha256 ?? null,
      },
      at: now,
    })),
  );
  return written;
}

/** What a corrected copy is made of. */
export type NextCopy = Pick<
  ArchiveRow,
  "content" | "sourceUrl" | "sourceName" | "summarised" | "file"
>;

/** Makes a copy the next version of a published archive copy; the lifecycle refuses it beside an open draft. Answers its number. */
export async function replaceArchive(
  tx: Tx,
  reportId: string,
  { file, content, ...origin }: NextCopy,
  { actor, now, reason }: { actor: Actor; now: Date; reason: string },
): Promise<number> {
  return stepIn(tx, "replaceArchive", { actor, now, reportId, reason }, async (at) => {
    const number = (at.report.currentVersion ?? 0) + 1;
    const hash = contentHash(content);
    await writeVersion(tx, {
      ...{ reportId, number, content, contentHash: hash, reason, dueOn: dueOn(at.report) },
      ...{ publishedById: isSystem(actor) ? null : actor.userId, publishedAt: now },
      ...{ origin: "archive", ...origin },
    });
    if (file) await keepFile(at, file, number);
    const heldUntil = await holdBack(tx, at.report, now);
    const source = origin.sourceUrl ?? origin.sourceName;
    return {
      value: number,
      report: { currentVersion: number, heldUntil },
      facts: { version: number, contentHash: hash, source, file: file?.sha256 ?? null },
    };
  });
}
