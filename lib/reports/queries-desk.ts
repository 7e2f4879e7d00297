import type { Prisma } from "#generated/prisma/client.ts";
import { dueDate, reportingYear } from "#lib/agencies/calendar.ts";
import { otherNamesOf } from "#lib/agencies/queries-names.ts";
import type { IssueAnswer } from "#lib/checks/blocking.ts";
import type { ReportContent, Scope } from "#lib/editions/content.ts";
import type { Text } from "#lib/editions/edition.ts";
import { editionForYear } from "#lib/editions/registry.ts";
import type { Actor } from "#lib/identity/actor.ts";
import { can } from "#lib/identity/policy.ts";
import { db } from "#lib/platform/db.ts";
import { done, refused } from "#lib/platform/result.ts";
import {
  type DraftState,
  isHandedOver,
  type LifecycleAction,
  type Position,
  type Publication,
} from "./lifecycle.ts";
import { permittedActions } from "./permitted.ts";
import { publicContent } from "./queries-public.ts";
import type { ReportResult } from "./refusal.ts";
import type { Doubt } from "./schema.ts";
import { storedContent, storedDoubts, storedNotes } from "./stored.ts";
import { isUuid } from "./uuid.ts";

export interface DeskAgency {
  id: string;
  name: string;
  regionName: string;
  ownReview: boolean;
}

/** One year of one agency on the desk; `reportId` is null where nothing has been begun. */
export interface DeskYear {
  year: number;
  reportId: string | null;
  draft: {
    state: DraftState;
    revision: number;
    updatedAt: Date;
    returnReason: string | null;
  } | null;
  publication: Publication;
  currentVersion: number | null;
  /** ISO date; null where nothing sets one. */
  dueOn: string | null;
  actions: LifecycleAction[];
}

const DESK_AGENCY = {
  region: { select: { name: true, path: true } },
  reports: {
    orderBy: { year: "desc" },
    include: {
      draft: { omit: { content: true, touched: true, doubts: true } },
    },
  },
} as const satisfies Prisma.AgencyInclude;

type DeskAgencyRow = Prisma.AgencyGetPayload<{ include: typeof DESK_AGENCY }>;

/** Years before the reporting year that the desk offers to begin even where nothing exists. */
const OFFERED_YEARS = 2;

/** The years of every agency the actor edits or reviews for, newest first: due, drafted, returned, published. */
export async function deskYears(
  actor: Actor,
  now: Date,
): Promise<{ agency: DeskAgency; years: DeskYear[] }[]> {
  const ids = actor.grants.flatMap(({ agencyId }) => (agencyId === null ? [] : [agencyId]));
  if (ids.length === 0) return [];
  const agencies = await db().agency.findMany({
    where: { id: { in: ids } },
    include: DESK_AGENCY,
    orderBy: { name: "asc" },
  });
  return agencies.map((row) => ({
    agency: agencyOf(row),
    years: deskYearsOf(row, actor, reportingYear(now)),
  }));
}

function agencyOf({ id, name, region, ownReview }: DeskAgencyRow): DeskAgency {
  return { id, name, regionName: region.name, ownReview };
}

function deskYearsOf(row: DeskAgencyRow, actor: Actor, latest: number): DeskYear[] {
  const offered = Array.from({ length: OFFERED_YEARS + 1 }, (_, index) => latest - index).filter(
    (year) =>
      editionForYear(year) && year >= (row.activeFrom ?? year) && year <= (row.activeTo ?? year),
  );
  const years = new Set([...offered, ...row.reports.map(({ year }) => year)]);
  return [...years].sort((a, b) => b - a).map((year) => deskYear(row, actor, year));
}

function deskYear(row: DeskAgencyRow, actor: Actor, year: number): DeskYear {
  const report = row.reports.find((each) => each.year === year);
  const draft = report?.draft ?? null;
  const publication = report?.publication ?? "unpublished";
  const target = {
    agencyId: row.id,
    regionPath: row.region.path,
    editedById: draft?.editedById ?? null,
    sentById: draft?.sentById ?? null,
  };
  const position: Position = { draft: draft?.state ?? null, publication };
  return {
    year,
    reportId: report?.id ?? null,
    draft: draft && {
      state: draft.state,
      revision: draft.revision,
      updatedAt: draft.updatedAt,
      returnReason: draft.returnReason,
    },
    publication,
    currentVersion: report?.currentVersion ?? null,
    dueOn: dueDate(year, row.kind, report?.scope ?? row.usualScope),
    actions: permittedActions(actor, { position, ownReview: row.ownReview, target }),
  };
}

/** A moderator's request and its answer. */
export interface ReturnRequestView {
  id: string;
  target: "cell" | "section" | "issue" | "report";
  targetKey: string | null;
  message: string;
  askedAt: Date;
  answer: string | null;
  answeredAt: Date | null;
}

export interface DecisionView extends IssueAnswer {
  note: string;
  decidedAt: Date;
}

