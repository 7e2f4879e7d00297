import type { Actor } from "#lib/identity/actor.ts";
import { can } from "#lib/identity/policy.ts";
import { db } from "#lib/platform/db.ts";
import { readableReport, sourceOf } from "./queries-desk.ts";
import type { OriginalFile } from "./queries-public.ts";
import type { Reading } from "./reading-schema.ts";
import { isUuid } from "./uuid.ts";
import { isVisible } from "./visibility.ts";

/** What was kept before rows were has none. */
type KeptPassages = Pick<Reading, "cells" | "sections"> & Partial<Pick<Reading, "rows">>;

const FILE = { id: true, name: true, size: true, sha256: true } as const;

/**
 * The file a published version was read from, by the one condition of visibility; `withdrawn` where the report's page
 * says so; null where the public has nothing.
 */
export async function publicFile(
  at: { agencyId: string; year: number; fileId: string },
  now: Date,
): Promise<OriginalFile | "withdrawn" | null> {
  if (!isUuid(at.fileId)) return null;
  const found = await db().sourceFile.findFirst({
    where: {
      id: at.fileId,
      version: { not: null },
      report: { agencyId: at.agencyId, year: at.year },
    },
    select: { ...FILE, report: { select: { publication: true, heldUntil: true } } },
  });
  if (!found) return null;
  const { report, ...file } = found;
  if (isVisible(report, now)) return file;
  const wasPublic = isVisible({ ...report, publication: "published" }, now);
  return report.publication === "withdrawn" && wasPublic ? "withdrawn" : null;
}

/** What the reader saw of a draft's file, or of that of the version it revises, for those who may read the draft; null where there is none. */
export async function draftReading(actor: Actor, reportId: string): Promise<Reading | null> {
  const report = isUuid(reportId) ? await readableReport(actor, reportId) : null;
  const source = report?.ok ? sourceOf(report.value) : null;
  if (!source) return null;
  const found = await db().sourceReading.findUnique({ where: { fileId: source.fileId } });
  if (!found) return null;
  const { format, text, passages } = found;
  const { cells, sections, rows = [] } = passages as unknown as KeptPassages;
  return { format, text, cells, sections, rows };
}

/** A file of a report for those who may read what it belongs to: the draft, or its published versions. */
export async function deskFile(
  actor: Actor,
  reportId: string,
  fileId: string,
): Promise<OriginalFile | null> {
  if (!isUuid(reportId) || !isUuid(fileId)) return null;
  const found = await db().sourceFile.findFirst({
    where: { id: fileId, reportId },
    select: {
      ...FILE,
      version: true,
      report: { select: { agencyId: true, agency: { select: { region: true } } } },
    },
  });
  if (!found) return null;
  const { report, version, ...file } = found;
  if (version === null) return (await readableReport(actor, reportId)).ok ? file : null;
  const target = { agencyId: report.agencyId, regionPath: report.agency.region.path };
  return can(actor, "report.read-versions", target) ? file : null;
}
