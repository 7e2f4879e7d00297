import { Prisma } from "#generated/prisma/client.ts";
import {
  type EngineFilter,
  type EngineQuery,
  type FacetName,
  FLAT_FACETS,
  MAX_RESULTS,
  RANGES,
} from "../engine.ts";
import { expansions, MAX_DEPTH } from "../expansions.ts";

const { sql, join, raw, empty } = Prisma;
type Sql = Prisma.Sql;

/** Weights A, B, C of a word by where it stands; D is not used. Multiples of 1/3, so that a rank is a whole number. */
const WEIGHTS = raw(`'{0, 0.33333334, 0.66666669, 1}'::float4[]`);
/** ts_rank of words that are OR-ed divides by π²/6 and by their number. */
const TS_RANK_DIVISOR = 1.644_934_066_85;

/** Where each facet stands in the table, and of which type it is: enums are grouped as they are and become text afterwards. */
const COLUMN = {
  year: { name: raw('"year"'), type: raw("int[]") },
  level: { name: raw('"level"'), type: raw('"Level"[]') },
  kind: { name: raw('"kind"'), type: raw('"AgencyKind"[]') },
  scope: { name: raw('"scope"'), type: raw('"Scope"[]') },
  edition: { name: raw('"edition"'), type: raw("text[]") },
  check: { name: raw('"checkOutcome"'), type: raw('"CheckOutcome"[]') },
} as const;

const all = (conditions: readonly Sql[]) =>
  conditions.length === 0 ? sql`true` : join([...conditions], " AND ");

const depths = Array.from({ length: MAX_DEPTH - 1 }, (_, i) => i + 1);

/** The conditions of all facets but one, on the text columns of `cube`. */
function others(filter: EngineFilter, but: FacetName | null): Sql {
  const flat = FLAT_FACETS.filter((name) => name !== but && filter[name].length > 0).map(
    (name) => sql`${raw(`"${name}"`)} = ANY(${[...filter[name]]}::text[])`,
  );
  return all([...flat, ...(but === "region" ? [] : [sql`in_region`])]);
}

/** The conditions of all facets, on the typed columns of `matched`. */
function chosen(filter: EngineFilter): Sql {
  const flat = FLAT_FACETS.filter((name) => filter[name].length > 0).map((name) => {
    const { name: column, type } = COLUMN[name];
    return sql`${column} = ANY(${[...filter[name]]}::text[]::${type})`;
  });
  return all([...flat, sql`in_region`]);
}

function rangeConditions({ ranges }: EngineFilter): Sql[] {
  return RANGES.flatMap((key) => {
    const { min, max } = ranges[key] ?? {};
    const column = raw(`f."${key}"`);
    return [
      ...(min === undefined ? [] : [sql`${column} >= ${min}::int`]),
      ...(max === undefined ? [] : [sql`${column} <= ${max}::int`]),
    ];
  });
}

const FLAT = raw(
  FLAT_FACETS.map((name) =>
    name === "edition"
      ? `coalesce(f."edition", 'none') AS "edition"`
      : `f.${COLUMN[name].name.sql}`,
  ).join(", "),
);

/** Everything the words, the ranges and the ids let through, facets not yet applied. */
function matched({ words, ids, filter }: EngineQuery): Sql {
  const codes = filter.region.map(({ code }) => code);
  const text =
    words.length === 0
      ? empty
      : sql`JOIN "SearchText" t ON t.generation = f.generation AND t."reportId" = f."reportId"
            AND t.tokens @@ ${words.join(" & ")}::tsquery`;
  return sql`matched AS MATERIALIZED (
    SELECT f."reportId" AS id, f.generation, f.standing, f."publishedAt" AS published, f.received,
      f."regionPath" AS path, ${FLAT},
      ${codes.length === 0 ? sql`true` : sql`f."regionPath" && ${codes}::text[]`} AS in_region
    FROM "SearchFacet" f ${text}
    WHERE ${all([
      sql`f.generation = coalesce((SELECT (value)::text::int FROM "Setting" WHERE key = 'search.generation'), 0)`,
      ...(ids === null ? [] : [sql`f."reportId" = ANY(${[...ids]}::uuid[])`]),
      ...rangeConditions(filter),
    ])})`;
}

