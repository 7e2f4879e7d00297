import type { Prisma } from "#generated/prisma/client.ts";
import { otherNamesOf } from "#lib/agencies/queries-names.ts";
import { issueKey } from "#lib/checks/issue-key.ts";
import type { CheckSummary } from "#lib/checks/summary.ts";
import type { ReportContent } from "#lib/editions/content.ts";
import type { Actor } from "#lib/identity/actor.ts";
import { can, type Denial, denial } from "#lib/identity/policy.ts";
import { db } from "#lib/platform/db.ts";
import { done, refused } from "#lib/platform/result.ts";
import { type ContentDiff, diffVersions } from "./diff.ts";
import type { KeyedIssue } from "./evaluation.ts";
import { evaluate } from "./evaluation.ts";
import { type DraftState, moved } from "./lifecycle.ts";
import {
  type DraftRow,
  type DraftSource,
  type DraftView,
  draftFacts,
  readableReport,
  sourceOf,
  targetOf,
} from "./queries-desk.ts";
import { publicContent } from "./queries-public.ts";
import type { ReportResult } from "./refusal.ts";
import { changedSince } from "./source-figures.ts";
import { storedContent } from "./stored.ts";

export interface QueueFilters {
  /** Any region's code; what lies below is included. */
  region?: string;
  year?: number;
  state?: DraftState;
  /** `fail`: a sum of the form fails · `clean`: no error was found. */
  check?: "fail" | "clean";
  page?: number;
}

export interface QueueLine {
  reportId: string;
  snapshotId: string | null;
  agencyId: string;
  agencyName: string;
  regionName: string;
  year: number;
  state: DraftState;
  submittedAt: Date;
  scheduledFor: Date | null;
  /** The version it revises; null for a first report. */
  basedOn: number | null;
  errors: number;
  warnings: number;
  openRequests: number;
  mayDecide: boolean;
}

export const QUEUE_PAGE = 50;

/** The states a moderator can publish from. */
const WAITING = (["draft", "in_review", "submitted", "scheduled", "returned"] as const).filter(
  (draft) => moved("publish", { draft, publication: "unpublished" }) !== null,
);

/** What waits for the authority in the actor's regions, longest waiting first. */
export async function moderationQueue(
  actor: Actor,
  filters: QueueFilters,
): Promise<{ lines: QueueLine[]; total: number }> {
  const where = queueWhere(actor, filters);
  if (!where) return { lines: [], total: 0 };
  const page = Math.max(1, filters.page ?? 1);
  const [total, drafts] = await Promise.all([
    db().draft.count({ where }),
    db().draft.findMany({
      where,
      omit: { content: true, touched: true, doubts: true },
      include: QUEUED,
      orderBy: [{ updatedAt: "asc" }, { id: "asc" }],
      skip: (page - 1) * QUEUE_PAGE,
      take: QUEUE_PAGE,
    }),
  ]);
  const counts = await issueCounts(drafts.map(({ reportId }) => reportId));
  return { total, lines: drafts.map((draft) => queueLine(draft, actor, counts)) };
}

const QUEUED = {
  snapshot: { select: { frozenAt: true } },
  report: {
    select: {
      agencyId: true,
      year: true,
      agency: { select: { name: true, region: { select: { name: true, path: true } } } },
      _count: { select: { requests: { where: { closedAt: null } } } },
    },
  },
} as const satisfies Prisma.DraftInclude;

type QueuedDraft = Prisma.DraftGetPayload<{
  include: typeof QUEUED;
  omit: { content: true; touched: true; doubts: true };
}>;

function queueWhere(actor: Actor, filters: QueueFilters): Prisma.DraftWhereInput | null {
  const isAdmin = actor.grants.some(({ role }) => role === "admin");
  const regions = actor.grants.flatMap(({ role, regionCode }) =>
    role === "moderator" && regionCode !== null ? [regionCode] : [],
  );
  if (!isAdmin && regions.length === 0) return null;
  const failing = { some: { version: null, outcome: "fails", severity: "error" } };
  const report: Prisma.ReportWhereInput = {
    AND: [
      isAdmin ? {} : { agency: { region: { path: { hasSome: regions } } } },
      filters.region ? { agency: { region: { path: { has: filters.region } } } } : {},
      filters.year ? { year: filters.year } : {},
      filters.check === "fail" ? { issues: failing } : {},
      filters.check === "clean" ? { NOT: { issues: failing } } : {},
    ],
  };
  const state = filters.state && WAITING.includes(filters.state) ? filters.state : undefined;
  return { state: state ?? { in: WAITING }, report };
}

async function issueCounts(reportIds: string[]): Promise<Map<string, number>> {
  const groups = await db().reportIssue.groupBy({
    by: ["reportId", "severity"],
    where: { reportId: { in: reportIds }, version: null, outcome: "fails" },
    _count: true,
  });
  return new Map(
    groups.map(({ reportId, severity, _count }) => [`${severity} ${reportId}`, _count]),
  );
}

