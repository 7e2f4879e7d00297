import { expect, test } from "vitest";
import { judge } from "./readiness.ts";

const now = new Date("2026-01-31T00:00:00Z");
const fine = {
  finished: ["1", "2"],
  wanted: ["1", "2"],
  heartbeat: new Date("2026-01-30T23:59:30Z"),
};

test("ready with a database, every migration and a living worker", () => {
  expect(judge(fine, now)).toEqual({ ready: true, database: true, migrations: true, worker: true });
});

test.each([
  ["the database", { finished: null }, { database: false, migrations: false }],
  ["a migration", { wanted: ["1", "2", "3"] }, { migrations: false }],
  ["a list of migrations", { wanted: [] }, { migrations: false }],
  ["a worker's word", { heartbeat: null }, { worker: false }],
  ["a recent word", { heartbeat: new Date("2026-01-30T23:58:59Z") }, { worker: false }],
])("not ready without %s", (_, change, answer) => {
  expect(judge({ ...fine, ...change }, now)).toMatchObject({ ready: false, ...answer });
});
