import { describe, expect, it } from "vitest";
import { verifyPassword } from "#lib/identity/password.ts";
import { db } from "#lib/platform/db.ts";
import { runCommand } from "#lib/testing/command.ts";
import { testDatabase } from "#lib/testing/database.ts";

const database = testDatabase();

/** Runs the real command on this file's database; `stdin` is what it is fed. */
async function gongkai(args: string[], stdin = ""): Promise<{ code: number | null; out: string }> {
  const env = { DATABASE_URL: database.url() };
  const { code, stdout, stderr } = await runCommand(args, { env, stdin });
  return { code, out: stdout + stderr };
}

const add = (login: string, password: string, ...more: string[]) =>
  gongkai(
    ["users", "add", "--login", login, "--role", "admin", "--password-stdin", ...more],
    `${password}\n`,
  );

describe("gongkai users", () => {
  it("adds, lists, changes and disables, and the trail says each", async () => {
    expect(await add("Chief", "correct horse battery")).toEqual({ code: 0, out: "完成。\n" });
    const { passwordHash } = await db().user.findUniqueOrThrow({ where: { login: "chief" } });
    expect(await verifyPassword(passwordHash, "correct horse battery")).toBe(true);
    const changed = await gongkai(
      ["users", "set-password", "chief", "--json"],
      "another horse battery\n",
    );
    expect(JSON.parse(changed.out)).toEqual({ ok: true, sessionsRevoked: 0 });
    expect((await gongkai(["users", "disable", "chief"])).code).toBe(0);
    const { out } = await gongkai(["users", "list", "--json"]);
    expect(JSON.parse(out)).toMatchObject({
      login: "chief",
      disabledAt: expect.any(String),
      grants: [{ role: "admin" }],
    });
    const kinds = await db().auditEvent.findMany({
      orderBy: { seq: "asc" },
      select: { kind: true },
    });
    expect(kinds.map((event) => event.kind)).toEqual([
      "user.created",
      "user.granted",
      "user.password-changed",
      "user.disabled",
    ]);
  });

  it.each([
    ["a weak password", () => add("weak", "password1234", "--lang", "en"), "too common"],
    ["no password", () => add("none", "", "--lang", "en"), "at least 12"],
    ["a strange login", () => add("a b", "correct horse battery", "--lang", "en"), "A login has"],
    [
      "a place that does not fit",
      () => add("misplaced", "correct horse battery", "--agency", "x"),
      "--agency",
    ],
    [
      "an unknown account",
      () => gongkai(["users", "disable", "nobody", "--lang", "en"]),
      "no such account",
    ],
  ])("refuses %s with a sentence and exit code 1", async (_, run, words) => {
    const { code, out } = await run();
    expect(code).toBe(1);
    expect(out).toContain(words);
  });
});

describe("gongkai audit", () => {
  it("verifies with 0, and with 1 once something was changed", async () => {
    await add("another", "correct horse battery");
    const { code, out: anchor } = await gongkai(["audit", "seal"]);
    expect(code).toBe(0);
    expect(await gongkai(["audit", "verify", "--anchor", anchor.trim()])).toMatchObject({
      code: 0,
    });
    await db().$executeRawUnsafe('ALTER TABLE "AuditEvent" DISABLE TRIGGER USER');
    await db().$executeRawUnsafe(`UPDATE "AuditEvent" SET "actorName" = 'x' WHERE seq = 1`);
    const verdict = await gongkai(["audit", "verify", "--json"]);
    expect(verdict.code).toBe(1);
    expect(JSON.parse(verdict.out)).toMatchObject({
      ok: false,
      checkpoints: 1,
      findings: [{ problem: "changed", chain: "system", seq: 1 }],
    });
    expect((await gongkai(["audit", "verify"])).out).toContain("system #1");
  });

  it("says in one sentence that no database answers", async () => {
    const env = { DATABASE_URL: "postgresql://nobody@127.0.0.1:1/none" };
    const { code, stderr } = await runCommand(["audit", "verify"], { env });
    expect(code).toBe(1);
    expect(stderr.trim().split("\n")).toEqual([expect.stringContaining("DATABASE_URL")]);
  });
});
