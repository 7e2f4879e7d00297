import { spawnSync } from "node:child_process";
import { mkdirSync, openSync } from "node:fs";
import { join } from "node:path";
import { type Guarded, spawnGuarded } from "#lib/platform/embedded/guarded.ts";
import { freePort } from "#lib/platform/embedded/port.ts";
import { untilAnswers } from "./network.ts";
import { DATA, type Options } from "./options.ts";
import type { Service } from "./supervise.ts";

/** Which engine searches, in one line, and how it is reached (nothing where PostgreSQL does it). */
export interface SearchChoice {
  line: string;
  url?: string;
  key?: string;
  /** Our own server, where we started one. */
  own?: { service: Service; program: Guarded };
}

const FIRST = [1, 43, 1] as const;
const SELF = "PostgreSQL's own engine searches";

/** Whether a Meilisearch of this version is free of the holes published for older ones. */
export function isNewEnough(version: string): boolean {
  const parts = version.split(".").map(Number);
  const at = FIRST.findIndex((wanted, index) => parts[index] !== wanted);
  return at === -1 || (parts[at] ?? 0) > (FIRST[at] ?? 0);
}

function installedVersion(): string | undefined {
  const { status, stdout } = spawnSync("meilisearch", ["--version"], { encoding: "utf8" });
  return status === 0 ? /\d+\.\d+\.\d+/.exec(stdout)?.[0] : undefined;
}

function launch(address: string, key: string): Guarded {
  const folder = join(DATA, "meilisearch");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const places = ["--db-path", join(folder, "data"), "--dump-dir", join(folder, "dumps")];
  return spawnGuarded({
    command: "meilisearch",
    args: ["--http-addr", address, "--no-analytics", "--env", "production", ...places],
    signal: "TERM",
    cwd: folder,
    env: { ...process.env, MEILI_MASTER_KEY: key },
    output: openSync(join(DATA, "logs/meilisearch.log"), "w", 0o600),
  });
}

async function own(version: string, key: string): Promise<SearchChoice> {
  const address = `127.0.0.1:${await freePort()}`;
  const program = launch(address, key);
  let ended = false;
  program.exited.then(() => {
    ended = true;
  });
  const url = `http://${address}`;
  if (await untilAnswers(`${url}/health`, 60_000, () => ended)) {
    const service = { name: "search", start: () => launch(address, key) };
    const line = `Meilisearch ${version} searches, on ${address}`;
    return { line, url, key, own: { service, program } };
  }
  await program.stop();
  return { line: `meilisearch did not start (see .data/logs/meilisearch.log): ${SELF}` };
}

/** Picks the engine: MEILI_URL, else a `meilisearch` on the PATH, else PostgreSQL. */
export async function chooseSearch(options: Options, secret: string): Promise<SearchChoice> {
  if (options.MEILI_URL !== undefined) {
    const found = await untilAnswers(`${options.MEILI_URL}/health`, 3_000, () => false);
    const until = found ? "" : `; it does not answer yet, and until it does ${SELF}`;
    const key = options.MEILI_KEY === undefined ? {} : { key: options.MEILI_KEY };
    return {
      line: `Meilisearch at ${options.MEILI_URL} searches${until}`,
      url: options.MEILI_URL,
      ...key,
    };
  }
  const version = installedVersion();
  if (version === undefined) return { line: `${SELF} (no meilisearch on the PATH)` };
  if (!isNewEnough(version)) {
    return { line: `${SELF} (meilisearch ${version} is older than ${FIRST.join(".")})` };
  }
  return own(version, options.MEILI_KEY ?? secret);
}
