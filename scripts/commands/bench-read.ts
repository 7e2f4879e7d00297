import type { Command } from "commander";
import { fileKinds, measureMemory, measureSpeed } from "./bench-read-speed.ts";
import { type UglyOptions, uglyRun } from "./bench-read-ugly.ts";
import { aligned } from "./columns.ts";
import { type Language, pick, withLanguage } from "./language.ts";

interface Options extends UglyOptions {
  seconds: string;
  files: string;
}

const HELP = {
  zh: `
不带 --ugly 时测速度与内存：每种格式每秒每核能读多少份，读 --files 份期间内存是否增长。
带 --ugly N 时测准确率：以种子 S 起的 N 份“丑文件”（内容、版式、损伤都由种子决定）写成文件、读回、与原文比对。
  right 读对；doubted 读对但无故存疑；allowed 损伤本就允许、并已说明的未读出；lost 已说明的未读出；silent 读错或丢失而没有说明（应为 0）
  结尾列出不合格的种子；--write DIR 把这些文件写出来看。`,
  en: `
Without --ugly it measures speed and memory: reports a second a core for each format, and whether memory grows over --files files.
With --ugly N it measures accuracy: N ugly files from seed S on (content, layout and injuries depend on the seed) are written, read back and compared.
  right; doubted: right, and doubted for no reason; allowed: not given back, said so, and the injury allows it; lost: not given back, and said so; silent: wrong or missing without a word (should be 0)
  The seeds that fail are listed last; --write DIR writes their files.`,
};

/** Adds `bench read`. */
export function registerBench(bench: Command, language: Language): void {
  const say = (zh: string, en: string) => pick({ zh, en }, language);
  const command = bench
    .command("read")
    .description(say("读取文件的速度、内存与准确率", "speed, memory and accuracy of reading files"))
    .option(
      "--seconds <N>",
      say("每种格式测几秒，默认 5", "seconds for each format, 5 by default"),
      "5",
    )
    .option(
      "--files <N>",
      say("内存测量读多少份，默认 10000", "files for the measure of memory, 10000 by default"),
      "10000",
    )
    .option("--ugly <N>", say("以 N 份丑文件测准确率", "accuracy over N ugly files"))
    .option("--seed <S>", say("第一个种子，默认 1", "the first seed, 1 by default"), "1")
    .option(
      "--injury <NAME>",
      say("只用这一种损伤（none 为无损伤）", "with this injury alone (none for none)"),
    )
    .option(
      "--write <DIR>",
      say("把不合格的文件写入此目录", "write the files that fail to this folder"),
    )
    .option(
      "--record",
      say(
        "按测试所用的种子重新清点缺口，写入记录",
        "count the gaps anew over the seeds of the test",
      ),
    )
    .option("--json", say("输出一行 JSON", "one line of JSON"))
    .addHelpText("after", pick(HELP, language));
  withLanguage(command, language).action((options: Options) =>
    options.ugly === undefined && !options.record
      ? speedRun(options, language)
      : uglyRun(options, language),
  );
}

async function speedRun({ seconds, files, json }: Options, language: Language): Promise<void> {
  const span = Math.max(0.2, Number(seconds) || 5) * 1000;
  const speeds = [];
  for (const kind of fileKinds()) speeds.push(await measureSpeed(kind, span));
  const memory = await measureMemory(Math.max(100, Number(files) || 10_000));
  if (json) {
    process.stdout.write(`${JSON.stringify({ speeds, memory })}\n`);
    return;
  }
  const say = (zh: string, en: string) => pick({ zh, en }, language);
  const speedTable = aligned([
    [
      say("格式", "format"),
      say("份/秒·核", "reports/s/core"),
      say("中位 ms", "median ms"),
      "p95 ms",
    ],
    ...speeds.map(({ format, perSecond, median, p95 }) => [
      format,
      perSecond.toFixed(0),
      median.toFixed(1),
      p95.toFixed(1),
    ]),
  ]);
  const memoryTable = aligned([
    [say("已读份数", "files read"), "RSS MB", "heap MB"],
    ...memory.map(({ read, rss, heap }) => [String(read), rss.toFixed(0), heap.toFixed(0)]),
  ]);
  process.stdout.write(`${[...speedTable, "", ...memoryTable].join("\n")}\n`);
}
