import { type Command, InvalidArgumentError } from "commander";
import { now } from "#lib/platform/clock.ts";
import { env } from "#lib/platform/env.ts";
import { type DemoSummary, loadDemo } from "#prisma/seed/load.ts";
import { progressTexts, refusalText } from "#prisma/seed/progress-text.ts";
import { type Language, languageOf, pick, withLanguage } from "./language.ts";
import { withDatabase } from "./with-database.ts";

interface Options {
  reports?: number;
  json?: true;
}

/** There are names for no more agencies. */
const MOST = 150_000;

const HELP = {
  zh: `
装入五份真实年报（文字为摘要改写，非原文）和一个虚构的“演示省”，单位、数字和文字都由种子生成并标明虚构。
中断后再运行会接着做；再运行一次不改变任何内容。只写入演示库（GONGKAI_DEMO=1 的空库，或先前装过演示数据的库）。`,
  en: `
Loads five real reports (their prose summarised in other words) and an invented province, grown from a seed and labelled
as invented. Run again after an interruption it goes on; run again after success it changes nothing. It writes to
demonstration databases only: empty ones with GONGKAI_DEMO=1, or such as hold demonstration data already.`,
};

/** Adds `demo [--reports N]` to the program. */
export function register(program: Command): void {
  const language = languageOf(process.argv);
  const say = (zh: string, en: string) => pick({ zh, en }, language);
  const command = program
    .command("demo")
    .description(
      say("装入演示数据（虚构，已标明）", "load demonstration data, labelled as invented"),
    )
    .usage(say("[选项]", "[options]"))
    .option(
      "--reports <N>",
      say(
        `虚构年报份数，默认约 1450，最多 ${MOST}`,
        `invented reports, some 1450 by default, at most ${MOST}`,
      ),
      wholeNumber,
    )
    .option("--json", say("结果以一行 JSON 输出", "print the result as one line of JSON"))
    .addHelpText("after", pick(HELP, language));
  withLanguage(command, language).action((options: Options) =>
    withDatabase(language, () => demo(options, language)),
  );
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < 1 || number > MOST) {
    throw new InvalidArgumentError(`1 … ${MOST}`);
  }
  return number;
}

async function demo({ reports, json }: Options, language: Language): Promise<void> {
  const begun = performance.now();
  const lines = progressTexts(() => performance.now());
  const isTerminal = process.stderr.isTTY;
  const result = await loadDemo({
    isDemo: env().GONGKAI_DEMO,
    now: now(),
    ...(reports === undefined ? {} : { reports }),
    onProgress: (progress) => {
      const line = pick(lines(progress), language);
      process.stderr.write(isTerminal ? `\r\x1b[K${line}` : `${line}\n`);
    },
  });
  if (isTerminal) process.stderr.write("\r\x1b[K");
  const seconds = Math.round((performance.now() - begun) / 100) / 10;
  if (result.ok) print({ ...result.value, seconds }, json, language);
  else fail(pick(refusalText(result.refusal), language), result.refusal.code, json);
}

function print(
  summary: DemoSummary & { seconds: number },
  json: true | undefined,
  language: Language,
): void {
  const { changed, agencies, reports, seconds } = summary;
  const words = changed
    ? { zh: "演示数据已装入", en: "Demonstration data loaded" }
    : {
        zh: "演示数据已经齐全，没有改动",
        en: "The demonstration data is complete; nothing was changed",
      };
  const counts = {
    zh: `单位 ${agencies} 个，年报 ${reports} 份，用时 ${seconds} 秒`,
    en: `${agencies} agencies, ${reports} reports, ${seconds} s`,
  };
  const text = pick(
    { zh: `${words.zh}：${counts.zh}。`, en: `${words.en}: ${counts.en}.` },
    language,
  );
  process.stdout.write(`${json ? JSON.stringify({ ok: true, ...summary }) : text}\n`);
}

function fail(message: string, code: string, json: true | undefined): void {
  if (json) process.stdout.write(`${JSON.stringify({ ok: false, error: { code, message } })}\n`);
  else process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}
