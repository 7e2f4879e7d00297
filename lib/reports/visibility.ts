import { Prisma } from "#generated/prisma/client.ts";

/** What of a report decides whether the public sees it. */
export interface VisibilityFacts {
  publication: "unpublished" | "published" | "withdrawn";
  heldUntil: Date | null;
}

/** THE visibility condition: published, not withdrawn, and not held back at this moment. */
export function isVisible({ publication, heldUntil }: VisibilityFacts, now: Date): boolean {
  return publication === "published" && (heldUntil === null || heldUntil <= now);
}

/** The same condition as a Prisma filter on reports. */
export function visibleWhere(now: Date): Prisma.ReportWhereInput {
  return {
    publication: "published",
    OR: [{ heldUntil: null }, { heldUntil: { lte: now } }],
  };
}

/** The same condition as SQL on a `"Report"` row under this alias (a plain identifier of the caller, never input). */
export function visibleSql(alias: string, now: Date): Prisma.Sql {
  if (!/^[a-z_]+$/.test(alias)) throw new Error(`not an alias: ${alias}`);
  const row = Prisma.raw(alias);
  return Prisma.sql`(${row}."publication" = 'published'::"Publication" AND (${row}."heldUntil" IS NULL OR ${row}."heldUntil" <= ${now}::timestamptz))`;
}
