import { Prisma } from "#generated/prisma/client.ts";
import { db } from "#lib/platform/db.ts";
import { LEAST_FOR_SHARE, OUTCOMES, type OutcomeColumn } from "./outcomes.ts";
import type { SeriesColumn, StoredOutcome } from "./series-row.ts";
import { visibleSql } from "./visibility.ts";

export interface NewReport {
  agencyId: string;
  agencyName: string;
  regionName: string;
  year: number;
  version: number;
  publishedAt: Date;
  received: number | null;
  checkOutcome: StoredOutcome;
  synthetic: boolean;
}

/** The reports published last, newest first. One query. */
export async function newestReports(limit: number, now: Date): Promise<NewReport[]> {
  return db().$queryRaw<NewReport[]>`
    SELECT r."agencyId", a.name AS "agencyName", g.name AS "regionName", r.year, v.number AS version,
      v."publishedAt", s.received, s."checkOutcome", r.synthetic
    FROM "Version" v
    JOIN "Report" r ON r.id = v."reportId" AND r."currentVersion" = v.number
    JOIN "VersionSeries" s ON s."versionId" = v.id
    JOIN "Agency" a ON a.id = r."agencyId"
    JOIN "Region" g ON g.code = a."regionCode"
    WHERE ${visibleSql("r", now)}
    ORDER BY v."publishedAt" DESC, v.id DESC
    LIMIT ${limit}`;
}

/** The years that have public reports, newest first. One query. */
export async function publicYears(now: Date): Promise<number[]> {
  const rows = await db().$queryRaw<{ year: number }[]>`
    SELECT DISTINCT r.year FROM "Report" r WHERE ${visibleSql("r", now)} ORDER BY r.year DESC`;
  return rows.map(({ year }) => year);
}

/** A figure added over reports; `reports` says how many of them gave one (a blank is not zero). */
export interface GlanceFigure {
  sum: number;
  reports: number;
}

export interface Glance {
  year: number;
  /** Public reports of the year. */
  reports: number;
  synthetic: number;
  outcomes: Record<StoredOutcome, number>;
  /** Reports whose figures are in the sums; the others stand inside the figures of a wider report. */
  counted: number;
  figures: Record<GlanceColumn, GlanceFigure>;
  /** Each outcome's share of what was handled, both taken from the same reports; null below 30 requests (R22). */
  shares: Record<OutcomeColumn, number | null>;
}

const GLANCE = [
  "received",
  "carriedIn",
  ...OUTCOMES,
  "handled",
  "carriedOut",
  "reconsideration",
  "litigation",
] as const satisfies readonly SeriesColumn[];
export type GlanceColumn = (typeof GLANCE)[number];

type GlanceRow = Record<GlanceColumn, bigint | null> &
  Record<`${GlanceColumn}Count`, bigint> &
  Record<`${OutcomeColumn}Share`, number | null> &
  Record<StoredOutcome | "reports" | "synthetic" | "counted", bigint>;

/**
 * A year over all public reports, in which nothing is counted twice: a 本行政区域 report stands for every report of its
 * area and below, a 本级政府汇总 report for the organs of its region; what they cover is left out of the sums. One query.
 */
