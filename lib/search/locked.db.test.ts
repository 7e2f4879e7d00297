import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { isDatabaseBusy } from "#lib/platform/database-busy.ts";
import { limitStatements, useDatabase } from "#lib/platform/db.ts";
import { testDatabase } from "#lib/testing/database.ts";
import { answerSearch, answerSuggest } from "./answers.ts";
import { searchReports } from "./search.ts";

const LIMIT_MS = 300;
/** Several statements may each have to wait, and the machine may be busy. */
const SOON_MS = 4_000;
const database = testDatabase();
let locker: pg.Client;

beforeAll(async () => {
  // As the web server does when it starts.
  limitStatements(LIMIT_MS);
  await useDatabase(database.url());
  locker = new pg.Client({ connectionString: database.url() });
  await locker.connect();
});
afterAll(async () => {
  limitStatements(0);
  await locker.end();
});

/** Holds tables as a rewrite of them would, while something is tried. */
async function whileLocked<T>(tables: string, run: () => Promise<T>): Promise<T> {
  await locker.query(`BEGIN; LOCK TABLE ${tables} IN ACCESS EXCLUSIVE MODE`);
  try {
    return await run();
  } finally {
    await locker.query("ROLLBACK");
  }
}

const asking = (path: string) => new Request(`http://127.0.0.1:3000/api/v1/${path}`);
const TABLES = ['"SearchText", "SearchFacet"', '"SearchDocument"', '"SearchName"', '"Region"'];

it.each(TABLES)("a search while %s is locked ends soon, with what makes a 503", async (tables) => {
  const begun = performance.now();
  const answers = await whileLocked(tables, () =>
    Promise.allSettled([
      searchReports({ q: "公开 青溪" }, new Date()),
      answerSearch(asking("search?q=公开 青溪"), "192.0.2.1"),
      answerSuggest(asking("suggest?q=青溪"), "192.0.2.1"),
    ]),
  );
  expect(performance.now() - begun).toBeLessThan(SOON_MS);
  const statuses = answers.map((each) => {
    if (each.status === "rejected") return isDatabaseBusy(each.reason) ? 503 : each.reason;
    return each.value instanceof Response ? each.value.status : 200;
  });
  expect(statuses).toContain(503);
  for (const status of statuses) expect([200, 503]).toContain(status);
});

it("it answers again as soon as the lock is gone", async () => {
  expect((await searchReports({ q: "公开" }, new Date())).total).toBe(0);
  expect((await answerSearch(asking("search?q=公开"), "192.0.2.2")).status).toBe(200);
});

it("more callers than connections are answered too, not left waiting", async () => {
  await useDatabase(database.url(), 2);
  const begun = performance.now();
  const answers = await whileLocked('"SearchText", "SearchFacet", "SearchDocument"', () =>
    Promise.allSettled(Array.from({ length: 12 }, () => searchReports({ q: "公开" }, new Date()))),
  );
  expect(performance.now() - begun).toBeLessThan(SOON_MS * 3);
  for (const answer of answers) {
    expect(answer.status).toBe("rejected");
    if (answer.status === "rejected") expect(isBusy(answer.reason)).toBe(true);
  }
});

function isBusy(error: unknown): boolean {
  return isDatabaseBusy(error) || (error instanceof Error && error.name === "EngineFailure");
}
