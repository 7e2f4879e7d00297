/** The TypeScript half of `npm start`: database, search, data, build, servers; stops with all it started. */
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { StartRefusal } from "#lib/platform/embedded/account.ts";
import { reachedAt } from "#lib/platform/env.ts";
import { step } from "#scripts/steps.mjs";
import { build, generateClient, isBuilt } from "./build.ts";
import { loadData, printWelcome } from "./data.ts";
import { prepareDatabase } from "./database.ts";
import { takeLock } from "./lock.ts";
import { requirePort, untilAnswers } from "./network.ts";
import { DATA, type Options, ROOT, readOptions, type Variables } from "./options.ts";
import { chooseSearch } from "./search.ts";
import { keepSecrets, writePrivate } from "./secrets.ts";
import { lastWords, portalServices } from "./services.ts";
import { Supervisor } from "./supervise.ts";

const supervisor = new Supervisor();
const ENV_FILE = join(DATA, "env.json");

function settings(options: Options, found: Record<string, string | undefined>) {
  const { SITE_URL, HOST, PORT } = options;
  const all = { ...found, SITE_URL, HOST, PORT: String(PORT) };
  const set = Object.entries(all).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return Object.fromEntries(set);
}

async function prepare(options: Options) {
  const secrets = keepSecrets(join(DATA, "secrets.json"));
  await step("Database client", generateClient);
  const database = await prepareDatabase(options, secrets, supervisor);
  const search = await step("Search engine", () => chooseSearch(options, secrets.meili));
  console.log(`  ${search.line}.`);
  if (search.own) supervisor.keep(search.own.service, search.own.program);
  const env = settings(options, {
    DATABASE_URL: database.url,
    AUTH_SECRET: options.AUTH_SECRET ?? secrets.auth,
    MEILI_URL: search.url,
    MEILI_KEY: search.key,
    GONGKAI_DEMO: (options.GONGKAI_DEMO ?? database.cluster !== undefined) ? "1" : undefined,
  });
  writePrivate(ENV_FILE, env);
  const all = {
    ...process.env,
    ...env,
    NEXTAUTH_URL: env.SITE_URL,
    NEXTAUTH_SECRET: env.AUTH_SECRET,
  };
  const data = env.GONGKAI_DEMO ? "Regions and demo data" : "Regions";
  await step(data, (report) => loadData(all, report));
  if (!options.dev && !isBuilt()) await step("Build", () => build(all));
  return { env, all };
}

async function serve(options: Options, env: Variables): Promise<void> {
  for (const service of portalServices(options, env)) supervisor.keep(service);
  let failed: string | undefined;
  supervisor.failed.then((name) => {
    failed = name;
  });
  const ready = await untilAnswers(
    `${reachedAt(options.HOST, options.PORT)}/api/ready`,
    options.dev ? 180_000 : 60_000,
    () => failed !== undefined,
  );
  if (!ready) {
    throw new StartRefusal(
      `The portal did not become ready (see .data/logs):\n${lastWords(failed ?? "web")}\n${lastWords("worker")}`.trim(),
    );
  }
}

function stopOnRequest(end: (code: number) => void): void {
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => end(0));
  if (process.stdout.isTTY) process.on("SIGHUP", () => end(0));
  process.on("disconnect", () => end(0));
}

function explain(error: unknown): string {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  if (/ENOSPC|no space left on device/i.test(text)) {
    return "The disk is full: make room and start again.";
  }
  return error instanceof StartRefusal ? error.message : text;
}

async function run(release: { current: () => void }): Promise<void> {
  const options = readOptions(process.env, process.argv.slice(2));
  const lock = takeLock(DATA, reachedAt(options.HOST, options.PORT));
  release.current = () => {
    rmSync(ENV_FILE, { force: true });
    lock.release();
  };
  supervisor.tell(lock.note);
  mkdirSync(join(DATA, "logs"), { recursive: true });
  await requirePort(options.PORT, options.HOST, lock.stale ? 20_000 : 0);
  const { env, all } = await prepare(options);
  await step("Web server and worker", () => serve(options, all));
  await printWelcome(env);
  const name = await supervisor.failed;
  throw new StartRefusal(
    `${name} ended five times within a minute, so the portal stops (see .data/logs):\n${lastWords(name)}`,
  );
}

let ending = false;
const release: { current: () => void } = { current: () => undefined };

async function end(code: number): Promise<void> {
  if (ending) return;
  ending = true;
  if (code === 0) console.log("\nStopping …");
  await supervisor.stop();
  release.current();
  process.exit(code);
}

process.chdir(ROOT);
stopOnRequest((code) => void end(code));
try {
  await run(release);
} catch (error) {
  if (!ending) console.error(explain(error));
  await end(1);
}
