import { z } from "zod";
import { Prisma } from "#generated/prisma/client.ts";
import { db } from "#lib/platform/db.ts";
import { visibleSql } from "#lib/reports/visibility.ts";
import { placesFrom, type RegionRow } from "./places.ts";
import { type SearchDocument, type ShownRow, searchDocument, shownRow } from "./shown.ts";
import type { Place } from "./understand.ts";

/** Rises when documents are built in another way: those in an index are then stale. */
const DOCUMENT_VERSION = 3;

const REGIONS = Prisma.sql`(SELECT json_agg(json_build_object('code', p.code, 'name', p.name) ORDER BY u.place)
  FROM unnest(g.path) WITH ORDINALITY AS u(code, place) JOIN "Region" p ON p.code = u.code)`;

/** Everything a document is made of, digested: equal hashes mean equal documents. */
const HASH = (
  tokensVersion: number,
) => Prisma.sql`encode(sha256(convert_to(concat_ws('|', ${DOCUMENT_VERSION}::int,
  ${tokensVersion}::int, r."publicRevision", v."contentHash", v."redactedAt", v."publishedAt", r.scope, r.year,
  r.synthetic, v.summarised, a.name, a."shortName", array_to_string(a.aliases, ','), a.kind, a.level,
  s."checkOutcome", s."checksFail", ${REGIONS}::text), 'UTF8')), 'hex')`;

const FROM = Prisma.sql`FROM "Report" r
  JOIN "Version" v ON v."reportId" = r.id AND v.number = r."currentVersion"
  JOIN "VersionSeries" s ON s."versionId" = v.id
  JOIN "Agency" a ON a.id = r."agencyId"
  JOIN "Region" g ON g.code = a."regionCode"`;

/** Id and hash of every report the public may see: what an index must hold, neither more nor less. */
export async function publicHashes(tokensVersion: number, now: Date): Promise<Map<string, string>> {
  const rows = await db().$queryRaw<{ id: string; hash: string }[]>`
    SELECT r.id::text AS id, ${HASH(tokensVersion)} AS hash ${FROM} WHERE ${visibleSql("r", now)} ORDER BY r.id`;
  return new Map(rows.map(({ id, hash }) => [id, hash]));
}

/** The documents of those of these reports that the public may see at this moment. */
export async function publicDocuments(
  ids: readonly string[],
  tokensVersion: number,
  now: Date,
): Promise<SearchDocument[]> {
  const rows = await db().$queryRaw<{ document: unknown }[]>`
    SELECT json_build_object('id', r.id, 'hash', ${HASH(tokensVersion)}, 'title', coalesce(v.content->>'title',
        a.name || r.year || '年政府信息公开工作年度报告'),
      'agencyId', a.id, 'agency', a.name, 'aliases', array_remove(a."shortName" || a.aliases, NULL),
      'region', ${REGIONS}, 'year', r.year, 'level', a.level, 'kind', a.kind, 'scope', r.scope, 'edition', v.edition,
      'check', s."checkOutcome", 'checksFail', s."checksFail", 'indexNumber', v.content->>'indexNumber',
      'documentNumber', v.content->>'documentNumber',
      'publishedAt', to_char(v."publishedAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'synthetic', r.synthetic, 'summarised', v.summarised,
      'figures', json_build_object('received', s.received, 'granted', s.granted,
        'grantedShare', CASE WHEN s.handled > 0 THEN round(100.0 * s.granted / s.handled)::int END, 'refused', s.refused,
        'reconsideration', s.reconsideration, 'litigation', s.litigation),
      'sections', coalesce(v.content->'sections', '[]'::jsonb)) AS document
    ${FROM} WHERE r.id = ANY(${[...ids]}::uuid[]) AND ${visibleSql("r", now)} ORDER BY r.id`;
  return rows.map(({ document }) => searchDocument.parse(document));
}

/** Hits to be shown, in the order asked, without those the public may no longer see; and when the index last changed. */
export async function shownDocuments(
  ids: readonly string[],
  now: Date,
): Promise<{ documents: SearchDocument[]; indexedAt: Date | null }> {
  const rows = await db().$queryRaw<{ document: unknown; newest: Date | null }[]>`
    SELECT d.document, n.newest FROM (SELECT max("indexedAt") AS newest FROM "SearchDocument") AS n
    LEFT JOIN ("SearchDocument" d JOIN "Report" r ON r.id = d."reportId" AND ${visibleSql("r", now)})
      ON d."reportId" = ANY(${[...ids]}::uuid[])`;
  const documents = rows.flatMap(({ document }) =>
    document === null ? [] : [searchDocument.parse(document)],
  );
  const place = new Map(ids.map((id, i) => [id, i]));
  return {
    documents: documents.sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0)),
    indexedAt: rows[0]?.newest ?? null,
  };
}

