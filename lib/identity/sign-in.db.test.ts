import { beforeEach, describe, expect, it } from "vitest";
import { verifyChains } from "#lib/audit/verify.ts";
import { db } from "#lib/platform/db.ts";
import { testDatabase } from "#lib/testing/database.ts";
import { systemActor } from "./actor.ts";
import { signIn, signOut } from "./commands.ts";
import { ACCOUNT_LIMIT, ADDRESS_LIMIT, UNKNOWN_LIMIT } from "./lockout.commands.ts";
import { liveSession } from "./queries.ts";
import { newUserSchema } from "./schema.ts";
import { addUser, disableUser, setPassword } from "./users.commands.ts";

testDatabase();

const NOW = new Date("2024-01-31T08:00:00Z");
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const SYSTEM = systemActor("test");
const PASSWORD = "correct horse battery";
let login = "";
let count = 0;

const attempt = (over: object = {}) => ({
  login,
  password: PASSWORD,
  address: `203.0.113.${count}`,
  userAgent: null,
  replaces: null,
  ...over,
});
const wrong = (over: object = {}) => signIn(attempt({ password: "wrong", ...over }), NOW);
const REFUSED = { ok: false, refusal: { code: "identity.refused" } };

async function openSession(): Promise<string> {
  const result = await signIn(attempt(), NOW);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value.sessionId;
}

beforeEach(async () => {
  count += 1;
  login = `user${count}`;
  await db().rateLimit.deleteMany();
  const grant = { role: "auditor" };
  const user = newUserSchema.parse({ login, name: "张三", password: PASSWORD, grant });
  expect(await addUser(user, SYSTEM, NOW)).toMatchObject({ ok: true });
});

describe("a session", () => {
  it("is known by its hash alone and answers with the grants as they stand now", async () => {
    const id = await openSession();
    expect(await db().session.findFirst({ where: { idHash: id } })).toBeNull();
    expect((await liveSession(id, NOW))?.actor).toMatchObject({
      name: "张三",
      grants: [{ role: "auditor", agencyId: null, regionCode: null }],
    });
    await db().membership.updateMany({ where: { user: { login } }, data: { revokedAt: NOW } });
    expect((await liveSession(id, NOW))?.actor.grants).toEqual([]);
  });

  it("ends by idling, by age and by signing out", async () => {
    const id = await openSession();
    expect(await liveSession(id, later(59))).not.toBeNull();
    expect(await liveSession(id, later(61))).toBeNull();
    await db().session.updateMany({ data: { lastSeenAt: later(719) } });
    expect(await liveSession(id, later(719))).not.toBeNull();
    expect(await liveSession(id, later(721))).toBeNull();
    await signOut(id, NOW);
    expect(await liveSession(id, NOW)).toBeNull();
  });

  it("is replaced by the next sign-in in the same browser, and by it only", async () => {
    const [first, other] = [await openSession(), await openSession()];
    await signIn(attempt({ replaces: first }), NOW);
    expect(await liveSession(first, NOW)).toBeNull();
    expect(await liveSession(other, NOW)).not.toBeNull();
  });

  it.each([
    ["disabling the account", () => disableUser(login, SYSTEM, NOW)],
    ["another password", () => setPassword(login, "another horse battery", SYSTEM, NOW)],
  ])("ends at once with %s", async (_, act) => {
    const ids = [await openSession(), await openSession()];
    expect(await act()).toEqual({ ok: true, value: { sessionsRevoked: 2 } });
    for (const id of ids) expect(await liveSession(id, NOW)).toBeNull();
    expect(await signIn(attempt(), NOW)).toEqual(REFUSED);
  });

  it("does not exist for a made-up id", async () => {
    expect(await liveSession("made-up", NOW)).toBeNull();
  });
});

describe("refusals", () => {
  it("are the same for an unknown, a wrong, a disabled and a locked account", async () => {
    expect(await signIn(attempt({ login: "nobody" }), NOW)).toEqual(REFUSED);
    expect(await wrong()).toEqual(REFUSED);
    for (let n = 0; n < ACCOUNT_LIMIT; n += 1) await wrong();
    expect(await signIn(attempt(), NOW)).toEqual(REFUSED);
    await db().rateLimit.deleteMany();
    await disableUser(login, SYSTEM, NOW);
    expect(await signIn(attempt(), NOW)).toEqual(REFUSED);
  });

  it("lock an account after five, from whatever address, and say so once in the trail", async () => {
    for (let n = 0; n < ACCOUNT_LIMIT + 3; n += 1) await wrong({ address: `198.51.100.${n}` });
    expect(await signIn(attempt(), NOW)).toEqual(REFUSED);
    const locks = await db().auditEvent.count({
      where: { kind: "identity.locked", data: { path: ["login"], equals: login } },
    });
    expect(locks).toBe(1);
  });

  it("count parallel guesses too: the right one among twenty at once does not get in after five", async () => {
    const guesses = Array.from({ length: 20 }, () => wrong({ address: null }));
    await Promise.all(guesses);
    expect(await signIn(attempt(), NOW)).toEqual(REFUSED);
  });

  it("are forgotten after a success and after a new password", async () => {
    for (let n = 0; n < ACCOUNT_LIMIT - 1; n += 1) await wrong();
    expect((await signIn(attempt(), NOW)).ok).toBe(true);
    for (let n = 0; n < ACCOUNT_LIMIT - 1; n += 1) await wrong();
    expect((await signIn(attempt(), NOW)).ok).toBe(true);
    for (let n = 0; n < ACCOUNT_LIMIT + 1; n += 1) await wrong();
    await setPassword(login, "another horse battery", SYSTEM, NOW);
    expect((await signIn(attempt({ password: "another horse battery" }), NOW)).ok).toBe(true);
  });

  it("shut out an address after thirty failures over many accounts, and no other address", async () => {
    await db().rateLimit.create({
      data: {
        key: "address:198.51.100.7",
        points: ADDRESS_LIMIT,
        expire: BigInt(Date.now() + 60_000),
      },
    });
    expect(await signIn(attempt({ address: "198.51.100.7" }), NOW)).toEqual(REFUSED);
    expect((await signIn(attempt({ address: "198.51.100.8" }), NOW)).ok).toBe(true);
  });

  it("count an address once for each failure, not for a success", async () => {
    const points = async () =>
      (await db().rateLimit.findUnique({ where: { key: `address:203.0.113.${count}` } }))?.points;
    await wrong();
    expect(await points()).toBe(1);
    await openSession();
    expect(await points()).toBe(1);
  });

  it("hold for everybody together where no address is known", async () => {
    await db().rateLimit.create({
      data: { key: "unknown:all", points: UNKNOWN_LIMIT, expire: BigInt(Date.now() + 60_000) },
    });
    expect(await signIn(attempt({ address: null }), NOW)).toEqual(REFUSED);
  });

  it("keep no typed login: what people type there may be their password", async () => {
    await signIn(attempt({ login: "my secret password" }), NOW);
    const rows = await db().rateLimit.findMany();
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows.map((row) => row.key))).not.toContain("my secret");
  });
});

it("leaves a trail that verifies and holds no password", async () => {
  await signOut(await openSession(), NOW);
  const events = await db().auditEvent.findMany({
    where: { data: { path: ["login"], equals: login } },
  });
  expect(events.map((event) => event.kind)).toEqual([
    "user.created",
    "user.granted",
    "identity.signed-in",
    "identity.signed-out",
  ]);
  expect(
    JSON.stringify(events, (_, value) => (typeof value === "bigint" ? "" : value)),
  ).not.toContain(PASSWORD);
  expect((await verifyChains(db())).findings).toEqual([]);
});
