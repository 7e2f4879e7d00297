import { type Command, Option } from "commander";
import type { Text } from "#lib/editions/edition.ts";

export type Language = "zh" | "en";

/** The text in the language asked for. */
export function pick(text: Text, language: Language): string {
  return text[language];
}

/** The language asked for anywhere on the command line, needed before the options are parsed: for help and for errors. */
export function languageOf(args: readonly string[]): Language {
  const index = args.findIndex((arg) => arg === "--lang" || arg.startsWith("--lang="));
  const value = args[index]?.split("=")[1] ?? args[index + 1];
  return index >= 0 && value === "en" ? "en" : "zh";
}

/** Gives a command `--lang zh|en`; `languageOf` reads it. */
export function withLanguage(command: Command, language: Language): Command {
  const words = pick(
    { zh: "输出语言，默认 zh", en: "language of the output, zh by default" },
    language,
  );
  return command.addOption(new Option("--lang <zh|en>", words).choices(["zh", "en"]));
}
