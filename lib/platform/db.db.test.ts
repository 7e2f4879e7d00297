import { expect, test } from "vitest";
import { testDatabase } from "#lib/testing/database.ts";
import { db, type Tx, transaction } from "./db.ts";

testDatabase();

const raise = (code: string) =>
  `DO $$ BEGIN RAISE EXCEPTION 'again' USING ERRCODE = '${code}'; END $$`;

test.each(["40001", "40P01"])("a transaction that failed with %s runs again", async (code) => {
  let runs = 0;
  await transaction(async (tx) => {
    runs += 1;
    await tx.setting.create({ data: { key: `retry-${code}`, value: runs } });
    if (runs < 3) await tx.$executeRawUnsafe(raise(code));
  });
  const kept = await db().setting.findMany({ where: { key: `retry-${code}` } });
  expect(runs).toBe(3);
  expect(kept.map((row) => row.value)).toEqual([3]);
});

test("two transactions that lock each other out both end", async () => {
  await db().setting.createMany({ data: ["a", "b"].map((key) => ({ key, value: 0 })) });
  const add = (key: string, tx: Tx) =>
    tx.$executeRaw`UPDATE "Setting" SET value = to_jsonb(value::int + 1) WHERE key = ${key}`;
  const both = (first: string, second: string) =>
    transaction(async (tx) => {
      await add(first, tx);
      await tx.$executeRaw`SELECT pg_sleep(0.1)::text`;
      await add(second, tx);
    });
  await Promise.all([both("a", "b"), both("b", "a")]);
  const rows = await db().setting.findMany({ where: { key: { in: ["a", "b"] } } });
  expect(rows.map((row) => row.value)).toEqual([2, 2]);
});

test("a throw rolls everything back and is not tried again", async () => {
  let runs = 0;
  const failing = transaction(async (tx) => {
    runs += 1;
    await tx.setting.create({ data: { key: "lost", value: 1 } });
    throw new Error("no");
  });
  await expect(failing).rejects.toThrow("no");
  expect(await db().setting.findUnique({ where: { key: "lost" } })).toBeNull();
  expect(runs).toBe(1);
});

test("the client itself is no transaction", () => {
  // @ts-expect-error: a write that demands a Tx cannot be handed the client.
  const tx: Tx = db();
  expect(tx).toBeDefined();
});
