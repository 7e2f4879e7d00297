import { z } from "zod";
import { Prisma } from "#generated/prisma/client.ts";
import { db } from "#lib/platform/db.ts";
import { visibleSql } from "#lib/reports/visibility.ts";

const named = z.object({
  kind: z.enum(["agency", "region"]),
  key: z.string(),
  name: z.string(),
  forms: z.string().transform((text) => text.split("\n")),
  standing: z.number(),
  /** Where it is: names from the province down. */
  place: z.array(z.string()),
});
export type Named = z.infer<typeof named>;

const CANDIDATES = 40;
/** A syllable that everyone has is not looked through to its end. */
const LOOKED_AT = 4000;

const PLACE = (code: Prisma.Sql) => Prisma.sql`coalesce((SELECT array_agg(p.name ORDER BY u.place)
  FROM "Region" g, unnest(g.path) WITH ORDINALITY AS u(code, place), "Region" p
  WHERE g.code = ${code} AND p.code = u.code), '{}')`;

/** Agencies and regions (or those of one kind) with all these opaque words (each as a beginning) that public reports come from at this moment. */
export async function namesWith(
  words: readonly string[],
  now: Date,
  kind: Named["kind"] | null = null,
): Promise<Named[]> {
  const asked = words.map((word) => `${word}:*`).join(" & ");
  const rows = await db().$queryRaw<unknown[]>`
    WITH found AS MATERIALIZED (
      SELECT kind, key, name, forms, standing FROM "SearchName"
      WHERE tokens @@ ${asked}::tsquery AND ${kind === null ? Prisma.sql`true` : Prisma.sql`kind = ${kind}::"NameKind"`}
      LIMIT ${LOOKED_AT}::int)
    SELECT n.kind::text AS kind, n.key, n.name, n.forms, n.standing,
      ${PLACE(Prisma.sql`coalesce(a."regionCode", n.key)`)} AS place
    FROM found n LEFT JOIN "Agency" a ON n.kind = 'agency' AND a.id = n.key
    WHERE CASE n.kind
      WHEN 'agency' THEN EXISTS (SELECT 1 FROM "Report" r WHERE r."agencyId" = n.key AND ${visibleSql("r", now)})
      ELSE EXISTS (SELECT 1 FROM "SearchFacet" f WHERE f."regionPath" @> ARRAY[n.key]) END
    ORDER BY length(n.name), n.standing, n.key LIMIT ${CANDIDATES}::int`;
  return rows.map((row) => named.parse(row));
}

const SPELLED = z.object({
  forms: z.string().transform((text) => text.split("\n")),
  standing: z.number(),
});

/** Regions that are kept under any of these opaque words, each as a whole. */
export async function regionsUnder(words: readonly string[]): Promise<z.infer<typeof SPELLED>[]> {
  if (words.length === 0) return [];
  const rows = await db().$queryRaw<unknown[]>`
    SELECT forms, standing FROM "SearchName"
    WHERE kind = 'region' AND tokens @@ ${words.join(" | ")}::tsquery
    ORDER BY standing, key LIMIT ${LOOKED_AT / 10}::int`;
  return rows.map((row) => SPELLED.parse(row));
}

/** The agencies with public reports that have the most of these opaque words, or nearly, and at least so many. */
export async function agenciesNear(
  words: readonly string[],
  least: number,
  most: number,
  now: Date,
): Promise<Named[]> {
  if (words.length === 0) return [];
  const rows = await db().$queryRaw<unknown[]>`
    WITH found AS MATERIALIZED (
      SELECT key, name, forms, standing, tokens FROM "SearchName"
      WHERE kind = 'agency' AND tokens @@ ${words.join(" | ")}::tsquery LIMIT ${LOOKED_AT}::int),
    near AS (SELECT key, name, forms, standing, (
        SELECT count(*) FROM unnest(${[...words]}::text[]) AS w(word) WHERE tokens @@ w.word::tsquery) AS shared
      FROM found),
    best AS (SELECT max(shared) AS shared FROM near)
    SELECT 'agency' AS kind, n.key, n.name, n.forms, n.standing, ${PLACE(Prisma.sql`a."regionCode"`)} AS place
    FROM best, near n JOIN "Agency" a ON a.id = n.key
    WHERE n.shared >= ${least}::int AND n.shared * 3 >= best.shared * 2
      AND EXISTS (SELECT 1 FROM "Report" r WHERE r."agencyId" = n.key AND ${visibleSql("r", now)})
    ORDER BY n.shared DESC, n.standing, length(n.name), n.key LIMIT ${most}::int`;
  return rows.map((row) => named.parse(row));
}

/** Public reports whose agency has no name to suggest yet: those indexed before names were kept. */
export async function unnamedReports(most: number): Promise<string[]> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT d."reportId"::text AS id FROM "SearchDocument" d
    WHERE NOT EXISTS (SELECT 1 FROM "SearchName" n WHERE n.kind = 'agency' AND n.key = d.document->>'agencyId')
    ORDER BY d."reportId" LIMIT ${most}::int`;
  return rows.map(({ id }) => id);
}

const numbered = z.object({ agencyId: z.string(), year: z.number() });

/** The public reports with this 索引号, letters and digits alone compared; two are enough to know that it is not one. */
export async function reportsNumbered(numberKey: string, now: Date) {
  const rows = await db().$queryRaw<unknown[]>`
    SELECT r."agencyId", r.year FROM "SearchDocument" d
    JOIN "Report" r ON r.id = d."reportId" AND ${visibleSql("r", now)}
    WHERE d."numberKey" = ${numberKey} LIMIT 2`;
  return rows.map((row) => numbered.parse(row));
}
