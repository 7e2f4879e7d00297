import type { Prisma } from "#generated/prisma/client.ts";
import type { Issue } from "#lib/checks/issue.ts";
import type { CellKey, ReportContent, Scope } from "#lib/editions/content.ts";
import { type Db, db } from "#lib/platform/db.ts";
import { type ContentDiff, diffVersions } from "./diff.ts";
import type { KeyedIssue } from "./evaluation.ts";
import type { SeriesRow, StoredOutcome } from "./series-row.ts";
import {
  type Explanation,
  storedContent,
  storedExplanations,
  type VersionOrigin,
} from "./stored.ts";
import { isVisible, visibleSql, visibleWhere } from "./visibility.ts";

export interface PublicAgency {
  id: string;
  name: string;
  nameEn: string | null;
  kind: "government" | "office" | "department" | "township" | "other";
  level: "national" | "province" | "city" | "county" | "township";
  siteCode: string | null;
  /** From the province down to the agency's own region. */
  regionPath: { code: string; name: string }[];
}

/** One line of the list of versions. */
export interface VersionLine {
  number: number;
  publishedAt: Date;
  reason: string | null;
  redactedAt: Date | null;
}

export interface StoredSeries extends SeriesRow {
  checksHold: number;
  checksFail: number;
  checksUnknown: number;
  checkOutcome: StoredOutcome;
}

/** An original file as it is handed out; its bytes stand under the hash. */
export interface OriginalFile {
  id: string;
  name: string;
  size: number;
  sha256: string;
}

/** An original beside its version. */
export interface VersionFile extends OriginalFile {
  /** Figures surely read from it that the version says otherwise; null where nobody knows. */
  changed: number | null;
  /** Those one by one: cell → what the file says there; empty where nobody knows. */
  changedFrom: Readonly<Record<CellKey, string>>;
}

interface Head {
  id: string;
  agency: PublicAgency;
  year: number;
  scope: Scope;
  synthetic: boolean;
  currentVersion: number;
  /** Every published version, newest first. */
  versions: VersionLine[];
  /** The other years of the agency that are public. */
  years: number[];
}

/** Origin, source and `summarised` are those of the version shown. */
export interface PublishedReport extends Head, VersionOrigin {
  kind: "published";
  version: VersionLine & { contentHash: string; isCurrent: boolean };
  content: ReportContent;
  series: StoredSeries;
  /** What fails and what cannot be told; the rest holds. */
  issues: KeyedIssue[];
  /** The files this version was read from. */
  files: VersionFile[];
  explanations: Explanation[];
}

/** A withdrawn report has a page that says so: HTTP 410. */
export interface WithdrawnReport {
  kind: "withdrawn";
  agency: PublicAgency;
  year: number;
  reason: string;
  at: Date;
}

interface HeadRow extends Omit<Head, "versions" | "agency">, PublicAgency {
  id: string;
  agencyId: string;
  publication: "unpublished" | "published" | "withdrawn";
  heldUntil: Date | null;
  withdrawnAt: Date | null;
  withdrawnReason: string | null;
  versions: {
    number: number;
    publishedAt: string;
    reason: string | null;
    redactedAt: string | null;
  }[];
  files: (VersionFile & { version: number })[];
}

/**
 * The public report of an agency for a year, in its current version or an older one, or its withdrawal; null where the
 * public has nothing. Four queries.
 */
export async function publicReport(
  agencyId: string,
  year: number,
  now: Date,
  version?: number,
): Promise<PublishedReport | WithdrawnReport | null> {
  const row = isSmall(year) ? await headRow(db(), agencyId, year, now) : null;
  if (!row) return null;
  const { publication, heldUntil } = row;
  const agency = agencyOf(row);
  const wasPublic = isVisible({ publication: "published", heldUntil }, now);
  if (publication === "withdrawn" && row.withdrawnAt && wasPublic)
    return {
      kind: "withdrawn",
      agency,
      year,
      reason: row.withdrawnReason ?? "",
      at: row.withdrawnAt,
    };
  if (!isVisible({ publication, heldUntil }, now)) return null;
  return published(row, agency, version ?? row.currentVersion);
}

/** Whether the database's integers hold it; an address may say anything. */
function isSmall(value: number): boolean {
  return Number.isInteger(value) && Math.abs(value) < 2 ** 31;
}

