import { z } from "zod";
import { db, type Tx } from "#lib/platform/db.ts";

/** How far the demonstration has been loaded: written with each step, so that a crash costs one step. */
const stateSchema = z.strictObject({
  seed: z.string(),
  /** Families whose reports are all in, and the number of those reports. */
  families: z.int(),
  reports: z.int(),
  /** Families whose corrections, explanations and withdrawals are done. */
  relived: z.int(),
  /** Drafts that were put on a desk: what people did with them since is theirs. */
  desks: z.array(z.string()),
  /** Reports there were at the end of the last run; null while one is under way. */
  loaded: z.int().nullable(),
});
export type DemoState = z.infer<typeof stateSchema>;

const KEY = "demo";

/** The state of the demonstration in this database; null where it has none. */
export async function demoState(): Promise<DemoState | null> {
  const setting = await db().setting.findUnique({ where: { key: KEY } });
  return setting && stateSchema.parse(setting.value);
}

/** Notes the state; its being there marks the database as one for demonstration. */
export async function noteState(tx: Tx, state: DemoState, now: Date): Promise<void> {
  await tx.setting.upsert({
    where: { key: KEY },
    create: { key: KEY, value: state, updatedAt: now },
    update: { value: state, updatedAt: now },
  });
}

/** The state before anything is loaded. */
export function firstState(seed: string): DemoState {
  return { seed, families: 0, reports: 0, relived: 0, desks: [], loaded: null };
}
