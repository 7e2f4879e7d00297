import { Prisma } from "#generated/prisma/client.ts";
import { record } from "#lib/audit/record.ts";
import type { Actor } from "#lib/identity/actor.ts";
import { db, transaction } from "#lib/platform/db.ts";
import { type Result, refused } from "#lib/platform/result.ts";
import { evaluate } from "#lib/reports/evaluation.ts";
import { toJson } from "#lib/reports/stored.ts";
import { alone, type BusyRefusal, event } from "./commands-batch.ts";
import { commitItems, type WriteItems } from "./commands-commit.ts";
import type { NoBatchRefusal } from "./commands-undo.ts";
import type { Item, Line, Ready } from "./item.ts";
import { storedLine } from "./queries.ts";

const CHUNK = 40;

/** What waits, as it stands in the row: the checks are run anew. */
type Waiting = Omit<Ready, "found"> & { found: Omit<Ready["found"], "evaluation"> };

/** Publishes what a batch stored, as far as the actor may; what cannot be published goes on waiting and is answered. */
export async function publishBatch(
  actor: Actor,
  batchId: string,
  { replace, clock }: { replace: boolean; clock: () => Date },
  onLine: (line: Line) => Promise<void> | void,
): Promise<Result<number, BusyRefusal | NoBatchRefusal>> {
  const batch = await db().importBatch.findUnique({ where: { id: batchId } });
  if (!batch) return refused("import.no-such-batch");
  return alone(batch.key, async () => {
    let published = 0;
    for (let after = ""; ; ) {
      const rows = await waitingAfter(batchId, after);
      const last = rows.at(-1);
      if (!last) break;
      after = last.id;
      const options = { batchId, actor, publish: true, replace, isOwnWaiting: true, now: clock };
      const reason = `导入批次 ${batchId}`;
      const ids = new Map(rows.map((row) => [waitingItem(row), row.id]));
      const items = [...ids.keys()];
      for (const line of await commitItems(items, { ...options, reason }, updateItems(ids))) {
        if (line.outcome === "imported") published += 1;
        await onLine(line);
      }
    }
    await noted(actor, batchId, published, clock());
    return published;
  });
}

function waitingAfter(batchId: string, after: string) {
  return db().importItem.findMany({
    where: {
      ...{ batchId, outcome: "stored", undoneAt: null },
      ...(after === "" ? {} : { id: { gt: after } }),
    },
    orderBy: { id: "asc" },
    take: CHUNK,
    select: { id: true, sha256: true, line: true, waiting: true },
  });
}

function waitingItem({
  sha256,
  line,
  waiting,
}: {
  sha256: string | null;
  line: Prisma.JsonValue;
  waiting: Prisma.JsonValue;
}): Item {
  // Only the import writes it, after the content was parsed.
  const { found, ...ready } = waiting as unknown as Waiting;
  const evaluation = evaluate(found.content, null);
  return { sha256, line: storedLine(line), ready: { ...ready, found: { ...found, evaluation } } };
}

function updateItems(ids: ReadonlyMap<Item, string>): WriteItems {
  return async (tx, items, lines) => {
    for (const [index, line] of lines.entries()) {
      const { outcome, reportId, version } = line;
      const item = items[index];
      // A conflict or a missing right may end: it goes on waiting.
      if (!item || (outcome !== "imported" && outcome !== "already_there")) continue;
      const data = { outcome, reportId, version, line: toJson(line) };
      await tx.importItem.update({
        where: { id: ids.get(item) ?? "" },
        data: { ...data, waiting: Prisma.DbNull, fileHash: null },
      });
    }
  };
}

async function noted(actor: Actor, batchId: string, reports: number, now: Date): Promise<void> {
  if (reports === 0) return;
  await transaction((tx) =>
    record(tx, { ...event(actor, batchId, now), kind: "import.published", data: { reports } }),
  );
}
