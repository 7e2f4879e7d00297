import type { Command } from "commander";
import type { Text } from "#lib/editions/edition.ts";
import { type Language, languageOf, pick } from "./language.ts";

/** One measurement: its command, in a file of its own, loaded only when asked for. */
interface Bench {
  name: string;
  summary: Text;
  load: () => Promise<{ registerBench: (bench: Command, language: Language) => void }>;
}

/** The measurements, in the order of the help. A new one adds its entry here and its file `bench-<name>.ts`. */
const BENCHES: readonly Bench[] = [
  {
    name: "checks",
    summary: { zh: "每秒能校验多少份年报", en: "reports checked a second" },
    load: () => import("./bench-checks.ts"),
  },
  {
    name: "read",
    summary: { zh: "读取文件的速度、内存与准确率", en: "speed, memory and accuracy of reading" },
    load: () => import("./bench-read.ts"),
  },
  {
    name: "prose",
    summary: {
      zh: "正文校验在标注句上的查准率和查全率",
      en: "precision and recall of the checks on text",
    },
    load: () => import("./bench-prose.ts"),
  },
  {
    name: "relevance",
    summary: { zh: "检索结果是否正确", en: "whether searches answer rightly" },
    load: () => import("./bench-relevance.ts"),
  },
  {
    name: "search",
    summary: { zh: "各检索方式的快慢与大小", en: "how fast and how large ways of searching are" },
    load: () => import("./bench-search.ts"),
  },
];

/** Adds `bench <name>` to the program. */
export async function register(program: Command): Promise<void> {
  const args = process.argv.slice(2);
  const language = languageOf(args);
  const bench = program
    .command("bench")
    .helpCommand(false)
    .usage(pick({ zh: "<项目> [选项]", en: "<name> [options]" }, language))
    .description(pick({ zh: "测量速度与准确率", en: "measure speed and accuracy" }, language));
  const asked = args.slice(args.indexOf("bench") + 1).find((arg) => !arg.startsWith("-"));
  for (const { name, summary, load } of BENCHES) {
    if (name === asked) (await load()).registerBench(bench, language);
    else bench.command(name).description(pick(summary, language));
  }
}
