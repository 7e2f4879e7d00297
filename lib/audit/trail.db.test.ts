import { beforeEach, describe, expect, it } from "vitest";
import { db, transaction } from "#lib/platform/db.ts";
import { testDatabase } from "#lib/testing/database.ts";
import { seal } from "./checkpoint.ts";
import type { AuditEntry } from "./events.ts";
import { record } from "./record.ts";
import { verifyChains } from "./verify.ts";

testDatabase();

const AT = new Date("2024-02-01T08:00:00.123Z");

const GUARDS = [
  ["AuditEvent", "audit_event_append_only"],
  ["AuditCheckpoint", "audit_checkpoint_append_only"],
] as const;

function entry(agencyId: string | null, year = 2023): AuditEntry<"report.published"> {
  return {
    kind: "report.published",
    actor: { userId: null, name: "系统" },
    agencyId,
    targetType: "report",
    targetId: "r1",
    data: { year, version: 1, reason: "更正 \u0000第二节 \ud800" },
    at: AT,
  };
}

const write = (agencyId: string | null, times = 1) =>
  transaction(async (tx) => {
    for (let n = 0; n < times; n += 1) await record(tx, entry(agencyId, 2000 + n));
  });

/** What an intruder with the table owner's rights can do: switch the triggers off, and on again. */
async function tamper(sql: string): Promise<void> {
  await db().$transaction(async (tx) => {
    for (const [table, trigger] of GUARDS) {
      await tx.$executeRawUnsafe(`ALTER TABLE "${table}" DISABLE TRIGGER ${trigger}`);
    }
    await tx.$executeRawUnsafe(sql);
    for (const [table, trigger] of GUARDS) {
      await tx.$executeRawUnsafe(`ALTER TABLE "${table}" ENABLE ALWAYS TRIGGER ${trigger}`);
    }
  });
}

const problems = async (anchor?: string) =>
  (await verifyChains(db(), anchor)).findings.map(
    (each) => `${each.problem} ${each.chain} ${each.seq}`,
  );

beforeEach(async () => {
  await tamper('DELETE FROM "AuditEvent"');
  await tamper('DELETE FROM "AuditCheckpoint"');
});

describe("record", () => {
  it("numbers each chain without gaps under concurrent writers and verifies", async () => {
    const chains = ["a", "b", null];
    await Promise.all(Array.from({ length: 24 }, (_, n) => write(chains[n % 3] ?? null)));
    const rows = await db().auditEvent.findMany({ orderBy: [{ chain: "asc" }, { seq: "asc" }] });
    expect(rows.filter((row) => row.chain === "agency:a").map((row) => row.seq)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8,
    ]);
    expect(await verifyChains(db())).toEqual({
      events: 24,
      chains: 3,
      checkpoints: 0,
      findings: [],
    });
  });

  it("lets writers of different agencies pass one another", async () => {
    await transaction(async (tx) => {
      await record(tx, entry("slow"));
      await write("other");
    });
    expect(await problems()).toEqual([]);
  });

  it("goes with the transaction: rolled back, nothing is left", async () => {
    const failing = transaction(async (tx) => {
      await record(tx, entry("a"));
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(await db().auditEvent.count()).toBe(0);
  });

  it("refuses facts that do not belong to the kind", async () => {
    const wrong = { ...entry("a"), data: { year: 2023, secret: "words of a draft" } };
    await expect(transaction((tx) => record(tx, wrong))).rejects.toThrow(/secret/);
  });
});

describe("append-only", () => {
  it.each([
    `UPDATE "AuditEvent" SET "actorName" = 'x'`,
    `DELETE FROM "AuditEvent"`,
    `TRUNCATE "AuditEvent"`,
    `UPDATE "AuditCheckpoint" SET hash = 'x'`,
    `DELETE FROM "AuditCheckpoint"`,
    `TRUNCATE "AuditCheckpoint"`,
  ])("the database refuses %s", async (sql) => {
    await write("a");
    await transaction((tx) => seal(tx, AT));
    await expect(db().$executeRawUnsafe(sql)).rejects.toThrow(/(UPDATE|DELETE|TRUNCATE) refused/);
  });
});

describe("verify", () => {
  beforeEach(() => write("a", 5));

  it.each([
    ["data", `data = '{"year": 1999}'`],
    ["actor", `"actorName" = 'someone else'`],
    ["time", `at = at + interval '1 ms'`],
  ])("finds a changed event (%s)", async (_, change) => {
    await tamper(`UPDATE "AuditEvent" SET ${change} WHERE seq = 3`);
    expect(await problems()).toEqual(["changed agency:a 3"]);
  });

  it("finds a missing event", async () => {
    await tamper('DELETE FROM "AuditEvent" WHERE seq = 3');
    expect(await problems()).toEqual(["missing agency:a 4"]);
  });

  it("finds a missing beginning", async () => {
    await tamper('DELETE FROM "AuditEvent" WHERE seq < 3');
    expect(await problems()).toEqual(["missing agency:a 3"]);
  });

  it("finds events that changed places", async () => {
    await tamper(
      'UPDATE "AuditEvent" SET seq = CASE seq WHEN 2 THEN 103 ELSE 102 END WHERE seq IN (2, 3)',
    );
    await tamper('UPDATE "AuditEvent" SET seq = seq - 100 WHERE seq > 100');
    expect(await problems()).toEqual(
      expect.arrayContaining(["changed agency:a 2", "unlinked agency:a 2", "changed agency:a 3"]),
    );
  });

  it("finds a cut tail by the checkpoint, and only by it", async () => {
    await transaction((tx) => seal(tx, AT));
    await tamper('DELETE FROM "AuditEvent" WHERE seq > 3');
    expect(await problems()).toEqual(["cut agency:a 5"]);
  });

  it("finds a chain that vanished whole", async () => {
    await transaction((tx) => seal(tx, AT));
    await tamper('DELETE FROM "AuditEvent"');
    expect(await problems()).toEqual(["cut agency:a 5"]);
  });

  it("finds a changed, a missing and a cut checkpoint", async () => {
    const hashes: string[] = [];
    for (let day = 0; day < 3; day += 1) {
      hashes.push((await transaction((tx) => seal(tx, new Date(AT.getTime() + day)))).hash);
    }
    expect(await problems(hashes[2])).toEqual([]);
    const ids = (await db().auditCheckpoint.findMany({ orderBy: { id: "asc" } })).map(
      (row) => row.id,
    );
    await tamper(`DELETE FROM "AuditCheckpoint" WHERE id = ${ids[2]}`);
    expect(await problems(hashes[2])).toEqual(["anchor checkpoint null"]);
    await tamper(`UPDATE "AuditCheckpoint" SET heads = '{}' WHERE id = ${ids[1]}`);
    expect(await problems()).toEqual([`checkpoint checkpoint ${ids[1]}`]);
    await tamper(`DELETE FROM "AuditCheckpoint" WHERE id = ${ids[0]}`);
    expect(await problems()).toEqual([`checkpoint checkpoint ${ids[1]}`]);
  });

  it("reads a trail longer than one page", async () => {
    await write("b", 1100);
    expect(await verifyChains(db())).toMatchObject({ events: 1105, chains: 2, findings: [] });
    await tamper(
      `UPDATE "AuditEvent" SET hash = repeat('0', 64) WHERE chain = 'agency:b' AND seq = 1050`,
    );
    expect(await problems()).toEqual(["changed agency:b 1050", "unlinked agency:b 1051"]);
  });
});
