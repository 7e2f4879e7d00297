import type { Command } from "commander";
import { runChecks } from "#lib/checks/run.ts";
import type { ReportContent } from "#lib/editions/content.ts";
import { reportsOf } from "#prisma/seed/report.ts";
import { families } from "#prisma/seed/world.ts";
import { type Language, pick, withLanguage } from "./language.ts";

interface Options {
  seconds: string;
  json?: true;
}

const NOW = new Date("2026-01-05T00:00:00Z");
/** Reports to go round and round with: more than any cache of one report would help. */
const REPORTS = 300;

/** Adds `bench checks`. */
export function registerBench(bench: Command, language: Language): void {
  const say = (zh: string, en: string) => pick({ zh, en }, language);
  const command = bench
    .command("checks")
    .description(
      say(
        "每秒能校验多少份年报（演示年报，单核），并与同时测得的 JSON 读写速度相比",
        "invented reports checked a second on one core, beside writing and reading them as JSON",
      ),
    )
    .option("--seconds <N>", say("每项测几秒，默认 3", "seconds for each, 3 by default"), "3")
    .option("--json", say("输出一行 JSON", "one line of JSON"));
  withLanguage(command, language).action((options: Options) => measure(options, language));
}

function measure({ seconds, json }: Options, language: Language): void {
  const contents = sampleReports();
  const span = Math.max(0.2, Number(seconds) || 3) * 1000;
  const checks = rate(contents, span, (content) => runChecks(content));
  const copies = rate(contents, span, (content) => JSON.parse(JSON.stringify(content)));
  const facts = {
    reports: contents.length,
    checksPerSecond: Math.round(checks),
    jsonPerSecond: Math.round(copies),
    ratio: Math.round((checks / copies) * 1000) / 1000,
  };
  const words = {
    zh: `每秒校验 ${facts.checksPerSecond} 份；同样的年报以 JSON 写出再读入，每秒 ${facts.jsonPerSecond} 份（比值 ${facts.ratio}）`,
    en: `${facts.checksPerSecond} reports checked a second; written and read as JSON, ${facts.jsonPerSecond} a second (ratio ${facts.ratio})`,
  };
  process.stdout.write(`${json ? JSON.stringify(facts) : pick(words, language)}\n`);
}

function sampleReports(): ReportContent[] {
  const contents: ReportContent[] = [];
  for (const family of families()) {
    for (const { versions } of reportsOf(family, "bench", NOW)) contents.push(versions[0].content);
    if (contents.length >= REPORTS) break;
  }
  return contents.slice(0, REPORTS);
}

/** How many times a second something is done to one report after another, a first round left out. */
function rate(
  contents: readonly ReportContent[],
  span: number,
  work: (content: ReportContent) => unknown,
): number {
  for (const content of contents) work(content);
  const begun = performance.now();
  let done = 0;
  while (performance.now() - begun < span) {
    for (const content of contents) work(content);
    done += contents.length;
  }
  return (done * 1000) / (performance.now() - begun);
}
