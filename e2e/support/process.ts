import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream, mkdirSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "../..");
const NODE = join(ROOT, "node_modules/.bin/node");
const LOGS = join(ROOT, "test-results/logs");

/** Starts a process of the portal; what it says goes to test-results/logs. */
export function start(name: string, args: string[], env: NodeJS.ProcessEnv): ChildProcess {
  mkdirSync(LOGS, { recursive: true });
  const log = createWriteStream(join(LOGS, `${name}.log`));
  const child = spawn(NODE, args, { cwd: ROOT, env, stdio: ["ignore", "pipe", "pipe"] });
  child.stdout?.pipe(log);
  child.stderr?.pipe(log);
  return child;
}

/** Starts the web server of the build on this port. */
export function startWeb(name: string, port: number, env: NodeJS.ProcessEnv): ChildProcess {
  const next = join(ROOT, "node_modules/next/dist/bin/next");
  return start(name, [next, "start", "-H", "127.0.0.1", "-p", String(port)], env);
}

/** Ends a process, by force where it does not go within eight seconds. */
export function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
    setTimeout(() => child.kill("SIGKILL"), 8000).unref();
  });
}

/** Waits until an address answers well. */
export async function untilReady(address: string): Promise<void> {
  const end = Date.now() + 60_000;
  while (Date.now() < end) {
    const answer = await fetch(address).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resume) => setTimeout(resume, 300));
  }
  throw new Error(`${address} did not become ready within a minute; see test-results/logs`);
}
