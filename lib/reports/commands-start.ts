import type { z } from "zod";
import { emptyContent, type ReportContent } from "#lib/editions/content.ts";
import type { Edition } from "#lib/editions/edition.ts";
import { editionForYear } from "#lib/editions/registry.ts";
import type { Actor } from "#lib/identity/actor.ts";
import { denial } from "#lib/identity/policy.ts";
import type { Tx } from "#lib/platform/db.ts";
import { done } from "#lib/platform/result.ts";
import { keepFile, keepReading, storeFile } from "./commands-keep.ts";
import {
  guard,
  type LoadedReport,
  lockReport,
  positionOf,
  refusable,
  refuse,
  type Step,
  settle,
  step,
} from "./commands-step.ts";
import { moved } from "./lifecycle.ts";
import { invalid, type ReportResult } from "./refusal.ts";
import { type Doubt, reasonSchema, startReportSchema } from "./schema.ts";
import { skeletonFrom } from "./skeleton.ts";
import { storedContent, toJson } from "./stored.ts";

type Start = z.infer<typeof startReportSchema>;

/** Opens the draft of a report: blank, from last year's words, or from a file (which is kept beside it). */
export async function startReport(
  actor: Actor,
  input: unknown,
  now: Date,
): Promise<ReportResult<{ reportId: string }>> {
  const parsed = startReportSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const start = parsed.data;
  const kept = start.from.kind === "file" ? await storeFile(start.from.file, now) : done(null);
  if (!kept.ok) return kept;
  return refusable(async (tx) => {
    const report = await claimReport(tx, actor, start);
    if (!moved("start", positionOf(report)))
      return refuse({ code: "report.exists", facts: { reportId: report.id } });
    const next = guard("start", report, actor);
    const content = await firstContent(tx, start);
    const doubts = start.from.kind === "file" ? start.from.doubts : [];
    const revision = await openDraft({ tx, report, actor, now }, content, { doubts });
    if (kept.value && start.from.kind === "file") {
      const fileId = await keepFile({ tx, report, actor, now }, kept.value);
      await keepReading(tx, fileId, start.from);
    }
    const scope = start.scope ?? content.scope ?? report.scope;
    const facts = { revision, source: start.from.kind, file: kept.value?.sha256 ?? null };
    await settle({ tx, report, actor, now }, "start", next, { report: { scope }, facts });
    return { reportId: report.id };
  });
}

/** The row of an agency's report for a year, made where there is none, and locked; refuses who may not start it. */
export async function claimReport(
  tx: Tx,
  actor: Actor,
  { agencyId, year }: { agencyId: string; year: number },
  who: "report.start" | "report.publish" = "report.start",
): Promise<LoadedReport> {
  const agency = await tx.agency.findUnique({
    where: { id: agencyId },
    select: { usualScope: true, synthetic: true, region: { select: { path: true } } },
  });
  if (!agency) return refuse({ code: "report.not-found" });
  const barred = denial(actor, who, { agencyId, regionPath: agency.region.path });
  if (barred) refuse({ code: "report.forbidden", facts: { denial: barred } });
  const { usualScope: scope, synthetic } = agency;
  const data = { agencyId, year, scope, synthetic };
  await tx.report.createMany({ data, skipDuplicates: true });
  const unique = { agencyId_year: { agencyId, year } };
  const { id } = await tx.report.findUniqueOrThrow({ where: unique, select: { id: true } });
  const report = await lockReport(tx, id);
  if (!report) throw new Error(`report ${id} vanished`);
  return report;
}

async function firstContent(tx: Tx, { agencyId, year, from }: Start): Promise<ReportContent> {
  const edition = editionForYear(year);
  if (!edition) return refuse({ code: "report.no-edition", facts: { year } });
  if (from.kind === "file") {
    const found = from.content.year ?? year;
    if (found !== year) refuse({ code: "report.other-year", facts: { year: found, asked: year } });
    // Words without a year or a table show no form: it is the one that this year asks for.
    return { ...from.content, year, edition: from.content.edition ?? edition.id };
  }
  return from.kind === "blank"
    ? emptyContent(edition.id, year)
    : lastYearsWords(tx, agencyId, edition, year);
}

async function lastYearsWords(
  tx: Tx,
  agencyId: string,
  edition: Edition,
  year: number,
): Promise<ReportContent> {
  const last = await tx.report.findUnique({
    where: { agencyId_year: { agencyId, year: year - 1 }, publication: "published" },
    select: { versions: { orderBy: { number: "desc" }, take: 1, select: { content: true } } },
  });
  const version = last?.versions[0];
  if (!version) return refuse({ code: "report.nothing-published", facts: { year: year - 1 } });
  return skeletonFrom(storedContent(version.content), edition, year);
}

/** Opens the report's draft and answers its first revision. */
async function openDraft(
  { tx, report, actor, now }: Step,
  content: ReportContent,
  more: { doubts?: readonly Doubt[]; basedOn?: number; reason?: string },
): Promise<number> {
  const revision = report.closedRevision + 1;
  await tx.draft.create({
    data: {
      reportId: report.id,
      revision,
      content: toJson(content),
      doubts: toJson(more.doubts ?? []),
      basedOn: more.basedOn ?? null,
      reason: more.reason ?? null,
      createdById: actor.userId,
      editedById: actor.userId,
      createdAt: now,
      updatedAt: now,
    },
  });
  return revision;
}

/** Opens a draft from the published version, with a reason; that version stays public until the next one is. */
export async function revise(
  actor: Actor,
  input: unknown,
  now: Date,
): Promise<ReportResult<{ reportId: string }>> {
  const parsed = reasonSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { reportId, reason } = parsed.data;
  return step("revise", actor, parsed.data, now, async (at) => {
    const number = at.report.currentVersion ?? 0;
    const version = await at.tx.version.findUniqueOrThrow({
      where: { reportId_number: { reportId, number } },
      select: { content: true },
    });
    const content = storedContent(version.content);
    const revision = await openDraft(at, content, { basedOn: number, reason });
    return { value: { reportId }, facts: { version: number, revision } };
  });
}
