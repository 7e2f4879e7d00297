import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { StartRefusal } from "#lib/platform/embedded/account.ts";
import { commandOf, isAlive } from "#lib/platform/embedded/stale.ts";
import { ROOT } from "./options.ts";

const schema = z.object({
  pid: z.number(),
  address: z.string(),
  /** Process groups it started, so that the next start can end what a kill of everything else left. */
  groups: z.array(z.number()).default([]),
});

/** The lock of this folder, held. */
export interface Lock {
  /** A killed run had left it. */
  stale: boolean;
  /** Notes a process group that this run started. */
  note(group: number): void;
  release(): void;
}

function holder(file: string): z.infer<typeof schema> | undefined {
  try {
    return schema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return undefined;
  }
}

/** Ends what is left of a process group, but only processes that stand in this project's folder. */
function endOrphans(group: number): void {
  const { stdout } = spawnSync("ps", ["-eo", "pid=,pgid="], { encoding: "utf8" });
  const members = stdout
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number))
    .filter(([, pgid]) => pgid === group);
  for (const [pid = 0] of members) {
    try {
      if (readlinkSync(`/proc/${pid}/cwd`) === ROOT) process.kill(pid, "SIGTERM");
    } catch {
      // Gone meanwhile, or not ours to look at.
    }
  }
}

/** One start a folder: takes the lock or refuses; answers whether a killed run had left it. */
export function takeLock(data: string, address: string): Lock {
  mkdirSync(data, { recursive: true });
  const file = join(data, "run.json");
  let stale = false;
  for (;;) {
    try {
      const mine = { pid: process.pid, address, groups: [] as number[] };
      writeFileSync(file, JSON.stringify(mine), { flag: "wx" });
      return {
        stale,
        note(group) {
          mine.groups.push(group);
          writeFileSync(file, JSON.stringify(mine));
        },
        release: () => rmSync(file, { force: true }),
      };
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
      const other = holder(file);
      if (other && isAlive(other.pid) && commandOf(other.pid).includes("up/main.ts")) {
        throw new StartRefusal(
          `The portal already runs in this folder (process ${other.pid}, ${other.address}): stop that one first.`,
        );
      }
      stale = true;
      for (const group of other?.groups ?? []) endOrphans(group);
      rmSync(file, { force: true });
    }
  }
}
