import { execFile } from "node:child_process";
import {
  chownSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";
import pg from "pg";
import { type Account, databaseAccount, refuseClosedFolders, StartRefusal } from "./account.ts";
import { databasePrograms } from "./binaries.ts";
import { type Guarded, spawnGuarded } from "./guarded.ts";
import { clearStale } from "./stale.ts";

/** Where a cluster lives and how it is reached. */
export interface ClusterOptions {
  /** Its data folder (made and initialised when it is not there). */
  folder: string;
  port: number;
  password: string;
  logFile: string;
  /** Server settings beyond the defaults, such as { fsync: "off" }. */
  settings?: Record<string, string>;
}

/** A running PostgreSQL of our own. */
export interface Cluster {
  program: Guarded;
  /** The address of one of its databases. */
  url(database: string): string;
  /** Starts it once more where it was, after it fell; it is ready some moments later. */
  relaunch(): Guarded;
}

function own(path: string, account: Account | undefined): void {
  if (account !== undefined) chownSync(path, account.uid, account.gid);
}

async function initialise(options: ClusterOptions, account: Account | undefined): Promise<void> {
  const { folder } = options;
  if (existsSync(join(folder, "PG_VERSION"))) return;
  const secret = `${folder}.password`;
  writeFileSync(secret, `${options.password}\n`, { mode: 0o600 });
  own(secret, account);
  const locale = ["--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  const access = ["--username=postgres", "--auth=scram-sha-256", `--pwfile=${secret}`];
  try {
    await promisify(execFile)(
      join(databasePrograms(), "initdb"),
      [`--pgdata=${folder}`, "--no-locale", ...locale, ...access],
      { cwd: folder, env: { ...process.env, LC_ALL: "C" }, ...(account ?? {}) },
    );
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    const said = error instanceof Error && "stderr" in error ? String(error.stderr) : String(error);
    throw new StartRefusal(`The database could not be set up in ${folder}: ${lastLine(said)}`);
  } finally {
    rmSync(secret, { force: true });
  }
}

function lastLine(text: string): string {
  const lines = text.trim().split("\n");
  return lines.findLast((line) => /FATAL|PANIC|error/i.test(line)) ?? lines.at(-1) ?? "";
}

function launch(options: ClusterOptions, account: Account | undefined): Guarded {
  const settings = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    timezone: "UTC",
    log_timezone: "UTC",
    ...options.settings,
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  return spawnGuarded({
    command: join(databasePrograms(), "postgres"),
    args: ["-D", options.folder, "-p", String(options.port), ...flags],
    signal: "INT",
    cwd: options.folder,
    env: { ...process.env, LC_ALL: "C" },
    account,
    output: openSync(options.logFile, "w", 0o600),
  });
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function untilReady(program: Guarded, url: string, logFile: string): Promise<boolean> {
  let ended = false;
  program.exited.then(() => {
    ended = true;
  });
  for (const start = Date.now(); Date.now() - start < 120_000 && !ended; await wait(40)) {
    if (await answers(url)) return true;
  }
  if (!ended) await program.stop();
  const said = readFileSync(logFile, "utf8");
  // Back ends of a killed server still hold its memory for a moment: worth another try.
  if (/pre-existing shared memory block|lock file "postmaster.pid" already exists/.test(said)) {
    return false;
  }
  throw new StartRefusal(`The database did not start: ${lastLine(said)}`);
}

/** Starts the PostgreSQL of a folder, after clearing what a killed run left there. */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const account = databaseAccount();
  mkdirSync(options.folder, { recursive: true, mode: 0o700 });
  own(options.folder, account);
  refuseClosedFolders([options.folder, databasePrograms()], account);
  mkdirSync(dirname(options.logFile), { recursive: true });
  await initialise(options, account);
  const url = (database: string) =>
    `postgresql://postgres:${encodeURIComponent(options.password)}@127.0.0.1:${options.port}/${database}`;
  for (let attempt = 0; attempt < 10; attempt += 1) {
    await clearStale(options.folder);
    const program = launch(options, account);
    if (await untilReady(program, url("postgres"), options.logFile)) {
      return { program, url, relaunch: () => launch(options, account) };
    }
    await wait(1_000);
  }
  throw new StartRefusal(`Another PostgreSQL still runs in ${options.folder}: stop it first.`);
}
