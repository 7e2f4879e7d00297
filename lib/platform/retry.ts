import { setTimeout as wait } from "node:timers/promises";

/** serialization_failure and deadlock_detected: the database asks to be asked again. */
const AGAIN = new Set(["40001", "40P01"]);

function codesOf(error: unknown, depth = 0): string[] {
  if (typeof error !== "object" || error === null || depth > 5) return [];
  const own = ["code", "originalCode", "kind"].flatMap((name) => {
    const value: unknown = Reflect.get(error, name);
    return typeof value === "string" ? [value] : [];
  });
  const inner = ["cause", "meta", "driverAdapterError"].flatMap((name) =>
    codesOf(Reflect.get(error, name), depth + 1),
  );
  return [...own, ...inner];
}

/** Whether a failed transaction may simply be run again (a deadlock or a serialization failure). */
export function isRetryable(error: unknown): boolean {
  return codesOf(error).some(
    (code) => AGAIN.has(code) || code === "P2034" || code === "TransactionWriteConflict",
  );
}

/** Runs a transaction again, up to four times more and ever later, where the database asked for it. */
export async function retrying<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run();
    } catch (error) {
      if (attempt >= 5 || !isRetryable(error)) throw error;
      await wait(10 * 2 ** attempt + (process.pid % 10) * attempt);
    }
  }
}
