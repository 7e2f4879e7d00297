import { expect, it } from "vitest";
import { db } from "#lib/platform/db.ts";
import { type Run, runCommand } from "#lib/testing/command.ts";
import { testDatabase } from "#lib/testing/database.ts";

const database = testDatabase();

/** Runs the real command on this file's database. */
function demo(args: string[], isDemo: boolean): Promise<Run> {
  const env = { DATABASE_URL: database.url(), GONGKAI_DEMO: isDemo ? "1" : "", MEILI_URL: "" };
  return runCommand(["demo", ...args], { env });
}

it("gongkai demo refuses a database that is not for demonstration, in one sentence", async () => {
  const run = await demo([], false);
  expect(run).toMatchObject({ code: 1, stdout: "" });
  expect(run.stderr.trim()).toMatch(/^这个数据库不是演示库.*GONGKAI_DEMO=1.*$/u);
  expect(await db().region.count()).toBe(0);
});

it("gongkai demo makes as many reports as asked, shows its progress, and then changes nothing", async () => {
  const first = await demo(["--reports", "25", "--json", "--lang", "en"], true);
  expect(first.code, first.stderr).toBe(0);
  expect(JSON.parse(first.stdout)).toMatchObject({ ok: true, changed: true });
  expect(first.stderr).toContain("reports 25 / 25");
  expect(await db().report.count({ where: { synthetic: true, currentVersion: { gte: 1 } } })).toBe(
    25,
  );
  const second = await demo(["--reports", "25", "--json"], false);
  expect(JSON.parse(second.stdout)).toMatchObject({ ok: true, changed: false });
}, 120_000);

it("gongkai demo says what is wrong with a number it cannot take", async () => {
  const run = await demo(["--reports", "0"], true);
  expect(run.code).toBe(1);
  expect(run.stderr).toContain("--reports");
});
