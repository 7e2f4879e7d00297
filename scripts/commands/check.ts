import type { Command } from "commander";
import { checksOf } from "#lib/check-service/checks-of.ts";
import type { FileReport } from "#lib/check-service/file-report.ts";
import { openIssues } from "#lib/check-service/open-issues.ts";
import { checkJson, faultJson } from "#lib/check-service/report-json.ts";
import { type CheckSummary, summarise } from "#lib/checks/summary.ts";
import { type Language, languageOf, pick, withLanguage } from "./language.ts";
import { readFiles } from "./reading.ts";
import { heading, issueLines, metadata } from "./report-text.ts";

interface Options {
  json?: true;
  strict?: true;
}

const HELP = {
  zh: `
文件为“-”时从标准输入读取。
只列不成立（✗）和无法判断（?）的校验，以及读取时的疑点；成立的只计数。
没有读出的数字只说一次，缺了它们而无法判断的求和不再逐项列出；--json 则全部列出。
--json 每份年报输出一行 JSON：outcome 为 pass、warn、fail 或 unknown，sums 为勾稽关系（R01–R04）的计数。
退出码：0 全部读出；1 有文件未读出，或命令用法有误；2（仅 --strict）全部读出，但有错误级校验不成立。`,
  en: `
The file “-” is the standard input.
Only checks that fail (✗) or cannot tell (?) and doubts of the reader are listed; those that hold are counted.
Figures that were not read are told once, not again by each sum that lacks them; --json lists all.
--json prints one line of JSON for each report: outcome is pass, warn, fail or unknown, sums counts R01–R04.
Exit code: 0 where all files were read; 1 where one was not or the command line is wrong; 2 (--strict only) where
all were read, but a check of level error fails.`,
};

/** Adds `check FILE…` to the program. */
export function register(program: Command): void {
  const language = languageOf(process.argv);
  const say = (zh: string, en: string) => pick({ zh, en }, language);
  const command = program
    .command("check")
    .description(
      say("读取文件并校验（不需要数据库）", "read files and check them (needs no database)"),
    )
    .usage(say("文件… [选项]", "FILE… [options]"))
    .argument(
      say("<文件...>", "<FILE...>"),
      say("年报文件（文本、网页、DOCX、XLSX、PDF）", "report files (text, HTML, DOCX, XLSX, PDF)"),
    )
    .option("--json", say("每份年报一行 JSON", "one line of JSON for each report"))
    .option(
      "--strict",
      say("有错误级校验不成立时退出码为 2", "exit with 2 where a check of level error fails"),
    )
    .addHelpText("after", pick(HELP, language));
  withLanguage(command, language).action((files: string[], options: Options) =>
    check(files, options, language),
  );
}

async function check(
  files: string[],
  { json, strict }: Options,
  language: Language,
): Promise<void> {
  const print = (lines: string[]) => process.stdout.write(`${lines.join("\n")}\n`);
  const summaries: CheckSummary[] = [];
  const faults = await readFiles(
    files,
    (found) => {
      summaries.push(summarise(checksOf(found.report)));
      print(json ? [JSON.stringify(checkJson(found, language))] : checkText(found, language));
    },
    (fault) => {
      if (json) print([JSON.stringify(faultJson(fault, language))]);
      else process.stderr.write(`${fault.file}: ${pick(fault.message, language)}\n`);
    },
  );
  if (!json && summaries.length > 1) print(tally(summaries, language));
  if (faults > 0) process.exitCode = 1;
  else if (strict && summaries.some(({ outcome }) => outcome === "fail")) process.exitCode = 2;
}

function checkText(found: FileReport, language: Language): string[] {
  const checks = checksOf(found.report);
  const open = openIssues(found.report, checks);
  return [
    ...heading(found, language),
    ...metadata(found.report.content, summarise(checks), language),
    ...(open.length > 0 ? [""] : []),
    ...open.flatMap((issue) => issueLines(issue, language)),
    "",
  ];
}

function tally(summaries: readonly CheckSummary[], language: Language): string[] {
  const count = (outcome: CheckSummary["outcome"]) =>
    summaries.filter((summary) => summary.outcome === outcome).length;
  const words = {
    zh: `共 ${summaries.length} 份：通过 ${count("pass")}，有提醒 ${count("warn")}，有错误 ${count("fail")}，无法判断 ${count("unknown")}`,
    en: `${summaries.length} reports: ${count("pass")} pass, ${count("warn")} with warnings, ${count("fail")} with errors, ${count("unknown")} cannot be told`,
  };
  return [pick(words, language)];
}
