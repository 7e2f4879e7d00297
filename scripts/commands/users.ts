import { type Command, Option } from "commander";
import { ROLES, systemActor } from "#lib/identity/actor.ts";
import { listUsers, type UserLine } from "#lib/identity/queries.ts";
import { newUserSchema } from "#lib/identity/schema.ts";
import { addUser, disableUser, setPassword } from "#lib/identity/users.commands.ts";
import { now } from "#lib/platform/clock.ts";
import type { Result } from "#lib/platform/result.ts";
import { type Language, languageOf, pick, withLanguage } from "./language.ts";
import { readPassword } from "./password-prompt.ts";
import { INVALID, REFUSALS } from "./users-words.ts";
import { withDatabase } from "./with-database.ts";

interface AddOptions {
  login: string;
  name?: string;
  role: string;
  agency?: string;
  region?: string;
  passwordStdin?: true;
  json?: true;
}

const ACTOR = systemActor("gongkai users");

/** Adds `users add|list|disable|set-password` to the program. */
export function register(program: Command): void {
  const language = languageOf(process.argv);
  const say = (zh: string, en: string) => pick({ zh, en }, language);
  const users = program
    .command("users")
    .helpCommand(false)
    .usage(say("<命令> [选项]", "<command> [options]"))
    .description(say("管理账号", "manage accounts"));
  registerAdd(users, language);
  registerList(users, language);
  registerDisable(users, language);
  registerSetPassword(users, language);
}

const words = {
  login: { zh: "账号", en: "login" },
  json: { zh: "输出一行 JSON", en: "one line of JSON" },
  stdin: { zh: "从标准输入的第一行读取口令", en: "read the password from the first line of stdin" },
};

function registerAdd(users: Command, language: Language): void {
  const say = (zh: string, en: string) => pick({ zh, en }, language);
  const role = new Option("--role <role>", `${say("角色", "role")}: ${ROLES.join(" ")}`);
  const add = users
    .command("add")
    .description(
      say(
        "新增账号（口令不能写在命令行上）",
        "add an account (never with its password as an argument)",
      ),
    )
    .requiredOption("--login <login>", pick(words.login, language))
    .option("--name <name>", say("姓名或名称，默认与账号相同", "name, the login by default"))
    .addOption(role.choices(ROLES).makeOptionMandatory())
    .option("--agency <id>", say("单位标识（editor、reviewer）", "agency id (editor, reviewer)"))
    .option("--region <code>", say("行政区划代码（moderator）", "region code (moderator)"))
    .option("--password-stdin", pick(words.stdin, language))
    .option("--json", pick(words.json, language));
  withLanguage(add, language).action((options: AddOptions) =>
    withDatabase(language, () => addAccount(options, language)),
  );
}

function registerList(users: Command, language: Language): void {
  const list = users
    .command("list")
    .description(pick({ zh: "列出账号", en: "list accounts" }, language))
    .option("--json", pick({ zh: "每个账号一行 JSON", en: "one line of JSON for each" }, language));
  withLanguage(list, language).action((options: { json?: true }) =>
    withDatabase(language, () => printUsers(options.json === true, language)),
  );
}

function registerDisable(users: Command, language: Language): void {
  const say = (zh: string, en: string) => pick({ zh, en }, language);
  const disable = users
    .command("disable")
    .description(say("停用账号并立即结束其登录", "disable an account and end its sessions at once"))
    .argument("<LOGIN>", pick(words.login, language))
    .option("--json", pick(words.json, language));
  withLanguage(disable, language).action((login: string, options: { json?: true }) =>
    withDatabase(language, async () =>
      answer(await disableUser(login, ACTOR, now()), options, language),
    ),
  );
}

function registerSetPassword(users: Command, language: Language): void {
  const say = (zh: string, en: string) => pick({ zh, en }, language);
  const password = users
    .command("set-password")
    .description(
      say("重设口令并立即结束其登录", "set another password and end the sessions at once"),
    )
    .argument("<LOGIN>", pick(words.login, language))
    .option("--password-stdin", pick(words.stdin, language))
    .option("--json", pick(words.json, language));
  withLanguage(password, language).action((login: string, options: AddOptions) =>
    withDatabase(language, async () => {
      const secret = await ask(options, language);
      answer(await setPassword(login, secret, ACTOR, now()), options, language);
    }),
  );
}

async function addAccount(options: AddOptions, language: Language): Promise<void> {
  const parsed = newUserSchema.safeParse({
    login: options.login,
    name: options.name ?? options.login,
    password: "",
    grant: {
      role: options.role,
      agencyId: options.agency ?? null,
      regionCode: options.region ?? null,
    },
  });
  if (!parsed.success) {
    const field = String(parsed.error.issues[0]?.path[0]);
    return fail(INVALID[field] ? pick(INVALID[field], language) : parsed.error.message);
  }
  const password = await ask(options, language);
  answer(await addUser({ ...parsed.data, password }, ACTOR, now()), options, language);
}

function ask(options: { passwordStdin?: true }, language: Language): Promise<string> {
  const question = pick({ zh: "口令（输入时不显示）：", en: "Password (not shown): " }, language);
  return readPassword(question, options.passwordStdin === true);
}

function answer(result: Result<object>, { json }: { json?: true }, language: Language): void {
  if (json) {
    const { ok } = result;
    const line = ok ? { ok, ...result.value } : { ok, error: result.refusal };
    process.stdout.write(`${JSON.stringify(line)}\n`);
  } else if (result.ok) {
    process.stdout.write(`${pick({ zh: "完成。", en: "Done." }, language)}\n`);
  }
  if (result.ok) return;
  const reason = REFUSALS[result.refusal.code];
  fail(json ? null : reason ? pick(reason, language) : result.refusal.code);
}

function fail(message: string | null): void {
  if (message !== null) process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}

async function printUsers(json: boolean, language: Language): Promise<void> {
  for (const user of await listUsers()) {
    process.stdout.write(`${json ? JSON.stringify(user) : userText(user, language)}\n`);
  }
}

function userText({ login, name, demo, disabledAt, grants }: UserLine, language: Language): string {
  const marks = [
    ...(demo ? [pick({ zh: "演示", en: "demo" }, language)] : []),
    ...(disabledAt ? [pick({ zh: "已停用", en: "disabled" }, language)] : []),
  ];
  const places = grants.map(({ role, agencyId, regionCode }) =>
    [role, agencyId ?? regionCode].filter((part) => part !== null).join("@"),
  );
  return [login, name, places.join(","), marks.join(",")].join("\t").trimEnd();
}
