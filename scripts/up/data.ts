import { join } from "node:path";
import { StartRefusal } from "#lib/platform/embedded/account.ts";
import { spawnGuarded } from "#lib/platform/embedded/guarded.ts";
import { ROOT, type Variables } from "./options.ts";

/** Loads the regions, and the demonstration where it belongs, in a process of its own, which gives its memory back. */
export async function loadData(env: Variables, report: (text: string) => void): Promise<void> {
  let said = "";
  const { exited } = spawnGuarded({
    command: process.execPath,
    args: [join(ROOT, "scripts/up/load.ts")],
    signal: "TERM",
    cwd: ROOT,
    env,
    output: (text) => {
      said += text;
      report(text.trim().split("\n").at(-1) ?? "");
    },
  });
  if ((await exited) !== 0) throw new StartRefusal(`The data could not be loaded:\n${said.trim()}`);
}

/** Says where the portal is, and with which accounts, or how to make the first one. */
export async function printWelcome(env: Record<string, string>): Promise<void> {
  console.log(`\nThe portal answers at ${env.SITE_URL}  (stop it with Ctrl-C; logs in .data/logs)`);
  if (!env.GONGKAI_DEMO) {
    console.log("First account: npm run gongkai -- users add --role admin --login NAME");
    return;
  }
  const { DEMO_ACCOUNTS } = await import("#prisma/seed/accounts.ts");
  console.log("\nDemo accounts (for trying out only):");
  for (const account of DEMO_ACCOUNTS) {
    console.log(
      `  ${account.login.padEnd(20)} ${account.password.padEnd(18)} ${account.describes}`,
    );
  }
}
