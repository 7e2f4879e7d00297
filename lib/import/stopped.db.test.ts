import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { db } from "#lib/platform/db.ts";
import { runCommand } from "#lib/testing/command.ts";
import { testDatabase } from "#lib/testing/database.ts";
import { townsOf, writeReports } from "#lib/testing/import-folder.ts";

vi.setConfig({ testTimeout: 400_000 });

const database = testDatabase();

/** Runs the real command; presses Ctrl-C once as soon as `isEnough` says so. */
async function imported(args: string[], isEnough?: () => Promise<boolean>) {
  const env = { DATABASE_URL: database.url(), MEILI_URL: "" };
  let timer: NodeJS.Timeout | undefined;
  const { code, stdout, stderr } = await runCommand(["import", ...args], {
    env,
    meanwhile: (child) => {
      // A question may take longer than the time to the next: a second Ctrl-C would end the command at once.
      let isPressed = false;
      timer = setInterval(async () => {
        if (!(await isEnough?.()) || isPressed) return;
        isPressed = true;
        clearInterval(timer);
        child.kill("SIGINT");
      }, 20);
    },
  }).finally(() => clearInterval(timer));
  const summary = JSON.parse(stdout.trim().split("\n").at(-1) ?? "{}");
  return { code, stderr, summary };
}

it("stopped with Ctrl-C it ends after the files in hand, says so, and goes on with the same command and more threads", async () => {
  const folder = mkdtempSync(join(tmpdir(), "gongkai-import-"));
  const [inner, results] = [join(folder, "in"), join(folder, "results.jsonl")];
  mkdirSync(inner);
  const told = () => readFileSync(results, "utf8").trim().split("\n").length;
  const wanted = writeReports(inner, await townsOf(40), [2036, 2037]).length;
  const args = [inner, "--publish", "--json", "--results", results];
  const isEnough = async () => (await db().importItem.count({ where: { year: 2036 } })) > 0;
  const stopped = await imported([...args, "--jobs", "1"], isEnough);
  expect(stopped.stderr).toContain("处理完手头的文件后停止");
  expect(stopped.code, stopped.stderr).toBe(130);
  expect(stopped.summary).toMatchObject({ ok: false, interrupted: true });
  expect(told()).toBeLessThan(wanted);
  const whole = await imported([...args, "--jobs", "4"]);
  expect(whole.code, whole.stderr).toBe(0);
  expect(whole.summary).toMatchObject({ batch: stopped.summary.batch, files: wanted });
  expect(told()).toBe(wanted);
  const years = { gte: 2036, lte: 2037 };
  expect(await db().importItem.count({ where: { year: years } })).toBe(wanted);
  const published = { year: years, publication: "published" as const };
  expect(await db().report.count({ where: published })).toBe(wanted);
  rmSync(folder, { recursive: true, force: true });
});
