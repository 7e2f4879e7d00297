import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Command } from "commander";
import {
  labelNames,
  type Mistake,
  parseLabelled,
  type Score,
  scoreLabelled,
  shortfalls,
} from "#lib/checks/prose/labelled.ts";
import { labelsInReport } from "#lib/testing/labelled-report.ts";
import { aligned } from "./columns.ts";
import { type Language, pick, withLanguage } from "./language.ts";

interface Options {
  file: string;
  heldOut?: true;
  targets?: true;
  json?: true;
}

const FILE = fileURLToPath(new URL("../../lib/checks/prose/labelled.tsv", import.meta.url));

/** Adds `bench prose`. */
export function registerBench(bench: Command, language: Language): void {
  const say = (zh: string, en: string) => pick({ zh, en }, language);
  const command = bench
    .command("prose")
    .description(
      say(
        "正文校验（R10–R13、R16、R17、R25、R26）在标注句上的查准率和查全率；低于下限时退出码为 1",
        "precision and recall of the checks on text (R10–R13, R16, R17, R25, R26) over labelled sentences; exit 1 below the limits",
      ),
    )
    .option("--file <TSV>", say("标注句文件", "the file of labelled sentences"), FILE)
    .option("--held-out", say("只看保留的句子", "only the sentences kept back"))
    .option("--targets", say("列出标注可用的名目", "list the names that labels may use"))
    .option("--json", say("输出一行 JSON", "one line of JSON"));
  withLanguage(command, language).action((options: Options) => measure(options, language));
}

async function measure(
  { file, heldOut, targets, json }: Options,
  language: Language,
): Promise<void> {
  if (targets) return void process.stdout.write(`${labelNames().join("\n")}\n`);
  const all = parseLabelled(readFileSync(file, "utf8"));
  const sentences = heldOut ? all.filter(({ isHeldOut }) => isHeldOut) : all;
  const { scores, mistakes } = await scoreLabelled(sentences, labelsInReport);
  const below = shortfalls(scores, heldOut ? "heldOut" : "all");
  if (below.length > 0) process.exitCode = 1;
  const lines = json
    ? [
        JSON.stringify({
          ok: below.length === 0,
          sentences: sentences.length,
          ...facts(scores, mistakes),
          below,
        }),
      ]
    : report(sentences.length, scores, mistakes, below, language);
  process.stdout.write(`${lines.join("\n")}\n`);
}

function facts(scores: ReadonlyMap<string, Score>, mistakes: readonly Mistake[]) {
  return {
    rules: Object.fromEntries(scores),
    mistakes: mistakes.map(({ sentence: { line, text }, rule, wrong, missed }) => ({
      line,
      rule,
      text,
      wrong,
      missed,
    })),
  };
}

const percent = (share: number | null) =>
  share === null ? "—" : `${(Math.floor(share * 1000) / 10).toFixed(1)} %`;

function report(
  count: number,
  scores: ReadonlyMap<string, Score>,
  mistakes: readonly Mistake[],
  below: readonly string[],
  language: Language,
): string[] {
  const say = (zh: string, en: string) => pick({ zh, en }, language);
  const head = [
    say("规则", "Rule"),
    say("认对", "right"),
    say("认错", "wrong"),
    say("漏认", "missed"),
    say("查准率", "precision"),
    say("查全率", "recall"),
  ];
  const rows = [...scores].map(([rule, { right, wrong, missed, precision, recall }]) => [
    rule,
    ...[right, wrong, missed].map(String),
    percent(precision),
    percent(recall),
  ]);
  return [
    say(`${count} 句`, `${count} sentences`),
    ...aligned([head, ...rows]),
    ...mistakes.map((mistake) => mistakeLine(mistake, language)),
    ...below.map((rule) => say(`${rule} 低于下限`, `${rule} is below its limit`)),
  ];
}

function mistakeLine({ sentence, rule, wrong, missed }: Mistake, language: Language): string {
  const say = (zh: string, en: string) => pick({ zh, en }, language);
  const parts = [
    ...(wrong.length > 0 ? [say(`认错 ${wrong.join("、")}`, `wrong: ${wrong.join(", ")}`)] : []),
    ...(missed.length > 0
      ? [say(`漏认 ${missed.join("、")}`, `missed: ${missed.join(", ")}`)]
      : []),
  ];
  return `  ${sentence.line} ${rule} “${sentence.text.replaceAll("\n", "↵")}” ${parts.join(say("；", "; "))}`;
}
