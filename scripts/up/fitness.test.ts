import { expect, test } from "vitest";
import { unfitness } from "./fitness.ts";

const fit = { version: 150_000, encoding: "UTF8", readOnly: false };

test("a PostgreSQL 15 that can be written will do", () => {
  expect(unfitness(fit)).toBeUndefined();
});

test.each([
  [{ version: 140_012 }, "PostgreSQL 14 is too old: the portal needs 15 or newer."],
  [{ version: 90_624 }, "PostgreSQL 9 is too old: the portal needs 15 or newer."],
  [{ encoding: "SQL_ASCII" }, "The database's encoding is SQL_ASCII"],
  [{ readOnly: true }, "The database is read-only"],
])("%o is refused in a sentence", (change, words) => {
  expect(unfitness({ ...fit, ...change })).toContain(words);
});
