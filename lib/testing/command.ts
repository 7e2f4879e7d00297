import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const NODE = join(ROOT, "node_modules/.bin/node");

/** How a run of the command line ended, and all it said. */
export interface Run {
  code: number | null;
  stdout: string;
  stderr: string;
}

interface Own {
  /** Beside the environment of the tests. */
  env?: Readonly<Record<string, string>>;
  /** What the command is fed. */
  stdin?: string;
  /** What is done with it as soon as it runs. */
  meanwhile?: (child: ChildProcess) => void;
}

/** Runs the real command line with these arguments and waits for its end. */
export function runCommand(args: readonly string[], own: Own = {}): Promise<Run> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, ...own.env };
    const child = spawn(NODE, ["scripts/gongkai.ts", ...args], { cwd: ROOT, env });
    const run: Run = { code: null, stdout: "", stderr: "" };
    child.stdout.on("data", (chunk: Buffer) => {
      run.stdout += chunk.toString();
    });
    child.stderr.on("data", (chunk: Buffer) => {
      run.stderr += chunk.toString();
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ ...run, code }));
    child.stdin.end(own.stdin ?? "");
    own.meanwhile?.(child);
  });
}