export async function yearAtAGlance(year: number, now: Date): Promise<Glance> {
  const [row] = await db().$queryRaw<GlanceRow[]>`
    WITH visible AS MATERIALIZED (
      SELECT r.scope, r.synthetic, a."regionCode" AS code, g.path, s.*
      FROM "Report" r
      JOIN "VersionSeries" s ON s."reportId" = r.id AND s.number = r."currentVersion"
      JOIN "Agency" a ON a.id = r."agencyId"
      JOIN "Region" g ON g.code = a."regionCode"
      WHERE r.year = ${year} AND ${visibleSql("r", now)}
    ),
    areas AS MATERIALIZED (SELECT DISTINCT code FROM visible WHERE scope = 'area'),
    governments AS MATERIALIZED (SELECT DISTINCT code FROM visible WHERE scope = 'government'),
    below AS MATERIALIZED (
      SELECT DISTINCT place.code
      FROM (SELECT DISTINCT code, path FROM visible) place CROSS JOIN unnest(place.path) up(code)
      JOIN areas ON areas.code = up.code
      WHERE up.code <> place.code
    ),
    judged AS (
      SELECT visible.*, below.code IS NULL AND (scope = 'area' OR areas.code IS NULL)
        AND (scope <> 'organ' OR governments.code IS NULL) AS counted
      FROM visible
      LEFT JOIN below ON below.code = visible.code
      LEFT JOIN areas ON areas.code = visible.code
      LEFT JOIN governments ON governments.code = visible.code
    )
    SELECT count(*) AS reports, count(*) FILTER (WHERE synthetic) AS synthetic,
      count(*) FILTER (WHERE "checkOutcome" = 'pass') AS pass, count(*) FILTER (WHERE "checkOutcome" = 'warn') AS warn,
      count(*) FILTER (WHERE "checkOutcome" = 'fail') AS fail, count(*) FILTER (WHERE "checkOutcome" = 'unknown') AS unknown,
      count(*) FILTER (WHERE counted) AS counted, ${glanceColumns()}
    FROM judged`;
  if (!row) throw new Error("an aggregate answered no row");
  const outcomes = { pass: row.pass, warn: row.warn, fail: row.fail, unknown: row.unknown };
  const figures = GLANCE.map((column) => {
    const reports = Number(row[`${column}Count`]);
    return [column, { sum: Number(row[column] ?? 0), reports }] as const;
  });
  return {
    year,
    reports: Number(row.reports),
    synthetic: Number(row.synthetic),
    counted: Number(row.counted),
    outcomes: Object.fromEntries(
      Object.entries(outcomes).map(([key, count]) => [key, Number(count)]),
    ) as Glance["outcomes"],
    figures: Object.fromEntries(figures) as Glance["figures"],
    shares: Object.fromEntries(
      OUTCOMES.map((column) => [column, row[`${column}Share`]]),
    ) as Glance["shares"],
  };
}

/** The sums, counts and shares of the columns listed above, as SQL; no input enters it. */
function glanceColumns(): Prisma.Sql {
  const columns = GLANCE.map(
    (column) => `sum("${column}") FILTER (WHERE counted) AS "${column}",
      count("${column}") FILTER (WHERE counted) AS "${column}Count"`,
  );
  const shares = OUTCOMES.map((column) => {
    const both = `FILTER (WHERE counted AND "${column}" IS NOT NULL AND handled IS NOT NULL)`;
    return `CASE WHEN sum(handled) ${both} >= ${LEAST_FOR_SHARE}
      THEN sum("${column}") ${both}::float8 / sum(handled) ${both} END AS "${column}Share"`;
  });
  return Prisma.raw([...columns, ...shares].join(", "));
}

export interface RegionTile {
  code: string;
  name: string;
  reports: number;
  synthetic: boolean;
}

/** Every province with the number of its public reports of a year. One query. */
export async function regionTiles(year: number, now: Date): Promise<RegionTile[]> {
  const rows = await db().$queryRaw<(Omit<RegionTile, "reports"> & { reports: bigint })[]>`
    SELECT p.code, p.name, p.synthetic, coalesce(n.reports, 0)::bigint AS reports
    FROM "Region" p
    LEFT JOIN (
      SELECT g.path[1] AS code, count(*) AS reports
      FROM "Report" r
      JOIN "Agency" a ON a.id = r."agencyId"
      JOIN "Region" g ON g.code = a."regionCode"
      WHERE r.year = ${year} AND ${visibleSql("r", now)}
      GROUP BY g.path[1]
    ) n ON n.code = p.code
    WHERE p."parentCode" IS NULL
    ORDER BY p.code`;
  return rows.map((row) => ({ ...row, reports: Number(row.reports) }));
}

export interface SitemapRow {
  reportId: string;
  agencyId: string;
  year: number;
  publishedAt: Date;
}

/** The public reports in the order of their ids, from the one after `after` on. One query. */
export async function sitemapRows(
  now: Date,
  { after, limit }: { after?: string; limit: number },
): Promise<SitemapRow[]> {
  const start = after ?? "00000000-0000-0000-0000-000000000000";
  return db().$queryRaw<SitemapRow[]>`
    SELECT r.id AS "reportId", r."agencyId", r.year, v."publishedAt"
    FROM "Report" r
    JOIN "Version" v ON v."reportId" = r.id AND v.number = r."currentVersion"
    WHERE r.id > ${start}::uuid AND ${visibleSql("r", now)}
    ORDER BY r.id LIMIT ${limit}`;
}
