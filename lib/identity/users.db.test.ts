import { beforeAll, describe, expect, it } from "vitest";
import { db } from "#lib/platform/db.ts";
import { testDatabase } from "#lib/testing/database.ts";
import { type Actor, systemActor } from "./actor.ts";
import { grantSchema, newUserSchema } from "./schema.ts";
import { addUser, disableUser, setPassword } from "./users.commands.ts";

testDatabase();

const NOW = new Date("2024-01-31T08:00:00Z");
const SYSTEM = systemActor("test");
const PASSWORD = "correct horse battery";
const MODERATOR: Actor = {
  userId: "00000000-0000-7000-8000-000000000001",
  name: "市管理员",
  grants: [{ role: "moderator", agencyId: null, regionCode: "9901" }],
};

const user = (login: string, grant: object, password = PASSWORD) =>
  newUserSchema.parse({ login, name: "测试账号", password, grant });
const editorOf = (login: string, agencyId: string) => user(login, { role: "editor", agencyId });
const eventsOf = async (login: string) =>
  (await db().auditEvent.findMany({ where: { data: { path: ["login"], equals: login } } })).map(
    (event) => event.kind,
  );

beforeAll(async () => {
  const region = { stem: "测试", synthetic: true };
  await db().region.createMany({
    data: [
      { ...region, code: "9901", name: "甲市", level: "city", path: ["9901"] },
      { ...region, code: "990101", name: "甲县", level: "county", path: ["9901", "990101"] },
      { ...region, code: "9902", name: "乙市", level: "city", path: ["9902"] },
    ],
  });
  const agency = { kind: "government", level: "county" } as const;
  await db().agency.createMany({
    data: [
      { ...agency, id: "below", name: "甲县人民政府", regionCode: "990101" },
      { ...agency, id: "far", name: "乙市人民政府", regionCode: "9902" },
    ],
  });
});

describe("a new account", () => {
  it("is written with its grant and its events in one transaction", async () => {
    const result = await addUser(editorOf("Editor1", "below"), MODERATOR, NOW);
    expect(result).toMatchObject({ ok: true });
    const found = await db().user.findUniqueOrThrow({
      where: { login: "editor1" },
      include: { memberships: true },
    });
    expect(found.passwordHash).toMatch(/^\$argon2id\$/);
    expect(found.memberships).toMatchObject([
      { role: "editor", agencyId: "below", regionCode: null },
    ]);
    expect(await eventsOf("editor1")).toEqual(["user.created", "user.granted"]);
  });

  it.each([
    ["an agency elsewhere", editorOf("x1", "far"), "identity.not-allowed"],
    [
      "a region elsewhere",
      user("x2", { role: "moderator", regionCode: "9902" }),
      "identity.not-allowed",
    ],
    ["an admin", user("x3", { role: "admin" }), "identity.not-allowed"],
    ["an auditor", user("x4", { role: "auditor" }), "identity.not-allowed"],
    ["no such agency", editorOf("x5", "nowhere"), "identity.no-such-place"],
    ["a weak password", user("x6", { role: "admin" }, "password1234"), "identity.password-common"],
  ])("a moderator cannot make one for %s", async (_, wanted, code) => {
    expect(await addUser(wanted, MODERATOR, NOW)).toEqual({ ok: false, refusal: { code } });
    expect(await db().user.count({ where: { login: wanted.login } })).toBe(0);
    expect(await eventsOf(wanted.login)).toEqual([]);
  });

  it("may hold the moderator's own region and what is below", async () => {
    const below = user("town-moderator", { role: "moderator", regionCode: "990101" });
    expect(await addUser(below, MODERATOR, NOW)).toMatchObject({ ok: true });
  });

  it("cannot take a login twice, not even at the same moment", async () => {
    const twice = [editorOf("twin", "below"), editorOf("TWIN", "below")];
    const results = await Promise.all(twice.map((each) => addUser(each, SYSTEM, NOW)));
    expect(results.map((each) => each.ok).sort()).toEqual([false, true]);
    expect(results).toContainEqual({ ok: false, refusal: { code: "identity.login-taken" } });
  });

  it.each([
    { role: "editor" },
    { role: "reviewer", agencyId: "below", regionCode: "9901" },
    { role: "moderator" },
    { role: "moderator", agencyId: "below" },
    { role: "admin", agencyId: "below" },
    { role: "auditor", regionCode: "9901" },
    { role: "root" },
  ])("a grant must fit its role: %j", (grant) => {
    expect(grantSchema.safeParse(grant).success).toBe(false);
  });
});

describe("another's account", () => {
  it("is out of a moderator's reach where any grant of it lies elsewhere", async () => {
    await addUser(editorOf("both", "below"), SYSTEM, NOW);
    const { id: userId } = await db().user.findUniqueOrThrow({ where: { login: "both" } });
    const refusal = { ok: false, refusal: { code: "identity.not-allowed" } };
    expect(await setPassword("both", "another horse battery", MODERATOR, NOW)).toMatchObject({
      ok: true,
    });
    await db().membership.create({ data: { userId, role: "editor", agencyId: "far" } });
    expect(await disableUser("both", MODERATOR, NOW)).toEqual(refusal);
    expect(await setPassword("both", "yet another battery", MODERATOR, NOW)).toEqual(refusal);
    await db().membership.updateMany({ where: { userId }, data: { revokedAt: NOW } });
    expect(await disableUser("both", MODERATOR, NOW)).toEqual(refusal);
    expect(await disableUser("BOTH ", SYSTEM, NOW)).toMatchObject({ ok: true });
  });

  it("that does not exist is said so", async () => {
    expect(await disableUser("nobody", SYSTEM, NOW)).toEqual({
      ok: false,
      refusal: { code: "identity.no-such-user" },
    });
  });
});
