import type { Command } from "commander";
import { seal } from "#lib/audit/checkpoint.ts";
import type { Finding } from "#lib/audit/follow.ts";
import { verifyChains } from "#lib/audit/verify.ts";
import type { Text } from "#lib/editions/edition.ts";
import { now } from "#lib/platform/clock.ts";
import { db, transaction } from "#lib/platform/db.ts";
import { type Language, languageOf, pick, withLanguage } from "./language.ts";
import { withDatabase } from "./with-database.ts";

interface Options {
  json?: true;
  anchor?: string;
}

const PROBLEMS: Readonly<Record<Finding["problem"], Text>> = {
  changed: { zh: "内容被改动", en: "was changed" },
  missing: { zh: "之前的记录缺失", en: "follows a gap: events are missing" },
  unlinked: { zh: "与前一条不衔接（移动、替换或插入）", en: "does not follow the one before it" },
  cut: { zh: "封存之后被删除或替换", en: "was removed or replaced after it was sealed" },
  checkpoint: {
    zh: "封存点被改动，或其前一个缺失",
    en: "checkpoint changed, or the one before it is missing",
  },
  anchor: { zh: "找不到另存的封存点", en: "the checkpoint kept elsewhere is not there" },
};

/** Adds `audit verify|seal` to the program. */
export function register(program: Command): void {
  const language = languageOf(process.argv);
  const say = (zh: string, en: string) => pick({ zh, en }, language);
  const audit = program
    .command("audit")
    .helpCommand(false)
    .usage(say("<命令> [选项]", "<command> [options]"))
    .description(say("审计日志：核验与封存", "the audit trail: verify and seal"));
  registerVerify(audit, language);
  registerSeal(audit, language);
}

const JSON_LINE: Text = { zh: "输出一行 JSON", en: "one line of JSON" };

function registerVerify(audit: Command, language: Language): void {
  const say = (zh: string, en: string) => pick({ zh, en }, language);
  const verify = audit
    .command("verify")
    .description(
      say(
        "核验全部哈希链：完好时退出码为 0，否则为 1",
        "verify every hash chain: exit 0 where all is well, else 1",
      ),
    )
    .option(
      "--anchor <hash>",
      say(
        "另存的封存点哈希，必须仍然存在",
        "a checkpoint's hash kept elsewhere, which must still be there",
      ),
    )
    .option("--json", pick(JSON_LINE, language));
  withLanguage(verify, language).action((options: Options) =>
    withDatabase(language, () => verifyTrail(options, language)),
  );
}

function registerSeal(audit: Command, language: Language): void {
  const summary = {
    zh: "写入封存点并显示其哈希（请另存他处）",
    en: "write a checkpoint and print its hash (keep it elsewhere)",
  };
  const command = audit
    .command("seal")
    .description(pick(summary, language))
    .option("--json", pick(JSON_LINE, language));
  withLanguage(command, language).action(({ json }: Options) =>
    withDatabase(language, async () => {
      const sealed = await transaction((tx) => seal(tx, now()));
      process.stdout.write(`${json ? JSON.stringify(sealed) : sealed.hash}\n`);
    }),
  );
}

async function verifyTrail({ json, anchor }: Options, language: Language): Promise<void> {
  const verdict = await verifyChains(db(), anchor);
  const { events, chains, checkpoints, findings } = verdict;
  const ok = findings.length === 0;
  if (!ok) process.exitCode = 1;
  if (json) return void process.stdout.write(`${JSON.stringify({ ok, ...verdict })}\n`);
  for (const { problem, chain, seq } of findings) {
    process.stdout.write(
      `✗ ${chain}${seq === null ? "" : ` #${seq}`}: ${pick(PROBLEMS[problem], language)}\n`,
    );
  }
  const words = {
    zh: `${ok ? "完好" : `发现 ${findings.length} 处问题`}：${chains} 条链，${events} 条记录，${checkpoints} 个封存点`,
    en: `${ok ? "All is well" : `${findings.length} problems`}: ${chains} chains, ${events} events, ${checkpoints} checkpoints`,
  };
  process.stdout.write(`${pick(words, language)}\n`);
}