async function headRow(db: Db, agencyId: string, year: number, now: Date): Promise<HeadRow | null> {
  const rows = await db.$queryRaw<HeadRow[]>`
    SELECT r.id, r.year, r.scope, r.synthetic,
      r.publication, r."heldUntil", r."withdrawnAt", r."withdrawnReason", r."currentVersion",
      r."agencyId", a.name, a."nameEn", a.kind, a.level, a."siteCode",
      (SELECT json_agg(json_build_object('code', p.code, 'name', p.name) ORDER BY array_position(g.path, p.code))
        FROM "Region" p WHERE p.code = ANY(g.path)) AS "regionPath",
      (SELECT json_agg(json_build_object('number', v.number, 'publishedAt', v."publishedAt", 'reason', v.reason,
        'redactedAt', v."redactedAt") ORDER BY v.number DESC)
        FROM "Version" v WHERE v."reportId" = r.id) AS versions,
      (SELECT coalesce(json_agg(json_build_object('id', f.id, 'version', f.version, 'name', f.name, 'size', f.size,
        'sha256', f.sha256, 'changed', f.changed,
        'changedFrom', f."changedFrom") ORDER BY f."uploadedAt", f.id), '[]')
        FROM "SourceFile" f WHERE f."reportId" = r.id AND f.version IS NOT NULL) AS files,
      (SELECT coalesce(json_agg(n.year ORDER BY n.year), '[]')
        FROM "Report" n WHERE n."agencyId" = r."agencyId" AND n.id <> r.id AND ${visibleSql("n", now)}) AS years
    FROM "Report" r
    JOIN "Agency" a ON a.id = r."agencyId"
    JOIN "Region" g ON g.code = a."regionCode"
    WHERE r."agencyId" = ${agencyId} AND r.year = ${year} AND r."currentVersion" IS NOT NULL`;
  return rows[0] ?? null;
}

function agencyOf(row: HeadRow): PublicAgency {
  const { agencyId, name, nameEn, kind, level, siteCode, regionPath } = row;
  return { id: agencyId, name, nameEn, kind, level, siteCode, regionPath: regionPath ?? [] };
}

async function published(
  row: HeadRow,
  agency: PublicAgency,
  number: number,
): Promise<PublishedReport | null> {
  if (!row.versions.some((version) => version.number === number)) return null;
  const found = await db().version.findUnique({
    where: { reportId_number: { reportId: row.id, number } },
    include: { series: true },
  });
  if (!found?.series) throw new Error(`version ${number} of report ${row.id} has no series`);
  const issues = await db().reportIssue.findMany({
    where: { reportId: row.id, version: number },
    orderBy: [{ rule: "asc" }, { instance: "asc" }],
  });
  const { publishedAt, reason, redactedAt, contentHash } = found;
  const { origin, sourceUrl, sourceName, summarised } = found;
  const { id, year, scope, synthetic } = row;
  const facts = { id, year, scope, synthetic, origin, sourceUrl, sourceName, summarised };
  const isCurrent = number === row.currentVersion;
  return {
    ...facts,
    kind: "published",
    agency,
    currentVersion: row.currentVersion,
    versions: row.versions.map(versionLine),
    years: row.years,
    version: { number, publishedAt, reason, redactedAt, contentHash, isCurrent },
    content: storedContent(found.content),
    series: found.series,
    issues: issues.map(shownIssue),
    files: row.files
      .filter(({ version }) => version === number)
      .map(({ version: _version, ...file }) => file),
    explanations: storedExplanations(found.explanations),
  };
}

function versionLine(line: HeadRow["versions"][number]): VersionLine {
  const { publishedAt, redactedAt } = line;
  return {
    ...line,
    publishedAt: new Date(publishedAt),
    redactedAt: redactedAt === null ? null : new Date(redactedAt),
  };
}

type IssueRow = Prisma.ReportIssueGetPayload<object>;

/** A stored issue as checks make it. */
export function shownIssue(row: IssueRow): KeyedIssue {
  const { key, rule, instance, cells, formula, section } = row;
  return {
    key,
    rule,
    instance,
    cells,
    formula,
    outcome: row.outcome as Issue["outcome"],
    severity: row.severity as Issue["severity"],
    message: row.message as unknown as Issue["message"],
    ...(section ? { section: section as NonNullable<Issue["section"]> } : {}),
    ...(row.hint ? { hint: row.hint as unknown as NonNullable<Issue["hint"]> } : {}),
  };
}

/** Two public versions of a report and what changed between them; null where one of them is not public. */
export async function publicDiff(
  agencyId: string,
  year: number,
  [before, after]: readonly [number, number],
  now: Date,
): Promise<{ before: VersionLine; after: VersionLine; diff: ContentDiff } | null> {
  if (![year, before, after].every(isSmall)) return null;
  const versions = await db().version.findMany({
    where: {
      number: { in: [before, after] },
      report: { ...visibleWhere(now), agencyId, year },
    },
  });
  const old = versions.find(({ number }) => number === before);
  const young = versions.find(({ number }) => number === after);
  if (!old || !young) return null;
  return {
    before: lineOf(old),
    after: lineOf(young),
    diff: diffVersions(storedContent(old.content), storedContent(young.content)),
  };
}

function lineOf({ number, publishedAt, reason, redactedAt }: VersionLine): VersionLine {
  return { number, publishedAt, reason, redactedAt };
}

/** The content of the current public version of a report, for showing one year beside another; null where there is none. */
export async function publicContent(
  agencyId: string,
  year: number,
  now: Date,
): Promise<ReportContent | null> {
  if (!isSmall(year)) return null;
  const rows = await db().$queryRaw<{ content: Prisma.JsonValue }[]>`
    SELECT v.content FROM "Report" r
    JOIN "Version" v ON v."reportId" = r.id AND v.number = r."currentVersion"
    WHERE r."agencyId" = ${agencyId} AND r.year = ${year} AND ${visibleSql("r", now)}`;
  return rows[0] ? storedContent(rows[0].content) : null;
}
