import { Prisma } from "#generated/prisma/client.ts";
import { db } from "#lib/platform/db.ts";

/** A region with the number of agencies in it and below. */
export interface RegionCount {
  code: string;
  name: string;
  synthetic: boolean;
  agencies: number;
}

/** The regions right below one (given by the codes down to it; none for the provinces) with the agencies under each. One query. */
export async function regionCounts(path: readonly string[]): Promise<RegionCount[]> {
  const parent = path.at(-1) ?? null;
  const level = path.length + 1;
  const below = parent === null ? Prisma.empty : Prisma.sql`WHERE g.path @> ARRAY[${parent}]`;
  const rows = await db().$queryRaw<(Omit<RegionCount, "agencies"> & { agencies: bigint })[]>`
    SELECT p.code, p.name, p.synthetic, coalesce(n.agencies, 0)::bigint AS agencies
    FROM "Region" p
    LEFT JOIN (
      SELECT g.path[${level}::int] AS code, count(*) AS agencies
      FROM "Agency" a JOIN "Region" g ON g.code = a."regionCode" ${below}
      GROUP BY 1
    ) n ON n.code = p.code
    WHERE p."parentCode" IS NOT DISTINCT FROM ${parent}
    ORDER BY p.code`;
  return rows.map((row) => ({ ...row, agencies: Number(row.agencies) }));
}
