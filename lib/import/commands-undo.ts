import { record } from "#lib/audit/record.ts";
import type { Actor } from "#lib/identity/actor.ts";
import { denial } from "#lib/identity/policy.ts";
import { db, type Tx, transaction } from "#lib/platform/db.ts";
import { type Refusal, type Result, refused } from "#lib/platform/result.ts";
import { replaceArchive } from "#lib/reports/commands-archive.ts";
import { lockReport, refusable, stepIn, targetOf } from "#lib/reports/commands-step.ts";
import { moved } from "#lib/reports/lifecycle.ts";
import { storedContent } from "#lib/reports/stored.ts";
import { alone, type BusyRefusal, event } from "./commands-batch.ts";

/** What became of one report when its batch was taken back. */
export type UndoOutcome =
  /** It stands withdrawn. */
  | "withdrawn"
  /** The version before the replaced one stands again, as a new one. */
  | "restored"
  /** It waited and is gone. */
  | "dropped"
  /** Somebody had withdrawn it. */
  | "gone-already"
  /** A later version stands: left alone. */
  | "superseded"
  | "draft-open"
  | "forbidden";

export interface UndoneLine {
  file: string;
  part: number;
  agencyId: string | null;
  year: number | null;
  reportId: string | null;
  outcome: UndoOutcome;
}

/** Outcomes that leave the public page as it is. */
export const LEFT: readonly UndoOutcome[] = ["superseded", "draft-open", "forbidden"];

export interface UndoCounts {
  undone: number;
  left: number;
}

export type NoBatchRefusal = Refusal<"import.no-such-batch">;

const PAGE = 200;

type ItemRow = {
  id: string;
  file: string;
  part: number;
  agencyId: string | null;
  year: number | null;
  reportId: string | null;
  version: number | null;
  outcome: string;
};

/**
 * Takes a batch back: what waited is dropped, what it published is withdrawn, what it replaced stands again; versions
 * that came after are left alone and named. One transaction for each report, so it may be cut short and run again.
 */
export async function undoBatch(
  actor: Actor,
  batchId: string,
  clock: () => Date,
  onLine: (line: UndoneLine) => Promise<void> | void,
): Promise<Result<UndoCounts, BusyRefusal | NoBatchRefusal>> {
  const batch = await db().importBatch.findUnique({ where: { id: batchId } });
  if (!batch) return refused("import.no-such-batch");
  return alone(batch.key, () => undoItems(actor, batchId, clock, onLine));
}

async function undoItems(
  actor: Actor,
  batchId: string,
  clock: () => Date,
  onLine: (line: UndoneLine) => Promise<void> | void,
): Promise<UndoCounts> {
  const counts = { undone: 0, left: 0 };
  for (let after = ""; ; ) {
    const items = await itemsAfter(batchId, after);
    for (const item of items) {
      const outcome = await undoItem(actor, batchId, item, clock());
      counts[LEFT.includes(outcome) ? "left" : "undone"] += 1;
      const { file, part, agencyId, year, reportId } = item;
      await onLine({ file, part, agencyId, year, reportId, outcome });
    }
    const last = items.at(-1);
    if (!last) break;
    after = last.id;
  }
  await closeBatch(actor, batchId, counts, clock());
  return counts;
}

function itemsAfter(batchId: string, after: string): Promise<ItemRow[]> {
  return db().importItem.findMany({
    where: {
      ...{ batchId, undoneAt: null, outcome: { in: ["imported", "stored"] } },
      ...(after === "" ? {} : { id: { gt: after } }),
    },
    orderBy: { id: "asc" },
    take: PAGE,
    select: {
      ...{ id: true, file: true, part: true, agencyId: true, year: true },
      ...{ reportId: true, version: true, outcome: true },
    },
  });
}

async function undoItem(
  actor: Actor,
  batchId: string,
  item: ItemRow,
  now: Date,
): Promise<UndoOutcome> {
  const undone = await refusable(async (tx) => {
    const outcome = item.reportId
      ? await undoPublished(tx, actor, item.reportId, item.version ?? 1, { batchId, now })
      : await mayDrop(tx, actor, item.agencyId);
    if (!LEFT.includes(outcome)) {
      const gone = outcome === "dropped" ? { waiting: {}, fileHash: null } : {};
      await tx.importItem.update({ where: { id: item.id }, data: { undoneAt: now, ...gone } });
    }
    return outcome;
  });
  return undone.ok ? undone.value : "forbidden";
}

async function mayDrop(tx: Tx, actor: Actor, agencyId: string | null): Promise<UndoOutcome> {
  const agency = await tx.agency.findUnique({
    where: { id: agencyId ?? "" },
    select: { region: { select: { path: true } } },
  });
  const target = { agencyId, regionPath: agency?.region.path ?? [] };
  return denial(actor, "report.publish", target) ? "forbidden" : "dropped";
}

async function undoPublished(
  tx: Tx,
  actor: Actor,
  reportId: string,
  version: number,
  { batchId, now }: { batchId: string; now: Date },
): Promise<UndoOutcome> {
  const report = await lockReport(tx, reportId);
  if (!report) throw new Error(`report ${reportId} vanished`);
  if (denial(actor, "report.withdraw", targetOf(report))) return "forbidden";
  if (report.currentVersion !== version) return "superseded";
  const reason = `撤销导入批次 ${batchId}`;
  const by = { actor, now, reason };
  const position = { draft: report.draft?.state ?? null, publication: report.publication };
  if (!moved("withdraw", position)) return "gone-already";
  const before = version > 1 ? await versionOf(tx, reportId, version - 1) : null;
  if (!before) {
    await stepIn(tx, "withdraw", { ...by, reportId }, async () => ({
      value: null,
      report: { withdrawnAt: now, withdrawnReason: reason },
      facts: { version },
    }));
    return "withdrawn";
  }
  if (!moved("replaceArchive", position)) return "draft-open";
  const { content, sourceUrl, sourceName, summarised } = before;
  const copy = { content: storedContent(content), sourceUrl, summarised };
  const file = await tx.sourceFile.findFirst({
    where: { reportId, version: version - 1 },
    select: { name: true, mediaType: true, size: true, sha256: true },
  });
  const next = { ...copy, sourceName: sourceName ?? "", ...(file ? { file } : {}) };
  await replaceArchive(tx, reportId, next, by);
  return "restored";
}

function versionOf(tx: Tx, reportId: string, number: number) {
  return tx.version.findUnique({
    where: { reportId_number: { reportId, number } },
    select: { content: true, sourceUrl: true, sourceName: true, summarised: true },
  });
}

async function closeBatch(
  actor: Actor,
  id: string,
  { undone, left }: { undone: number; left: number },
  now: Date,
): Promise<void> {
  await transaction(async (tx) => {
    const { count } = await tx.importBatch.updateMany({
      where: { id, ...(undone === 0 ? { undoneAt: null } : {}) },
      data: { undoneAt: now },
    });
    await tx.importBatch.updateMany({ where: { id, finishedAt: null }, data: { finishedAt: now } });
    // Undone again with nothing left to do: nothing happened, so the trail says nothing.
    if (count === 0) return;
    const note = left > 0 ? `left alone: ${left}` : null;
    await record(tx, {
      ...event(actor, id, now),
      kind: "import.undone",
      data: { reports: undone, note },
    });
  });
}
