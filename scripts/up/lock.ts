import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { StartRefusal } from "#lib/platform/embedded/account.ts";
import { commandOf, isAlive } from "#lib/platform/embedded/stale.ts";

const schema = z.object({ pid: z.number(), address: z.string() });

function holder(file: string): z.infer<typeof schema> | undefined {
  try {
    return schema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return undefined;
  }
}

/** One start a folder: takes the lock or refuses; answers whether a killed run had left it. */
export function takeLock(data: string, address: string): { stale: boolean; release(): void } {
  mkdirSync(data, { recursive: true });
  const file = join(data, "run.json");
  let stale = false;
  for (;;) {
    try {
      writeFileSync(file, JSON.stringify({ pid: process.pid, address }), { flag: "wx" });
      return { stale, release: () => rmSync(file, { force: true }) };
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
      const other = holder(file);
      if (other && isAlive(other.pid) && commandOf(other.pid).includes("up/main.ts")) {
        throw new StartRefusal(
          `The portal already runs in this folder (process ${other.pid}, ${other.address}): stop that one first.`,
        );
      }
      stale = true;
      rmSync(file, { force: true });
    }
  }
}
