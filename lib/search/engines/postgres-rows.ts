import { Prisma } from "#generated/prisma/client.ts";
import { db } from "#lib/platform/db.ts";
import { type IndexDocument, RANGES } from "../engine.ts";

const KEY = "search.generation";

/** The generation that is searched; 0 before the first rebuild. */
export async function currentGeneration(): Promise<number> {
  const setting = await db().setting.findUnique({ where: { key: KEY } });
  return typeof setting?.value === "number" ? setting.value : 0;
}

/** Makes searches read this generation from now on. */
export async function switchGeneration(generation: number): Promise<void> {
  await db().setting.upsert({
    where: { key: KEY },
    create: { key: KEY, value: generation },
    update: { value: generation },
  });
}

/** Drops the generations from this one on, or before it. */
export async function dropGenerations(generation: number, which: "from" | "before"): Promise<void> {
  const where = { generation: which === "from" ? { gte: generation } : { lt: generation } };
  await db().$transaction([
    db().searchText.deleteMany({ where }),
    db().searchFacet.deleteMany({ where }),
  ]);
}

/** Lets the planner know what a generation holds: without it, searches just after a rebuild are planned for an empty table. */
export async function learnRows(): Promise<void> {
  await db().$executeRaw`ANALYZE "SearchText"`;
  await db().$executeRaw`ANALYZE "SearchFacet"`;
}

/** A tsvector as text: every word once, at one position, with the weight of its best place. */
export function vector({ names, head, body }: IndexDocument): string {
  const weighted = (words: readonly string[], weight: string) =>
    words.map((word) => `${word}:1${weight}`);
  return [...weighted(names, "A"), ...weighted(head, "B"), ...weighted(body, "C")].join(" ");
}

const column = (values: readonly unknown[], type: string) =>
  Prisma.sql`${values}::${Prisma.raw(type)}[]`;

function facetRows(generation: number, documents: readonly IndexDocument[]): Prisma.Sql {
  const of = <T>(pick: (document: IndexDocument) => T) => documents.map(pick);
  const ranges = RANGES.map((key) =>
    column(
      of((each) => each.ranges[key]),
      "int",
    ),
  );
  const names = Prisma.raw(RANGES.map((key) => `"${key}"`).join(", "));
  const updates = Prisma.raw(
    [
      "hash",
      "regionPath",
      "year",
      "level",
      "kind",
      "scope",
      "edition",
      "checkOutcome",
      ...RANGES,
      "publishedAt",
      "standing",
    ]
      .map((name) => `"${name}" = EXCLUDED."${name}"`)
      .join(", "),
  );
  return Prisma.sql`INSERT INTO "SearchFacet" (generation, "reportId", hash, "regionPath", "year", "level", "kind",
      "scope", "edition", "checkOutcome", ${names}, "publishedAt", standing)
    SELECT ${generation}::int, d.id, d.hash, string_to_array(d.path, ','), d.year, d.level::"Level", d.kind::"AgencyKind",
      d.scope::"Scope", nullif(d.edition, 'none'), d.checked::"CheckOutcome", ${names}, to_timestamp(d.published / 1000.0), d.standing
    FROM unnest(${column(
      of(({ id }) => id),
      "uuid",
    )}, ${column(
      of(({ hash }) => hash),
      "text",
    )},
      ${column(
        of(({ path }) => path.join(",")),
        "text",
      )}, ${column(
        of(({ year }) => year),
        "int",
      )},
      ${column(
        of(({ level }) => level),
        "text",
      )}, ${column(
        of(({ kind }) => kind),
        "text",
      )},
      ${column(
        of(({ scope }) => scope),
        "text",
      )}, ${column(
        of(({ edition }) => edition),
        "text",
      )},
      ${column(
        of(({ check }) => check),
        "text",
      )}, ${Prisma.join(ranges)},
      ${column(
        of(({ published }) => published),
        "float8",
      )}, ${column(
        of(({ standing }) => standing),
        "int",
      )})
      AS d(id, hash, path, year, level, kind, scope, edition, checked, ${names}, published, standing)
    ON CONFLICT (generation, "reportId") DO UPDATE SET ${updates}`;
}

/** Writes a batch of documents into a generation, vectors and facets in one transaction. */
export async function upsertRows(
  generation: number,
  documents: readonly IndexDocument[],
): Promise<void> {
  if (documents.length === 0) return;
  const text = Prisma.sql`INSERT INTO "SearchText" (generation, "reportId", tokens)
    SELECT ${generation}::int, d.id, d.tokens::tsvector
    FROM unnest(${column(
      documents.map(({ id }) => id),
      "uuid",
    )}, ${column(documents.map(vector), "text")}) AS d(id, tokens)
    ON CONFLICT (generation, "reportId") DO UPDATE SET tokens = EXCLUDED.tokens`;
  await db().$transaction([
    db().$executeRaw(facetRows(generation, documents)),
    db().$executeRaw(text),
  ]);
}

/** Takes documents out of a generation; those it does not hold are no error. */
export async function removeRows(generation: number, ids: readonly string[]): Promise<void> {
  const where = { generation, reportId: { in: [...ids] } };
  await db().$transaction([
    db().searchText.deleteMany({ where }),
    db().searchFacet.deleteMany({ where }),
  ]);
}

/** Number of documents of a generation: asked beside searches, so it is counted where the rows are. */
export function countRows(generation: number): Promise<number> {
  return db().searchFacet.count({ where: { generation } });
}

/** Id and hash of every document of a generation, or of those of these that it holds. */
export async function readHashes(
  generation: number,
  ids?: readonly string[],
): Promise<Map<string, string>> {
  const rows = await db().searchFacet.findMany({
    where: { generation, ...(ids ? { reportId: { in: [...ids] } } : {}) },
    select: { reportId: true, hash: true },
  });
  return new Map(rows.map(({ reportId, hash }) => [reportId, hash]));
}
