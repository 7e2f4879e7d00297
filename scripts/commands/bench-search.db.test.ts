import { expect, inject, it } from "vitest";
import { type Run, runCommand } from "#lib/testing/command.ts";

function bench(args: string[]): Promise<Run> {
  const env = {
    TEST_DATABASE_URL: inject("databaseAdminUrl"),
    DATABASE_URL: "postgres://nobody@127.0.0.1:1/in-use",
    MEILI_URL: "",
  };
  return runCommand(["bench", "search", ...args], { env });
}

it("every way of searching is measured on the same documents, in a database of its own", async () => {
  const run = await bench(["--reports", "30", "--seconds", "1", "--json"]);
  expect(run.code, run.stderr).toBe(0);
  const { results, page } = JSON.parse(run.stdout);
  const names = results.map(({ name }: { name: string }) => name);
  expect(names).toEqual(["postgres", "meilisearch", "ILIKE", "pg_trgm", "MiniSearch"]);
  for (const result of results) {
    if (result.name === "meilisearch") {
      expect(result.skipped).toBe("MEILI_URL");
      continue;
    }
    expect(result.latencies.map(({ callers }: { callers: number }) => callers)).toEqual([1, 10]);
    for (const { p50, p95, max, perSecond } of result.latencies) {
      expect(p50).toBeGreaterThan(0);
      expect(p95).toBeGreaterThanOrEqual(p50);
      expect(max).toBeGreaterThanOrEqual(p95);
      expect(perSecond).toBeGreaterThan(0);
    }
    expect(result.slowest.ms).toBeLessThan(60_000);
  }
  expect(page.ms).toBeGreaterThan(0);
}, 180_000);

it.each([
  ["--reports", "0"],
  ["--reports", "many"],
  ["--seconds", "0"],
])("a bad number is answered with the good ones (%s %s)", async (option, value) => {
  const run = await bench([option, value]);
  expect(run.code).toBe(1);
  expect(run.stderr).toContain(`${option} <N>`);
});
