#!/usr/bin/env node
/**
 * `npm start`: from a fresh clone to a running portal. Runs under any Node from 20 with nothing
 * installed; installs what is missing and hands over to scripts/up/main.ts under the project's Node.
 */
import { spawn } from "node:child_process";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { step } from "#scripts/steps.mjs";
import { install, isInstalled, ownNode, Refusal, requireSpace, requireTools } from "./install.mjs";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");

async function prepare() {
  requireTools();
  if (isInstalled(root)) return requireSpace(root, 200);
  requireSpace(root, 1_500);
  await step("Packages (npm ci)", (report) => install(root, report));
}

/** The supervisor is a child with a line to us: when we are killed, it notices and stops everything. */
function handOver() {
  const child = spawn(ownNode(root), [join(root, "scripts/up/main.ts"), ...process.argv.slice(2)], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill("SIGTERM"));
  if (process.stdout.isTTY) process.on("SIGHUP", () => child.kill("SIGTERM"));
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event !== undefined) {
    setInterval(() => process.ppid !== parent && child.kill("SIGTERM"), 1_000).unref();
  }
  child.once("exit", (code, signal) => {
    if (signal !== null) console.error(`The portal was stopped by ${signal}.`);
    process.exit(code ?? 1);
  });
}

try {
  await prepare();
  handOver();
} catch (error) {
  console.error(error instanceof Refusal ? error.message : error);
  process.exit(1);
}
