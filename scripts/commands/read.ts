import type { Command } from "commander";
import { checksOf } from "#lib/check-service/checks-of.ts";
import type { FileReport } from "#lib/check-service/file-report.ts";
import { faultJson, readJson } from "#lib/check-service/report-json.ts";
import { summarise } from "#lib/checks/summary.ts";
import { editionById } from "#lib/editions/registry.ts";
import { figureTables } from "./figures-text.ts";
import { type Language, languageOf, pick, withLanguage } from "./language.ts";
import { readFiles } from "./reading.ts";
import { facts, heading, issueLines, metadata } from "./report-text.ts";

interface Options {
  json?: true;
}

const HELP = {
  zh: `
文件为“-”时从标准输入读取。
--json 每份年报输出一行 JSON；一个文件含多份年报时，各有 part 1、2……
  cells   单元格：raw 为原文，value 为读出的数（没有数字时为 null），at 为在原文中的位置
  issues  读取时的疑点，以及不成立（fails）或无法判断（cannot-tell）的校验；成立的不列；
          数字连在一起而有几种分法时，candidates 列出各种分法（单元格 → 原文）
  读不出的文件输出 {"file":…,"ok":false,"error":{"code":…,"message":…}}，其余文件照常处理
退出码：0 全部读出；1 有文件未读出，或命令用法有误。`,
  en: `
The file “-” is the standard input.
--json prints one line of JSON for each report; a file with several prints part 1, 2, …
  cells   raw is what was written, value the number (null where there is none), at its place in the source
  issues  what the reader doubts, and the checks that fail or cannot tell; those that hold are left out;
          candidates are the ways to part figures printed without gaps, from cell to words
  a file that cannot be read prints {"file":…,"ok":false,"error":{"code":…,"message":…}}; the run goes on
Exit code: 0 where all files were read, 1 where one was not or the command line is wrong.`,
};

/** Adds `read FILE…` to the program. */
export function register(program: Command): void {
  const language = languageOf(process.argv);
  const say = (zh: string, en: string) => pick({ zh, en }, language);
  const command = program
    .command("read")
    .description(
      say(
        "读取文件，显示其中的年报内容（不需要数据库）",
        "print what a file says (needs no database)",
      ),
    )
    .usage(say("文件… [选项]", "FILE… [options]"))
    .argument(
      say("<文件...>", "<FILE...>"),
      say("年报文件（文本、网页、DOCX、XLSX、PDF）", "report files (text, HTML, DOCX, XLSX, PDF)"),
    )
    .option("--json", say("每份年报一行 JSON", "one line of JSON for each report"))
    .addHelpText("after", pick(HELP, language));
  withLanguage(command, language).action((files: string[], options: Options) =>
    read(files, options, language),
  );
}

async function read(files: string[], { json }: Options, language: Language): Promise<void> {
  const print = (lines: string[]) => process.stdout.write(`${lines.join("\n")}\n`);
  const faults = await readFiles(
    files,
    (found) =>
      print(json ? [JSON.stringify(readJson(found, language))] : readText(found, language)),
    (fault) => {
      if (json) print([JSON.stringify(faultJson(fault, language))]);
      else process.stderr.write(`${fault.file}: ${pick(fault.message, language)}\n`);
    },
  );
  if (faults > 0) process.exitCode = 1;
}

function readText(found: FileReport, language: Language): string[] {
  const { content, issues } = found.report;
  const edition = editionById(content.edition);
  const sections = content.sections.map(({ key, heading: printed, text }): [string, string] => {
    const size = [...text].length;
    const own = edition ? pick(edition.sections[key], language) : key;
    const name = printed ?? pick({ zh: `（${own}）`, en: `(${own})` }, language);
    const isTable = size === 0 && edition?.tables.some(({ section }) => section === key);
    const words = { zh: `${size} 字`, en: `${size} characters` };
    return [name, pick(isTable ? { zh: "表格", en: "table" } : words, language)];
  });
  return [
    ...heading(found, language),
    ...metadata(content, summarise(checksOf(found.report)), language),
    "",
    ...(sections.length > 0 ? facts(sections) : []),
    ...figureTables(content, language),
    ...(issues.length > 0 ? [""] : []),
    ...issues.flatMap((issue) => issueLines(issue, language)),
    "",
  ];
}
