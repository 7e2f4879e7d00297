import { execFileSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

/** Whether a process of this number lives (one we may not signal counts). */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** The command line of a process, "" where there is none. */
export function commandOf(pid: number): string {
  try {
    return execFileSync("ps", ["-ww", "-o", "args=", "-p", String(pid)], { encoding: "utf8" });
  } catch {
    return "";
  }
}

async function gone(pid: number, milliseconds: number): Promise<boolean> {
  for (let waited = 0; waited < milliseconds; waited += 50) {
    if (!isAlive(pid)) return true;
    await wait(50);
  }
  return !isAlive(pid);
}

function postmasterOf(folder: string): number | undefined {
  try {
    const [first = ""] = readFileSync(join(folder, "postmaster.pid"), "utf8").split("\n");
    return Number.isInteger(Number(first)) && Number(first) > 1 ? Number(first) : undefined;
  } catch {
    return undefined;
  }
}

/** Stops a database server that an earlier run left behind in this folder, and removes a stale lock. */
export async function clearStale(folder: string): Promise<void> {
  const pid = postmasterOf(folder);
  if (pid === undefined) return;
  if (isAlive(pid) && commandOf(pid).includes(folder)) {
    process.kill(pid, "SIGINT");
    if (!(await gone(pid, 20_000))) {
      process.kill(pid, "SIGQUIT");
      await gone(pid, 10_000);
    }
  }
  rmSync(join(folder, "postmaster.pid"), { force: true });
}
