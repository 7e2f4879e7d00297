import type { Prisma } from "#generated/prisma/client.ts";
import type { Actor } from "#lib/identity/actor.ts";
import { db } from "#lib/platform/db.ts";
import { type BatchState, batchState } from "./batch-state.ts";
import type { Line, Outcome } from "./item.ts";

/** One batch for the list, the newest first. */
export interface BatchLine {
  id: string;
  startedAt: Date;
  finishedAt: Date | null;
  undoneAt: Date | null;
  actorName: string;
  options: unknown;
  counts: Partial<Record<Outcome, number>>;
  state: BatchState;
  /** Reports that were taken back, and that stand or wait as the batch left them. */
  undone: number;
  standing: number;
}

const STORED = { outcome: { in: ["imported", "stored"] } } satisfies Prisma.ImportItemWhereInput;

/** The batches, the newest first, with how many reports ended how. */
export async function importBatches(limit = 50): Promise<BatchLine[]> {
  const batches = await db().importBatch.findMany({
    orderBy: { startedAt: "desc" },
    take: limit,
    omit: { key: true, actorId: true },
  });
  const isListed = { batchId: { in: batches.map(({ id }) => id) } };
  const groups = await db().importItem.groupBy({
    by: ["batchId", "outcome"],
    where: isListed,
    _count: true,
  });
  const gone = await db().importItem.groupBy({
    by: ["batchId"],
    where: { ...isListed, ...STORED, undoneAt: { not: null } },
    _count: true,
  });
  return batches.map((batch) => {
    const own = groups.filter(({ batchId }) => batchId === batch.id);
    const counts: BatchLine["counts"] = Object.fromEntries(
      own.map(({ outcome, _count }) => [outcome, _count]),
    );
    const undone = gone.find(({ batchId }) => batchId === batch.id)?._count ?? 0;
    const standing = (counts.imported ?? 0) + (counts.stored ?? 0) - undone;
    return { ...batch, counts, state: batchState({ ...batch, undone }), undone, standing };
  });
}

/** A stored copy that a moderator may publish, or look at before. */
export interface WaitingCopy {
  itemId: string;
  batchId: string;
  agencyId: string;
  year: number;
  line: Line;
}

/** The copies that wait to be published in the actor's regions, the longest waiting first. */
export async function waitingCopies(actor: Actor, limit = 100): Promise<WaitingCopy[]> {
  const isAdmin = actor.grants.some(({ role }) => role === "admin");
  const regions = actor.grants.flatMap(({ role, regionCode }) =>
    role === "moderator" && regionCode !== null ? [regionCode] : [],
  );
  if (!isAdmin && regions.length === 0) return [];
  const agencies = isAdmin ? {} : { agencyId: { in: await agenciesBelow(regions) } };
  const rows = await db().importItem.findMany({
    where: { outcome: "stored", undoneAt: null, ...agencies },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: limit,
    select: { id: true, batchId: true, agencyId: true, year: true, line: true },
  });
  return rows.map(({ id, batchId, agencyId, year, line }) => ({
    ...{ itemId: id, batchId, agencyId: agencyId ?? "", year: year ?? 0 },
    line: storedLine(line),
  }));
}

async function agenciesBelow(regions: readonly string[]): Promise<string[]> {
  const rows = await db().agency.findMany({
    where: { region: { path: { hasSome: [...regions] } } },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** What an earlier run of a batch noted about a file with these bytes; empty where it did not come to it. */
export async function recordedLines(
  batchId: string,
  file: string,
  sha256: string,
): Promise<Line[]> {
  const rows = await db().importItem.findMany({
    where: { batchId, file, sha256 },
    orderBy: { part: "asc" },
    select: { line: true },
  });
  return rows.map(({ line }) => storedLine(line));
}

/** Whether these bytes are imported already, every part of them, and where to. */
export async function importedParts(
  sha256: string,
): Promise<{ part: number; line: Line; outcome: Outcome }[]> {
  const rows = await db().importItem.findMany({
    where: { sha256, ...STORED, undoneAt: null },
    orderBy: { part: "asc" },
    select: { part: true, line: true, outcome: true },
  });
  return rows.map(({ line, ...row }) => ({ ...row, line: storedLine(line) }));
}

/** A line out of the database: only the import writes it. */
export function storedLine(json: Prisma.JsonValue): Line {
  return json as unknown as Line;
}
