import { createHash } from "node:crypto";
import type { PrismaClient } from "#generated/prisma/client.ts";
import { chinaRegions, type RegionRow } from "./regions.ts";

const SETTING = "regions";
/** Rows a statement carries; one JSON parameter each. */
const BATCH = 8_000;

/** A region as any source of regions gives it. */
export type LoadedRegion = RegionRow & { synthetic?: boolean };

/**
 * Fills the table of regions, which every deployment needs; answers how many rows were new or changed.
 * A second run with the same list costs one look at a setting. Regions are never deleted: reports hang on them.
 */
export async function loadRegions(db: PrismaClient, now: Date): Promise<number> {
  const rows = chinaRegions();
  const fingerprint = createHash("sha256").update(JSON.stringify(rows)).digest("hex");
  const known = await db.setting.findUnique({ where: { key: SETTING } });
  if (known && JSON.stringify(known.value) === JSON.stringify({ fingerprint })) return 0;
  const changed = await upsertRegions(db, rows);
  const value = { fingerprint };
  await db.setting.upsert({
    where: { key: SETTING },
    create: { key: SETTING, value, updatedAt: now },
    update: { value, updatedAt: now },
  });
  return changed;
}

/** Inserts or corrects regions, parents before children; answers how many rows were new or changed. */
export async function upsertRegions(
  db: Pick<PrismaClient, "$executeRaw">,
  rows: readonly LoadedRegion[],
): Promise<number> {
  let changed = 0;
  for (let start = 0; start < rows.length; start += BATCH) {
    const json = JSON.stringify(rows.slice(start, start + BATCH));
    changed += await db.$executeRaw`
      INSERT INTO "Region" (code, name, stem, level, "parentCode", path, synthetic)
      SELECT code, name, stem, level::"Level", "parentCode", path, coalesce(synthetic, false)
      FROM jsonb_to_recordset(${json}::jsonb)
        AS r(code text, name text, stem text, level text, "parentCode" text, path text[], synthetic boolean)
      ON CONFLICT (code) DO UPDATE
        SET name = excluded.name, stem = excluded.stem, level = excluded.level,
            "parentCode" = excluded."parentCode", path = excluded.path, synthetic = excluded.synthetic
      WHERE ("Region".name, "Region".stem, "Region".level, "Region"."parentCode", "Region".path, "Region".synthetic)
        IS DISTINCT FROM
        (excluded.name, excluded.stem, excluded.level, excluded."parentCode", excluded.path, excluded.synthetic)`;
  }
  return changed;
}