function queueLine(draft: QueuedDraft, actor: Actor, counts: Map<string, number>): QueueLine {
  const { reportId, snapshotId, state, scheduledFor, basedOn, report } = draft;
  const { agency, agencyId, year } = report;
  const { editedById, sentById } = draft;
  const target = { agencyId, regionPath: agency.region.path, editedById, sentById };
  return {
    reportId,
    snapshotId,
    agencyId,
    agencyName: agency.name,
    regionName: agency.region.name,
    year,
    state,
    submittedAt: draft.snapshot?.frozenAt ?? draft.updatedAt,
    scheduledFor,
    basedOn,
    errors: counts.get(`error ${reportId}`) ?? 0,
    warnings: counts.get(`warning ${reportId}`) ?? 0,
    openRequests: report._count.requests,
    mayDecide: can(actor, "report.publish", target),
  };
}

/** One line of a report's trail. */
export interface TrailLine {
  at: Date;
  kind: string;
  actorName: string;
  reason: string | null;
}

export interface ReviewView
  extends Pick<
    DraftView,
    | "reportId"
    | "agency"
    | "year"
    | "scope"
    | "publication"
    | "decisions"
    | "requests"
    | "actions"
    | "dueOn"
  > {
  state: DraftState;
  revision: number;
  snapshotId: string | null;
  scheduledFor: Date | null;
  reason: string | null;
  basedOn: number | null;
  /** Why this actor may not decide; null where they may, as far as the policy goes. */
  barred: Denial | null;
  /** What was frozen when it was submitted; the draft itself while the agency's own review runs. */
  content: ReportContent;
  issues: KeyedIssue[];
  summary: CheckSummary;
  /** The file it was begun from, which is published with it. */
  source: DraftSource | null;
  /** How many figures differ from those that were read for sure in that file; null where nobody knows. */
  changed: number | null;
  /** What else the register knows the agency by. */
  otherNames: string[];
  /** What changed against the published version; null for a first report. */
  diff: ContentDiff | null;
  lastYear: ReportContent | null;
  trail: TrailLine[];
}

/** All a reviewer or moderator needs to decide on one report. */
export async function reviewScreen(
  actor: Actor,
  reportId: string,
  now: Date,
): Promise<ReportResult<ReviewView>> {
  const row = await readableReport(actor, reportId);
  if (!row.ok) return row;
  const { draft, agencyId, year } = row.value;
  if (!draft) return refused("report.not-found");
  const content = await decidedContent(draft);
  const [lastYear, trail, before] = await Promise.all([
    publicContent(agencyId, year - 1, now),
    reportTrail(reportId),
    versionContent(reportId, draft.basedOn),
  ]);
  const facts = draftFacts(row.value, actor);
  const { issues, summary } = evaluate(content, facts.dueOn);
  const { state, revision, snapshotId, scheduledFor, reason, basedOn } = draft;
  return done({
    ...facts,
    ...{ state, revision, snapshotId, scheduledFor, reason, basedOn },
    barred: denial(actor, "report.publish", targetOf(row.value)),
    content,
    issues: issues.map((issue) => ({ ...issue, key: issueKey(issue, content) })),
    summary,
    ...(await originalFacts(row.value, content)),
    diff: before && diffVersions(before, content),
    lastYear,
    trail,
  });
}

/** The file that is published with the draft, for that of the version it revises is published already; and how far the draft has left it. */
async function originalFacts(
  row: DraftRow,
  { cells }: ReportContent,
): Promise<Pick<ReviewView, "source" | "changed" | "otherNames">> {
  const source = sourceOf(row);
  if (source?.version !== null) return { source: null, changed: null, otherNames: [] };
  const reading = await db().sourceReading.findUnique({
    where: { fileId: source.fileId },
    select: { figures: true },
  });
  const changed = changedSince(reading, cells);
  return {
    source,
    changed: changed && Object.keys(changed).length,
    otherNames: await otherNamesOf(row.agencyId),
  };
}

async function decidedContent(draft: {
  snapshotId: string | null;
  content: Prisma.JsonValue;
}): Promise<ReportContent> {
  if (!draft.snapshotId) return storedContent(draft.content);
  const { content } = await db().snapshot.findUniqueOrThrow({ where: { id: draft.snapshotId } });
  return storedContent(content);
}

async function versionContent(
  reportId: string,
  number: number | null,
): Promise<ReportContent | null> {
  if (number === null) return null;
  const version = await db().version.findUnique({
    where: { reportId_number: { reportId, number } },
    select: { content: true },
  });
  return version && storedContent(version.content);
}

async function reportTrail(reportId: string): Promise<TrailLine[]> {
  const events = await db().auditEvent.findMany({
    where: { targetType: "report", targetId: reportId },
    orderBy: { id: "desc" },
    take: 100,
    select: { at: true, kind: true, actorName: true, data: true },
  });
  return events.map(({ data, ...event }) => ({ ...event, reason: reasonIn(data) }));
}

function reasonIn(data: Prisma.JsonValue): string | null {
  if (typeof data !== "object" || data === null || Array.isArray(data)) return null;
  return typeof data.reason === "string" ? data.reason : null;
}
