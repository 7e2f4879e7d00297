#!/usr/bin/env node
/**
 * `npm test`: everything, on a fresh clone too. Stops at the first failure with one sentence; the
 * last line is always the sum of the tests that ran.
 */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { step } from "#scripts/steps.mjs";
import { browserOrHint } from "./browser.mjs";
import { install, isInstalled, ownNode, Refusal, requireSpace, requireTools } from "./install.mjs";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const results = join(root, ".data/test-results");
const counts = { passed: 0, failed: 0, skipped: 0 };
const bin = (name) => join(root, "node_modules/.bin", name);

/** What the build sees: well-formed, and of no use, so that a page which reads data while building fails. */
const BUILD_ENV = {
  NODE_ENV: "production",
  NEXT_TELEMETRY_DISABLED: "1",
  DATABASE_URL: "postgresql://nobody@127.0.0.1:1/none",
  AUTH_SECRET: "only for the build of the tests, of some length",
};

function run(command, args, env = {}) {
  return new Promise((resolve_, reject) => {
    const PATH = `${join(root, "node_modules/.bin")}:${process.env.PATH}`;
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env, PATH, PRISMA_SCHEMA_ENGINE_BINARY: "/bin/true" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => {
        said += text;
      });
    }
    child.once("error", reject);
    child.once("close", (code) => (code === 0 ? resolve_(said) : reject(new Error(said.trim()))));
  });
}

function resultOf(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}

async function vitest(project) {
  const file = join(results, `${project}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  try {
    await run(ownNode(root), [bin("vitest"), "run", "--project", project, ...reporters]);
  } finally {
    const found = resultOf(file);
    counts.passed += found?.numPassedTests ?? 0;
    counts.failed += found?.numFailedTests ?? 0;
    counts.skipped += (found?.numPendingTests ?? 0) + (found?.numTodoTests ?? 0);
  }
  if (!resultOf(file)?.numPassedTests) throw new Error("no test ran");
}

async function playwright(report) {
  const browser = await browserOrHint();
  if (browser.path === undefined) {
    if (process.env.CI === "true") throw new Error(browser.hint);
    report("skipped");
    return browser.hint;
  }
  const file = join(results, "e2e.json");
  const env = { PLAYWRIGHT_CHROMIUM: browser.path, PLAYWRIGHT_JSON_OUTPUT_FILE: file };
  try {
    await run(ownNode(root), [bin("playwright"), "test", "--reporter=list,json"], env);
  } finally {
    const { expected = 0, flaky = 0, unexpected = 0, skipped = 0 } = resultOf(file)?.stats ?? {};
    counts.passed += expected + flaky;
    counts.failed += unexpected;
    counts.skipped += skipped;
  }
  if (!resultOf(file)?.stats?.expected) throw new Error("no browser test ran");
  return undefined;
}

const STEPS = [
  ["Types", () => run(ownNode(root), [bin("tsc"), "-p", "."])],
  ["Lint", () => run(bin("biome"), ["check", "."])],
  ["Imports", () => run("npm", ["run", "-s", "imports"])],
  ["Unused", () => run(ownNode(root), [bin("knip")])],
  ["Unit tests", () => vitest("unit")],
  ["Database tests", () => vitest("db")],
  ["Build", () => run(ownNode(root), [bin("next"), "build"], BUILD_ENV)],
];

async function prepare() {
  requireTools();
  if (!isInstalled(root)) {
    requireSpace(root, 1_500);
    await step("Packages (npm ci)", (report) => install(root, report));
  }
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  await step("Database client", () => run(ownNode(root), [bin("prisma"), "generate"]));
  // Next declares its own types here; a fresh clone has none before its first build.
  await step("Route types", () => run(ownNode(root), [bin("next"), "typegen"], BUILD_ENV));
}

async function all() {
  await prepare();
  for (const [name, work] of STEPS) {
    await step(name, work).catch((error) => {
      throw Object.assign(error, { step: name });
    });
  }
  const hint = await step("Browser tests", playwright).catch((error) => {
    throw Object.assign(error, { step: "Browser tests" });
  });
  if (hint) console.log(hint);
}

try {
  await all();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  if (!(error instanceof Refusal))
    console.error(`\n${error.step ?? "The preparation"} failed; see above.`);
  process.exitCode = 1;
}
const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : "";
console.log(`${counts.passed} passed, ${counts.failed} failed${skipped}`);
