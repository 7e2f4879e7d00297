import { db } from "#lib/platform/db.ts";

/** A worker says that it runs. */
export async function beat(now: Date): Promise<void> {
  const key = "worker.heartbeat";
  const value = { pid: process.pid };
  await db().setting.upsert({
    where: { key },
    create: { key, value, updatedAt: now },
    update: { value, updatedAt: now },
  });
}