/** The same without the prose, for lists of many. */
export async function shownRows(ids: readonly string[], now: Date): Promise<ShownRow[]> {
  const rows = await db().$queryRaw<{ document: unknown }[]>`
    SELECT d.document - 'sections' AS document FROM unnest(${[...ids]}::uuid[]) WITH ORDINALITY AS asked(id, place)
    JOIN "SearchDocument" d ON d."reportId" = asked.id
    JOIN "Report" r ON r.id = asked.id AND ${visibleSql("r", now)} ORDER BY asked.place`;
  return rows.map(({ document }) => shownRow.parse(document));
}

/** Id and hash of every document that can be shown. */
export async function shownHashes(): Promise<Map<string, string>> {
  const rows = await db().searchDocument.findMany({ select: { reportId: true, hash: true } });
  return new Map(rows.map(({ reportId, hash }) => [reportId, hash]));
}

/** Those of these reports whose prose has every one of the folded phrases, to the letter. */
export async function withPhrases(
  ids: readonly string[],
  phrases: readonly string[],
): Promise<string[]> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT "reportId"::text AS id FROM "SearchDocument" WHERE "reportId" = ANY(${[...ids]}::uuid[])
      AND NOT EXISTS (SELECT 1 FROM unnest(${[...phrases]}::text[]) AS p(phrase) WHERE strpos(plain, p.phrase) = 0)`;
  return rows.map(({ id }) => id);
}

/** The regions with these codes, and those with these names or stems that public reports come from, each with the names above it. */
export async function findPlaces(
  codes: readonly string[],
  names: readonly string[],
): Promise<Place[]> {
  const rows = await db().$queryRaw<(RegionRow & { meant: boolean })[]>`
    WITH meant AS (
      SELECT g.code, g.path FROM "Region" g WHERE g.code = ANY(${[...codes]}::text[])
      UNION
      SELECT g.code, g.path FROM "Region" g
      WHERE (g.name = ANY(${[...names]}::text[]) OR g.stem = ANY(${[...names]}::text[]))
        AND EXISTS (SELECT 1 FROM "SearchFacet" f WHERE f."regionPath" @> ARRAY[g.code]))
    SELECT g.code, g.name, g.stem, g.level::text AS level, g.path, g.code IN (SELECT code FROM meant) AS meant
    FROM "Region" g WHERE g.code IN (SELECT unnest(path) FROM meant)`;
  const meant = new Set(rows.filter((row) => row.meant).map(({ code }) => code));
  return placesFrom(rows).filter(({ code }) => meant.has(code));
}

/** What facets show beside what an engine counted: regions with their names, and the span of years. */
export interface FacetFrame {
  regions: readonly { code: string; name: string; parent: string | null }[];
  /** The first and the last year of the index; null where it is empty. */
  years: readonly [number, number] | null;
}

const frame = z.object({
  regions: z.array(z.object({ code: z.string(), name: z.string(), parent: z.string().nullable() })),
  first: z.number().nullable(),
  last: z.number().nullable(),
});

/** The regions with these codes, every province and everything right below the opened ones that reports have come from, and the years there are. */
export async function facetFrame(
  codes: readonly string[],
  opened: readonly string[],
): Promise<FacetFrame> {
  const year = (
    edge: "min" | "max",
  ) => Prisma.sql`(SELECT ${Prisma.raw(edge)}(year) FROM "SearchFacet"
    WHERE generation = coalesce((SELECT (value)::text::int FROM "Setting" WHERE key = 'search.generation'), 0))`;
  const rows = await db().$queryRaw<unknown[]>`
    SELECT ${year("min")} AS first, ${year("max")} AS last, coalesce((SELECT json_agg(json_build_object(
        'code', g.code, 'name', g.name, 'parent', g.path[cardinality(g.path) - 1])) FROM "Region" g
      WHERE g.code = ANY(${[...codes]}::text[]) OR g.code IN (
        SELECT n.key FROM "SearchName" n JOIN "Region" k ON n.kind = 'region' AND k.code = n.key
        WHERE cardinality(k.path) = 1 OR k.path[cardinality(k.path) - 1] = ANY(${[...opened]}::text[]))), '[]') AS regions`;
  const { regions, first, last } = frame.parse(rows[0]);
  return { regions, years: first === null || last === null ? null : [first, last] };
}
