import { resolve } from "node:path";
import { type Command, CommanderError } from "commander";
import type { Text } from "#lib/editions/edition.ts";
import { runThreadsFrom } from "#lib/platform/thread-pool.ts";
import { languageOf, pick } from "./commands/language.ts";
import { createProgram, usageFault } from "./commands/program.ts";

interface Entry {
  name: string;
  summary: Text;
  /** Loaded only when asked for, so that `read` never starts a database. */
  load: () => Promise<{ register: (program: Command) => void | Promise<void> }>;
}

/** The commands, in the order of the help. A new one adds its entry here and its file in `commands/`. */
const COMMANDS: readonly Entry[] = [
  {
    name: "read",
    summary: { zh: "读取文件，显示其中的年报内容", en: "print what a file says" },
    load: () => import("./commands/read.ts"),
  },
  {
    name: "check",
    summary: { zh: "读取文件并校验", en: "read a file and check it" },
    load: () => import("./commands/check.ts"),
  },
  {
    name: "import",
    summary: { zh: "把历史年报文件入库", en: "store files of past reports" },
    load: () => import("./commands/import.ts"),
  },
  {
    name: "reindex",
    summary: { zh: "核对或重建检索索引", en: "repair or rebuild the search index" },
    load: () => import("./commands/reindex.ts"),
  },
  {
    name: "users",
    summary: { zh: "管理账号", en: "manage accounts" },
    load: () => import("./commands/users.ts"),
  },
  {
    name: "audit",
    summary: { zh: "核验与封存审计日志", en: "verify and seal the audit trail" },
    load: () => import("./commands/audit.ts"),
  },
  {
    name: "demo",
    summary: { zh: "装入演示数据", en: "load demonstration data" },
    load: () => import("./commands/demo.ts"),
  },
  {
    name: "bench",
    summary: { zh: "测量速度与准确率", en: "measure speed and accuracy" },
    load: () => import("./commands/bench.ts"),
  },
];

async function main(args: string[]): Promise<void> {
  const language = languageOf(args);
  const program = createProgram(language);
  const asked = args.find((arg) => COMMANDS.some(({ name }) => name === arg));
  for (const { name, summary, load } of COMMANDS) {
    if (name === asked) await (await load()).register(program);
    else program.command(name).description(pick(summary, language));
  }
  try {
    await program.parseAsync(args, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    const fault = usageFault(error, language);
    if (fault) process.stderr.write(`${fault}\n`);
    process.exitCode = error.exitCode;
  }
}

// Whoever reads our output may stop early (`| head`): that is no fault.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

runThreadsFrom(resolve(import.meta.dirname, ".."));
await main(process.argv.slice(2));