/** One row for each combination of values: everything that is counted is then a sum over few rows. */
function cube({ filter }: EngineQuery): Sql {
  const open = expansions(filter.region);
  const below = depths.map((depth) => {
    const parent = sql`CASE WHEN path[${raw(String(depth))}] = ANY(${[...(open.get(depth) ?? [])]}::text[])
      THEN path[${raw(String(depth))}] END AS ${raw(`p${depth}`)}`;
    return sql`${parent}, CASE WHEN path[${raw(String(depth))}] = ANY(${[...(open.get(depth) ?? [])]}::text[])
      THEN path[${raw(String(depth + 1))}] END AS ${raw(`r${depth + 1}`)}`;
  });
  const keys = raw(FLAT_FACETS.map((name) => COLUMN[name].name.sql).join(", "));
  const texts = raw(
    FLAT_FACETS.map((name) => `${COLUMN[name].name.sql}::text AS "${name}"`).join(", "),
  );
  const extra = raw(depths.map((depth) => `p${depth}, r${depth + 1}`).join(", "));
  return sql`cube AS MATERIALIZED (
    SELECT ${texts}, in_region, r1, ${extra}, n FROM (
      SELECT ${keys}, in_region, r1, ${extra}, count(*)::int AS n
      FROM (SELECT ${keys}, in_region, path[1] AS r1, ${join(below, ", ")} FROM matched) AS placed
      GROUP BY ${keys}, in_region, r1, ${extra}) AS grouped)`;
}

function counts(query: EngineQuery): Sql {
  const rows = FLAT_FACETS.map(
    (
      name,
    ) => sql`SELECT ${name}::text AS facet, ${raw(`"${name}"`)} AS value, NULL::text AS parent, sum(n)::int AS count
      FROM cube WHERE ${others(query.filter, name)} GROUP BY 2`,
  );
  const where = others(query.filter, "region");
  const regions = [
    sql`SELECT 'region', r1, NULL::text, sum(n)::int FROM cube WHERE r1 IS NOT NULL AND ${where} GROUP BY 2`,
    ...depths.map((depth) => {
      const child = raw(`r${depth + 1}`);
      return sql`SELECT 'region', ${child}, ${raw(`p${depth}`)}, sum(n)::int FROM cube
        WHERE ${child} IS NOT NULL AND ${where} GROUP BY 2, 3`;
    }),
  ];
  return join([...rows, ...regions], " UNION ALL ");
}

/** What stands behind a key in its order; values fall, ids rise, blanks come last. */
function behind({ sort, after }: EngineQuery): Sql {
  if (after === null || sort === "relevance") return empty;
  const { value, id } = after;
  const column = raw(sort === "year" ? '"year"' : sort);
  if (value === null) return sql`AND ${column} IS NULL AND id > ${id}::uuid`;
  const key =
    sort === "published" ? sql`to_timestamp(${value}::float8 / 1000)` : sql`${value}::int`;
  const lower = sql`${column} < ${key} OR (${column} = ${key} AND id > ${id}::uuid)`;
  return sort === "received" ? sql`AND (${lower} OR ${column} IS NULL)` : sql`AND (${lower})`;
}

const NEWEST = raw(`"year" DESC, standing, id`);

function hits(query: EngineQuery): Sql {
  const where = chosen(query.filter);
  const page = sql`LIMIT ${query.limit}::int OFFSET ${query.offset}::int`;
  const order = {
    year: raw('"year" DESC, id'),
    published: raw("published DESC, id"),
    received: raw("received DESC NULLS LAST, id"),
    relevance: NEWEST,
  }[query.sort];
  if (query.sort !== "relevance" || query.words.length === 0) {
    return sql`SELECT id FROM matched WHERE ${where} ${behind(query)} ORDER BY ${order} ${page}`;
  }
  const factor = TS_RANK_DIVISOR * query.words.length * 3;
  const rank = sql`(SELECT ts_rank(${WEIGHTS}, t.tokens, ${query.words.join(" | ")}::tsquery)
    FROM "SearchText" t WHERE t.generation = c.generation AND t."reportId" = c.id)`;
  return sql`SELECT c.id FROM (
      SELECT * FROM matched WHERE ${where} ORDER BY ${NEWEST} LIMIT ${MAX_RESULTS}::int) AS c
    ORDER BY round(${rank} * ${factor}::float8) DESC, "year" DESC, standing, id ${page}`;
}

/** The whole search as one statement that answers one row: ids in order, the total, and all counts. */
export function searchSql(query: EngineQuery): Sql {
  const facets = query.facets ? sql`(SELECT json_agg(c) FROM (${counts(query)}) AS c)` : sql`NULL`;
  return sql`WITH ${matched(query)}, ${cube(query)}
    SELECT array(${hits(query)})::text[] AS ids,
      (SELECT coalesce(sum(n), 0)::int FROM cube WHERE ${others(query.filter, null)}) AS total,
      ${facets} AS facets`;
}
