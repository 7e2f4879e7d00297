import { randomBytes } from "node:crypto";
import { type Command, InvalidArgumentError } from "commander";
import { now as clock } from "#lib/platform/clock.ts";
import { parseStartEnv } from "#lib/platform/env.ts";
import { meilisearchEngine } from "#lib/search/engines/meilisearch.ts";
import { postgresEngine } from "#lib/search/engines/postgres.ts";
import { searchReports } from "#lib/search/search.ts";
import { withOwnDatabase } from "#lib/testing/own-database.ts";
import { loadDemo } from "#prisma/seed/load.ts";
import type { Contender } from "./bench-search-contender.ts";
import {
  dropIndexes,
  engineContender,
  likeContender,
  postgresBytes,
} from "./bench-search-engines.ts";
import { measure, type Result } from "./bench-search-measure.ts";
import { miniSearchContender } from "./bench-search-minisearch.ts";
import { printResults } from "./bench-search-print.ts";
import { type BenchQuery, benchQueries } from "./bench-search-queries.ts";
import { type Language, pick, withLanguage } from "./language.ts";

interface Options {
  reports: number;
  seconds: number;
  json?: true;
}

const MOST = 150_000;
const FREQUENT_WORDS = 100;
/** No statement of the portal's own engine may take longer, whatever the word. */
const LIMIT_MS = 1000;
const INDEX = "bench-search";

/** Adds `bench search`. */
export function registerBench(bench: Command, language: Language): void {
  const say = (zh: string, en: string) => pick({ zh, en }, language);
  const command = bench
    .command("search")
    .usage(say("[选项]", "[options]"))
    .description(
      say(
        "在自建的库上比较各检索方式的快慢与大小（PostgreSQL；设置了 MEILI_URL 时还有 Meilisearch）",
        "compare ways of searching in a database of its own (PostgreSQL, and Meilisearch where MEILI_URL is set)",
      ),
    )
    .option(
      "--reports <N>",
      say(`年报份数，最多 ${MOST}`, `how many reports, at most ${MOST}`),
      wholeNumber(MOST),
      2_000,
    )
    .option(
      "--seconds <N>",
      say("每项测量的秒数", "seconds for each measurement"),
      wholeNumber(600),
      10,
    )
    .option("--json", say("输出一行 JSON", "one line of JSON"));
  withLanguage(command, language).action((options: Options) => run(options, language));
}

const wholeNumber = (most: number) => (text: string) => {
  const number = Number(text);
  if (!/^\d+$/u.test(text) || number < 1 || number > most)
    throw new InvalidArgumentError(`1 … ${most}`);
  return number;
};

async function run({ reports, seconds, json }: Options, language: Language): Promise<void> {
  const { MEILI_URL: url, MEILI_KEY: key } = parseStartEnv(process.env);
  const isWhole = await untilInterrupted(async (database) => {
    // Nothing here may reach the database or the index that is in use.
    delete process.env.MEILI_URL;
    process.env.DATABASE_URL = database;
    process.env.AUTH_SECRET ??= randomBytes(32).toString("hex");
    const now = clock();
    const tell = teller(language);
    await fill(reports, now, tell);
    const queries = await benchQueries(now, FREQUENT_WORDS);
    const results: Result[] = [];
    const compete = async (name: string, make: () => Promise<Contender>) => {
      tell(name);
      results.push(await outcome(name, make, queries, seconds * 1000));
    };
    const progress = (name: string) => (done: number, total: number) => tell(name, done, total);
    const engine = postgresEngine();
    await compete("postgres", async () =>
      engineContender(engine, now, postgresBytes, progress("postgres")),
    );
    const page = await slowestPage(queries, now);
    if (url === undefined) results.push({ name: "meilisearch", skipped: "MEILI_URL" });
    else
      await compete("meilisearch", async () => {
        const meilisearch = meilisearchEngine({ url, key, index: INDEX });
        return engineContender(
          meilisearch,
          now,
          async () => null,
          progress("meilisearch"),
          () => dropIndexes(url, key, INDEX),
        );
      });
    await compete("ILIKE", () => likeContender(database, "none"));
    await compete("pg_trgm", () => likeContender(database, "pg_trgm"));
    await compete("MiniSearch", async () => miniSearchContender(now, progress("MiniSearch")));
    tell(null);
    const facts = { reports, queries: queries.length, results, page };
    if (json) process.stdout.write(`${JSON.stringify(facts)}\n`);
    else printResults(facts, language);
    if (isTooSlow(results)) process.exitCode = 1;
  });
  if (isWhole) return;
  if (url !== undefined) await dropIndexes(url, key, INDEX);
  process.exit(INTERRUPTED);
}

/** What a shell reads as ended by Ctrl-C. */
const INTERRUPTED = 130;

/** Runs on a database of its own, which is dropped also where somebody presses Ctrl-C; answers whether it ran to its end. */
async function untilInterrupted(run: (url: string) => Promise<void>): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<false>();
  const stop = () => resolve(false);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, stop);
  return withOwnDatabase((url) => Promise.race([run(url).then(() => true), promise]));
}

async function fill(reports: number, now: Date, tell: Tell): Promise<void> {
  const onProgress = ({
    stage,
    done,
    total,
  }: {
    stage: string;
    done: number;
    total: number | null;
  }) => tell(stage, done, total ?? 0);
  const loaded = await loadDemo({ isDemo: true, reports, now, onProgress });
  if (!loaded.ok) throw new Error(loaded.refusal.code);
}

async function outcome(
  name: string,
  make: () => Promise<Contender>,
  queries: readonly BenchQuery[],
  span: number,
): Promise<Result> {
  try {
    const contender = await make();
    try {
      const built = await contender.build();
      const { remark } = contender;
      return { name, remark, ...built, ...(await measure(contender, queries, span)) };
    } finally {
      await contender.close();
    }
  } catch (error) {
    return { name, skipped: error instanceof Error ? error.message : String(error) };
  }
}

/** The slowest of the whole searches, from the parameters of an address to passages and facets. */
async function slowestPage(queries: readonly BenchQuery[], now: Date) {
  let slowest = { name: "", ms: 0 };
  for (const { given, name } of queries) {
    if (given === null) continue;
    const begun = performance.now();
    await searchReports(given, now);
    const ms = performance.now() - begun;
    if (ms > slowest.ms) slowest = { name, ms };
  }
  return slowest;
}

function isTooSlow(results: readonly Result[]): boolean {
  const own = results.find(({ name }) => name === "postgres");
  if (!own || "skipped" in own) return true;
  return (own.slowest?.ms ?? 0) > LIMIT_MS;
}

type Tell = (what: string | null, done?: number, total?: number) => void;

/** What is going on, on standard error, where a person looks at it. */
function teller(language: Language): Tell {
  const STAGES: Readonly<Record<string, { zh: string; en: string }>> = {
    reports: { zh: "装入年报", en: "loading reports" },
    histories: { zh: "经过", en: "histories" },
    index: { zh: "索引", en: "index" },
  };
  return (what, done, total) => {
    if (!process.stderr.isTTY) return;
    const words = what === null ? "" : pick(STAGES[what] ?? { zh: what, en: what }, language);
    const count = done === undefined ? "" : ` ${done}${total ? ` / ${total}` : ""}`;
    process.stderr.write(`\r\x1b[K${words}${count}`);
  };
}
