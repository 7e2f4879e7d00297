import type { Command } from "commander";
import { parseStartEnv } from "#lib/platform/env.ts";
import type { SearchEngine } from "#lib/search/engine.ts";
import { meilisearchEngine } from "#lib/search/engines/meilisearch.ts";
import { postgresEngine } from "#lib/search/engines/postgres.ts";
import { measureRelevance, type Relevance } from "#lib/search/testing/relevance.ts";
import { withOwnDatabase } from "#lib/testing/own-database.ts";
import { type Language, pick, withLanguage } from "./language.ts";

/** What the golden set must reach. */
const FLOORS = { success1: 0.95, success3: 0.99 } as const;
/** An index beside the one in use. */
const INDEX = "relevance";

/** Adds `bench relevance`. */
export function registerBench(bench: Command, language: Language): void {
  const say = (zh: string, en: string) => pick({ zh, en }, language);
  const command = bench
    .command("relevance")
    .description(
      say(
        "用标准检索集检验检索结果是否正确（PostgreSQL；设置了 MEILI_URL 时也检验 Meilisearch）",
        "whether searches answer what was written down for them (PostgreSQL, and Meilisearch where MEILI_URL is set)",
      ),
    )
    .option("--json", say("输出一行 JSON", "one line of JSON"));
  withLanguage(command, language).action(({ json }: { json?: true }) =>
    run(language, json === true),
  );
}

async function run(language: Language, isJson: boolean): Promise<void> {
  const { MEILI_URL: url, MEILI_KEY: key } = parseStartEnv(process.env);
  const results: Record<string, Relevance> = {};
  await withOwnDatabase(async () => {
    const engines: SearchEngine[] = [postgresEngine()];
    if (url !== undefined) engines.push(meilisearchEngine({ url, key, index: INDEX }));
    for (const engine of engines) results[engine.name] = await measureRelevance(engine);
  });
  if (isJson) process.stdout.write(`${JSON.stringify(results)}\n`);
  else for (const [name, result] of Object.entries(results)) print(name, result, language);
  const isLow = Object.values(results).some(
    ({ success1, success3 }) => success1 < FLOORS.success1 || success3 < FLOORS.success3,
  );
  if (isLow) process.exitCode = 1;
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

function print(name: string, result: Relevance, language: Language): void {
  const say = (zh: string, en: string) => pick({ zh, en }, language);
  const lines = [
    `${name}: ${say(`${result.queries} 条检索`, `${result.queries} queries`)}`,
    `  ${say("首条正确", "first answer right")}  ${percent(result.success1)}  (≥ ${percent(FLOORS.success1)})`,
    `  ${say("前三条正确", "right in the first three")}  ${percent(result.success3)}  (≥ ${percent(FLOORS.success3)})`,
    `  ${say("结果完全一致", "exactly the reports expected")}  ${percent(result.exact)}`,
    `  ${say("应有而无结果", "nothing found though expected")}  ${percent(result.zeroResults)}`,
    ...result.misses.map(({ q, found }) => `  ✗ ${q} → ${found.join(" ") || "–"}`),
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
}
