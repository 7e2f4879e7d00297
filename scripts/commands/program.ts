import { Command, type CommanderError } from "commander";
import type { Text } from "#lib/editions/edition.ts";
import { type Language, pick, withLanguage } from "./language.ts";

const TITLES: Readonly<Record<string, string>> = {
  "Usage:": "用法：",
  "Arguments:": "参数：",
  "Options:": "选项：",
  "Commands:": "命令：",
};

/** The program without its commands, speaking the language asked for; errors are thrown, not printed. */
export function createProgram(language: Language): Command {
  const say = (text: Text) => pick(text, language);
  const program = new Command("gongkai")
    .description(
      say({
        zh: "政府信息公开工作年度报告：读取、校验、入库与发布",
        en: "Annual disclosure reports: read, check, store and publish",
      }),
    )
    .usage(say({ zh: "<命令> [选项]", en: "<command> [options]" }))
    .helpOption("-h, --help", say({ zh: "显示本说明", en: "show this help" }))
    .helpCommand(false)
    .exitOverride()
    .configureOutput({ outputError: () => undefined });
  program.configureHelp({
    // Choices and defaults stand in the words of the option, in its language.
    optionDescription: ({ description }) => description,
    styleTitle: (title) => (language === "zh" ? (TITLES[title] ?? title) : title),
  });
  return withLanguage(program, language);
}

/** Says in words what was wrong with a command line; null where help was shown on demand. */
export function usageFault(error: CommanderError, language: Language): string | null {
  if (error.exitCode === 0) return null;
  // No command at all: commander has printed the help.
  if (error.code === "commander.help") return null;
  const [named = ""] = error.message.match(/(?<=')[^']+(?=')/) ?? [];
  const suggestion = error.message.match(/Did you mean (?:one of )?(.+?)\?\)/)?.[1];
  const fault = FAULTS[error.code]?.(named);
  const hint = suggestion
    ? { zh: `是否要用 ${suggestion}？`, en: ` Did you mean ${suggestion}?` }
    : { zh: "用 --help 查看用法。", en: " See --help." };
  if (!fault) return error.message;
  return pick({ zh: `${fault.zh}。${hint.zh}`, en: `${fault.en}.${hint.en}` }, language);
}

const FAULTS: Readonly<Record<string, (named: string) => Text>> = {
  "commander.unknownCommand": (named) => ({
    zh: `没有“${named}”这个命令`,
    en: `There is no command “${named}”`,
  }),
  "commander.unknownOption": (named) => ({
    zh: `没有“${named}”这个选项`,
    en: `There is no option “${named}”`,
  }),
  "commander.missingArgument": (named) => ({
    zh: `缺少参数“${named}”`,
    en: `The argument “${named}” is missing`,
  }),
  "commander.optionMissingArgument": (named) => ({
    zh: `选项“${named}”后面缺少值`,
    en: `The option “${named}” needs a value`,
  }),
  "commander.missingMandatoryOptionValue": (named) => ({
    zh: `必须给出选项“${named}”`,
    en: `The option “${named}” is required`,
  }),
  "commander.invalidArgument": (named) => ({
    zh: `“${named}”的值不在可选范围内`,
    en: `The value of “${named}” is not one of those allowed`,
  }),
  "commander.excessArguments": () => ({ zh: "参数太多", en: "There are too many arguments" }),
};
