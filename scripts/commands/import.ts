import { availableParallelism } from "node:os";
import { type Command, InvalidArgumentError } from "commander";
import { listBatches, publishStored, undoImport } from "./import-batches.ts";
import type { ImportCommand } from "./import-command.ts";
import { importFiles } from "./import-files.ts";
import { IMPORT_HELP } from "./import-words.ts";
import { type Language, languageOf, pick, withLanguage } from "./language.ts";
import { withDatabase } from "./with-database.ts";

/** Adds `import PATH…` to the program. */
export function register(program: Command): void {
  const language = languageOf(process.argv);
  const say = (zh: string, en: string) => pick({ zh, en }, language);
  const command = program
    .command("import")
    .description(
      say("把历史年报文件作为存档副本入库", "store files of past reports as archive copies"),
    )
    .usage(say("路径… [选项]", "PATH… [options]"))
    .argument(
      say("[路径...]", "[PATH...]"),
      say("文件或文件夹（含下级）", "files or folders, with what lies below"),
    );
  options(command, say).addHelpText("after", pick(IMPORT_HELP, language));
  withLanguage(command, language).action((paths: string[], given: ImportCommand) =>
    withDatabase(language, () => run(paths, given, language)),
  );
}

type Say = (zh: string, en: string) => string;

function options(command: Command, say: Say): Command {
  return command
    .option("--publish", say("立即发布；不写则入库待发布", "publish at once; else they wait"))
    .option(
      "--replace",
      say(
        "与已发布的存档副本不同时，作为其新版本",
        "a copy that differs becomes the next version of the archive copy",
      ),
    )
    .option("--agency <ID>", say("所有文件都属于这个单位", "all files are this agency's"))
    .option(
      "--region <CODE>",
      say("文件所在的行政区划，用于辨认单位", "the region the files come from, to tell agencies"),
    )
    .option(
      "--map <CSV>",
      say("对照表：文件或单位名称,单位标识", "a mapping: file or agency name,agency id"),
    )
    .option(
      "--source-base <URL>",
      say("来源网址的前缀，后接文件路径", "the address that the files' paths are put behind"),
    )
    .option(
      "--results <FILE>",
      say("结果文件，默认 import-<批次>.jsonl", "the result file, import-<batch>.jsonl by default"),
    )
    .option(
      "--dry-run",
      say("只说明会怎样，不写入", "say what would become of each, write nothing"),
    )
    .option(
      "--jobs <N>",
      say("读取线程数，默认为处理器数", "reading threads, as many as processors by default"),
      jobs,
      availableParallelism(),
    )
    .option("--as <LOGIN>", say("以该账号的权限进行", "with the rights of this account"))
    .option("--list", say("列出各批次", "list the batches"))
    .option(
      "--publish-batch <ID>",
      say("发布一个批次中待发布的副本", "publish what a batch stored"),
    )
    .option("--undo <ID>", say("撤销一个批次", "take a batch back"))
    .option("--json", say("以 JSON 输出", "print JSON"));
}

function jobs(text: string): number {
  const number = Number(text);
  if (!/^\d+$/u.test(text) || number < 1 || number > 64) throw new InvalidArgumentError("1 … 64");
  return number;
}

async function run(paths: string[], given: ImportCommand, language: Language): Promise<void> {
  if (given.list) return listBatches(given, language);
  if (given.undo !== undefined) return undoImport(given.undo, given, language);
  if (given.publishBatch !== undefined) return publishStored(given.publishBatch, given, language);
  return importFiles(paths, given, language);
}
