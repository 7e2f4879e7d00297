import { db } from "#lib/platform/db.ts";
import { type CarryLink, carryChain } from "./carry-chain.ts";
import type { StoredSeries } from "./queries-public.ts";
import { visibleSql } from "./visibility.ts";

export interface AgencyYear extends StoredSeries {
  reportId: string;
  year: number;
  scope: "organ" | "government" | "area";
  edition: string | null;
  version: number;
  publishedAt: Date;
  synthetic: boolean;
}

/** Every public year of an agency with its series, oldest first, and the chain of 结转 between them. One query. */
export async function agencyYears(
  agencyId: string,
  now: Date,
): Promise<{ years: AgencyYear[]; chain: CarryLink[] }> {
  const years = await db().$queryRaw<AgencyYear[]>`
    SELECT s.*, r.id AS "reportId", r.year, r.scope, r.synthetic, v.number AS version, v."publishedAt"
    FROM "Report" r
    JOIN "Version" v ON v."reportId" = r.id AND v.number = r."currentVersion"
    JOIN "VersionSeries" s ON s."versionId" = v.id
    WHERE r."agencyId" = ${agencyId} AND ${visibleSql("r", now)}
    ORDER BY r.year`;
  return { years, chain: carryChain(years) };
}