/** All the editor needs of one draft. */
export interface DraftView {
  reportId: string;
  agency: DeskAgency;
  /** What else the register knows the agency by. */
  otherNames: string[];
  year: number;
  scope: Scope;
  state: DraftState;
  publication: Publication;
  revision: number;
  /** The version this revises, and why; null for a first report. */
  basedOn: number | null;
  reason: string | null;
  returnReason: string | null;
  content: ReportContent;
  doubts: Doubt[];
  decisions: DecisionView[];
  /** Requests that are still open. */
  requests: ReturnRequestView[];
  /** What the agency published for the year before. */
  lastYear: ReportContent | null;
  actions: LifecycleAction[];
  dueOn: string | null;
  updatedAt: Date;
  /** The file the draft was begun from, or that of the version it revises. */
  source: DraftSource | null;
}

/** The file of a draft, or of the version it revises, and whether what the reader saw of it can be shown beside the form. */
export interface DraftSource {
  fileId: string;
  /** The version it belongs to; null for the draft's own. */
  version: number | null;
  name: string;
  size: number;
  /** The agency that the file names; null where it names none or nobody knows. */
  agency: string | null;
  hasReading: boolean;
  /** All that the reader doubted, settled since or not, and what it said of the file as a whole. */
  doubts: Doubt[];
  notes: Text[];
}

const DRAFT_REPORT = {
  agency: { include: { region: { select: { name: true, path: true } } } },
  draft: true,
  decisions: true,
  requests: { where: { closedAt: null }, orderBy: { askedAt: "asc" } },
  files: {
    orderBy: { uploadedAt: "desc" },
    select: {
      ...{ id: true, name: true, size: true, version: true },
      reading: { select: { agency: true, doubts: true, notes: true } },
    },
  },
} as const satisfies Prisma.ReportInclude;

export type DraftRow = Prisma.ReportGetPayload<{ include: typeof DRAFT_REPORT }>;

/** The open draft of a report, for those who may read it. */
export async function draftForEditing(
  actor: Actor,
  reportId: string,
  now: Date,
): Promise<ReportResult<DraftView>> {
  const row = await readableReport(actor, reportId);
  if (!row.ok) return row;
  const { draft } = row.value;
  if (!draft) return refused("report.not-found");
  const lastYear = await publicContent(row.value.agencyId, row.value.year - 1, now);
  const otherNames = await otherNamesOf(row.value.agencyId);
  const facts = { ...draftFacts(row.value, actor), source: sourceOf(row.value) };
  return done({ ...facts, ...draftWords(draft), otherNames, lastYear });
}

/**
 * A report with its draft, for those who may read it: the agency's own people always, the authority once it was handed
 * over. An id that is none is one that is not found.
 */
export async function readableReport(
  actor: Actor,
  reportId: string,
): Promise<ReportResult<DraftRow>> {
  if (!isUuid(reportId)) return refused("report.not-found");
  const row = await db().report.findUnique({ where: { id: reportId }, include: DRAFT_REPORT });
  if (!row) return refused("report.not-found");
  const isOwn = row.draft && !isHandedOver(row.draft.state);
  if (!can(actor, isOwn ? "report.edit" : "report.read-draft", targetOf(row)))
    return refused("report.forbidden", { denial: "identity.no-role" });
  return done(row);
}

/** The file a draft was begun from, else that of the version it revises; null where both were typed. */
export function sourceOf({ files, draft }: DraftRow): DraftSource | null {
  const basedOn = draft?.basedOn ?? null;
  const own = files.find(({ version }) => version === null);
  const file = own ?? files.find(({ version }) => version === basedOn);
  if (!file) return null;
  const { id, name, size, version, reading } = file;
  return {
    ...{ fileId: id, version, name, size, hasReading: reading !== null },
    agency: reading?.agency ?? null,
    // Of what is published, all is settled.
    doubts: storedDoubts(own?.reading?.doubts ?? []),
    notes: storedNotes(own?.reading?.notes ?? []),
  };
}

/** What the policy judges of a report as it was read. */
export function targetOf({ agency, agencyId, draft }: DraftRow) {
  return {
    agencyId,
    regionPath: agency.region.path,
    editedById: draft?.editedById ?? null,
    sentById: draft?.sentById ?? null,
  };
}

/** What desk and admin show of a report around its words. */
export function draftFacts(row: DraftRow, actor: Actor) {
  const { agency, year, scope, publication } = row;
  const position: Position = { draft: row.draft?.state ?? null, publication };
  const { ownReview } = agency;
  return {
    reportId: row.id,
    agency: { id: agency.id, name: agency.name, regionName: agency.region.name, ownReview },
    year,
    scope,
    publication,
    decisions: row.decisions.map(({ issueKey, kind, note, decidedAt }) => ({
      issueKey,
      kind,
      note,
      decidedAt,
    })),
    requests: row.requests.map(
      ({ id, target, targetKey, message, askedAt, answer, answeredAt }) => ({
        id,
        target,
        targetKey,
        message,
        askedAt,
        answer,
        answeredAt,
      }),
    ),
    actions: permittedActions(actor, { position, ownReview, target: targetOf(row) }),
    dueOn: dueDate(year, agency.kind, scope),
  };
}

function draftWords(draft: NonNullable<DraftRow["draft"]>) {
  const { state, revision, basedOn, reason, returnReason, updatedAt } = draft;
  return {
    state,
    revision,
    basedOn,
    reason,
    returnReason,
    updatedAt,
    content: storedContent(draft.content),
    doubts: storedDoubts(draft.doubts),
  };
}
