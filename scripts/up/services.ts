import { existsSync, openSync, readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { spawnGuarded } from "#lib/platform/embedded/guarded.ts";
import { DATA, type Options, ROOT, type Variables } from "./options.ts";
import type { Service } from "./supervise.ts";

const NEXT = join(ROOT, "node_modules/next/dist/bin/next");

/** The end of a service's log, for the person at the terminal. */
export function lastWords(name: string): string {
  const file = join(DATA, `logs/${name}.log`);
  if (!existsSync(file)) return "";
  return readFileSync(file, "utf8").trim().split("\n").slice(-12).join("\n");
}

function rotate(name: string): void {
  const file = join(DATA, `logs/${name}.log`);
  if (existsSync(file)) renameSync(file, `${file}.1`);
}

function service(name: string, args: string[], env: Variables, visible: boolean): Service {
  rotate(name);
  return {
    name,
    start: () =>
      spawnGuarded({
        command: process.execPath,
        args,
        signal: "TERM",
        cwd: ROOT,
        env,
        output: visible ? "inherit" : openSync(join(DATA, `logs/${name}.log`), "a", 0o600),
      }),
  };
}

/** The web server and the worker, as they are started (and started again). */
export function portalServices(options: Options, env: Variables): Service[] {
  const NODE_ENV = options.dev ? "development" : "production";
  const mode = { ...env, NODE_ENV, NEXT_TELEMETRY_DISABLED: "1" };
  const listen = ["-H", options.HOST, "-p", String(options.PORT)];
  return [
    service("web", [NEXT, options.dev ? "dev" : "start", ...listen], mode, options.dev),
    service("worker", [join(ROOT, "scripts/worker.ts")], mode, options.dev),
  ];
}
