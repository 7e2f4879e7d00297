import type { Command } from "commander";
import { now } from "#lib/platform/clock.ts";
import { EngineFailure } from "#lib/search/engine.ts";
import { recorded } from "#lib/search/run.ts";
import { rebuildIndexes, reconcile } from "#lib/search/sync.ts";
import { type Language, languageOf, pick, withLanguage } from "./language.ts";
import { withDatabase } from "./with-database.ts";

interface Options {
  rebuild?: true;
  json?: true;
}

/** Adds `reindex` to the program. */
export function register(program: Command): void {
  const language = languageOf(process.argv);
  const say = (zh: string, en: string) => pick({ zh, en }, language);
  const command = program
    .command("reindex")
    .description(
      say(
        "核对检索索引与数据库，修复不一致之处",
        "compare the search indexes with the database and repair what differs",
      ),
    )
    .option(
      "--rebuild",
      say("另建新索引，建成后整体替换", "fill a new index and swap it in when it is whole"),
    )
    .option("--json", say("输出一行 JSON", "one line of JSON"));
  withLanguage(command, language).action((options: Options) =>
    withDatabase(language, () => reindex(options, language)),
  );
}

/** A counter on standard error that rewrites its line, where a person looks at it. */
function showProgress(done: number, total: number): void {
  if (process.stderr.isTTY)
    process.stderr.write(`\r${done} / ${total}${done === total ? "\n" : ""}`);
}

async function reindex({ rebuild, json }: Options, language: Language): Promise<void> {
  const begun = performance.now();
  const write = (facts: object, words: string) =>
    process.stdout.write(`${json ? JSON.stringify({ ok: true, ...facts }) : words}\n`);
  const seconds = () => Math.round((performance.now() - begun) / 100) / 10;
  try {
    if (rebuild) {
      const run = await recorded("rebuild", undefined, now, async (onProgress) => ({
        documents: await rebuildIndexes(now(), (done, total) => {
          onProgress(done, total);
          showProgress(done, total);
        }),
      }));
      if (run === null) return void refuse(language);
      const { documents } = run;
      const zh = `已重建：${documents} 份年报，用时 ${seconds()} 秒`;
      const en = `Rebuilt: ${documents} reports in ${seconds()} s`;
      return void write({ documents, seconds: seconds() }, pick({ zh, en }, language));
    }
    const run = await recorded("reconcile", undefined, now, async () => ({
      repaired: await reconcile(now()),
    }));
    if (run === null) return void refuse(language);
    const { repaired } = run;
    const list = Object.entries(repaired)
      .map(([engine, count]) => `${engine} ${count}`)
      .join(", ");
    const zh = `已核对，修复：${list}`;
    const en = `Compared; repaired: ${list}`;
    write({ repaired, seconds: seconds() }, pick({ zh, en }, language));
  } catch (error) {
    if (!(error instanceof EngineFailure)) throw error;
    const zh = `检索引擎没有完成：${error.message}`;
    const en = `The search engine did not do it: ${error.message}`;
    process.stderr.write(`${pick({ zh, en }, language)}\n`);
    process.exitCode = 1;
  }
}

function refuse(language: Language): void {
  const zh = "另有一次核对或重建正在进行，请稍后再试。";
  const en = "Another comparison or rebuild is under way; try again when it is done.";
  process.stderr.write(`${pick({ zh, en }, language)}\n`);
  process.exitCode = 1;
}
