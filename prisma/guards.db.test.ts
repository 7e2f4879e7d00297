import { beforeAll, expect, test } from "vitest";
import { db, type Tx, transaction } from "#lib/platform/db.ts";
import { testDatabase } from "#lib/testing/database.ts";

testDatabase();

const AGENCY = "guarded";
const USER = "00000000-0000-7000-8000-000000000001";

const newReport = (year: number) =>
  db().report.create({ data: { agencyId: AGENCY, year, scope: "organ" } });
const newVersion = (reportId: string, number: number) =>
  db().version.create({
    data: { reportId, number, content: { a: 1 }, contentHash: "h", origin: "submitted" },
  });
const redacting = <T>(fn: (tx: Tx) => Promise<T>) =>
  transaction(async (tx) => {
    await tx.$executeRaw`SELECT set_config('gongkai.redaction', 'on', true)`;
    return fn(tx);
  });

beforeAll(async () => {
  await db().region.create({ data: { code: "99", name: "试省", stem: "试", level: "province" } });
  await db().agency.create({
    data: { id: AGENCY, name: "试局", kind: "department", level: "province", regionCode: "99" },
  });
  await db().user.create({ data: { id: USER, login: "a", name: "A", passwordHash: "x" } });
});

test("a published version and a snapshot refuse every change and removal", async () => {
  const report = await newReport(2019);
  const version = await newVersion(report.id, 1);
  const snapshot = await db().snapshot.create({
    data: { reportId: report.id, content: {}, contentHash: "h", frozenById: USER },
  });
  for (const table of ["Version", "Snapshot"]) {
    for (const sql of [
      `UPDATE "${table}" SET content = '{"a":2}'`,
      `DELETE FROM "${table}"`,
      `TRUNCATE "${table}" CASCADE`,
    ]) {
      await expect(db().$executeRawUnsafe(sql)).rejects.toThrow("is append-only");
    }
  }
  expect(await db().version.findUnique({ where: { id: version.id } })).toEqual(version);
  expect(await db().snapshot.findUnique({ where: { id: snapshot.id } })).toEqual(snapshot);
});

test("a redaction changes the words of a version and nothing else", async () => {
  const report = await newReport(2020);
  const { id } = await newVersion(report.id, 1);
  await redacting((tx) =>
    tx.version.update({ where: { id }, data: { content: { a: "▇" }, redactedAt: new Date() } }),
  );
  const kept = await db().version.findUniqueOrThrow({ where: { id } });
  expect(kept.content).toEqual({ a: "▇" });
  for (const data of [
    { number: 7 },
    { origin: "archive" as const },
    { sourceUrl: "https://example.org" },
    { sourceName: "某站" },
    { summarised: true },
  ]) {
    const other = redacting((tx) => tx.version.update({ where: { id }, data }));
    await expect(other).rejects.toThrow("is append-only");
  }
});

test("what was submitted here names no other source and is no summary", async () => {
  const { id: reportId } = await newReport(2017);
  const data = { reportId, number: 1, content: {}, contentHash: "h" };
  for (const said of [
    { sourceUrl: "https://example.org" },
    { sourceName: "某站" },
    { summarised: true },
  ]) {
    const submitted = db().version.create({ data: { ...data, ...said, origin: "submitted" } });
    await expect(submitted).rejects.toThrow("version_origin");
    await transaction(async (tx) => {
      await tx.version.create({ data: { ...data, ...said, origin: "archive" } });
      throw new Error("undo");
    }).catch((error: Error) => expect(error.message).toBe("undo"));
  }
});

test("the leave to redact ends with its transaction", async () => {
  const report = await newReport(2018);
  const { id } = await newVersion(report.id, 1);
  await redacting(async () => undefined);
  const later = db().version.update({ where: { id }, data: { content: { a: 3 } } });
  await expect(later).rejects.toThrow("is append-only");
});

test("audit events and checkpoints are append-only, for replication roles too", async () => {
  await db().$executeRaw`INSERT INTO "AuditEvent"
    (chain, seq, at, kind, "actorName", "targetType", "targetId", data, "prevHash", hash)
    VALUES ('system', 1, now(), 'k', 'n', 't', 'i', '{}', '', 'h')`;
  await db().$executeRaw`INSERT INTO "AuditCheckpoint" (at, heads, "prevHash", hash)
    VALUES (now(), '{}', '', 'h')`;
  for (const table of ["AuditEvent", "AuditCheckpoint"]) {
    for (const sql of [
      `UPDATE "${table}" SET hash = 'x'`,
      `DELETE FROM "${table}"`,
      `TRUNCATE "${table}"`,
    ]) {
      const forced = transaction(async (tx) => {
        await tx.$executeRawUnsafe("SET LOCAL session_replication_role = replica");
        await tx.$executeRawUnsafe(sql);
      });
      await expect(forced).rejects.toThrow("is append-only");
    }
  }
  expect(await db().auditEvent.count()).toBe(1);
});

test("versions are numbered without gaps", async () => {
  const report = await newReport(2021);
  await expect(newVersion(report.id, 2)).rejects.toThrow("does not follow");
  await newVersion(report.id, 1);
  await expect(newVersion(report.id, 1)).rejects.toThrow();
  expect((await newVersion(report.id, 2)).number).toBe(2);
});

test.each([
  ["report_year", `UPDATE "Report" SET year = 1888`],
  ["report_current_version", `UPDATE "Report" SET publication = 'published'`],
  ["report_current_version", `UPDATE "Report" SET "currentVersion" = 1`],
  [
    "report_withdrawal",
    `UPDATE "Report" SET publication = 'withdrawn', "currentVersion" = 1, "withdrawnAt" = now()`,
  ],
  ["user_login_folded", `UPDATE "User" SET login = 'Alice'`],
  ["agency_years", `UPDATE "Agency" SET "activeFrom" = 2024, "activeTo" = 2020`],
])("%s refuses %s", async (constraint, sql) => {
  if ((await db().report.count({ where: { year: 2022 } })) === 0) await newReport(2022);
  await expect(db().$executeRawUnsafe(sql)).rejects.toThrow(constraint);
});

test.each([
  ["editor", AGENCY, null, true],
  ["editor", null, "99", false],
  ["reviewer", AGENCY, "99", false],
  ["moderator", null, "99", true],
  ["moderator", AGENCY, null, false],
  ["admin", null, null, true],
  ["auditor", null, "99", false],
] as const)("a %s of agency %s and region %s: %s", async (role, agencyId, regionCode, allowed) => {
  const made = db().membership.create({ data: { userId: USER, role, agencyId, regionCode } });
  if (allowed) expect((await made).role).toBe(role);
  else await expect(made).rejects.toThrow("membership_scope");
});

test("a role is granted once for one place, and again once revoked", async () => {
  const data = { userId: USER, role: "auditor" as const };
  const first = await db().membership.create({ data });
  await expect(db().membership.create({ data })).rejects.toThrow();
  await db().membership.update({ where: { id: first.id }, data: { revokedAt: new Date() } });
  expect((await db().membership.create({ data })).role).toBe("auditor");
});

test("an issue of a draft is there once, although its version is null", async () => {
  const { id: reportId } = await newReport(2023);
  const issue = { reportId, key: "k", rule: "R04", instance: "i", outcome: "fails" };
  const data = { ...issue, severity: "error", cells: [], message: {} };
  await db().reportIssue.create({ data });
  await expect(db().reportIssue.create({ data })).rejects.toThrow();
  expect((await db().reportIssue.create({ data: { ...data, version: 1 } })).version).toBe(1);
});
