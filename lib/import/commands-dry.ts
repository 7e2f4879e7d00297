import type { Actor } from "#lib/identity/actor.ts";
import { transaction } from "#lib/platform/db.ts";
import { isReady, planAll, type Taken } from "./commands-commit.ts";
import type { Item, Line } from "./item.ts";
import { loadKnown } from "./queries-known.ts";

/** Says what would become of chunk after chunk, each seeing what those before it would have become; writes nothing. */
export function dryChunks(
  actor: Actor,
  wish: { publish: boolean; replace: boolean },
): (items: readonly Item[]) => Promise<Line[]> {
  const taken: Taken = { bytes: new Map(), reports: new Map() };
  return async (items) => {
    const ready = items.filter(isReady);
    const { known } = await transaction((tx) => loadKnown(tx, ready, actor, { batchId: null }));
    const planned = planAll(ready, known, wish, taken);
    const lines = new Map<Item, Line>(
      planned.map(({ item, plan }) => {
        if (plan.do === "store") return [item, { ...item.line, outcome: "stored" }];
        if (plan.do !== "answer") return [item, { ...item.line, outcome: "imported" }];
        const { do: _, ...answer } = plan;
        return [item, { ...item.line, ...answer, reportId: answer.reportId || null }];
      }),
    );
    return items.map((item) => lines.get(item) ?? item.line);
  };
}
