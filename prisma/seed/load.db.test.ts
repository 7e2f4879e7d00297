import { describe, expect, it } from "vitest";
import { verifyChains } from "#lib/audit/verify.ts";
import { editionForYear } from "#lib/editions/registry.ts";
import { DEMO_PASSWORD } from "#lib/identity/demo.ts";
import { verifyPassword } from "#lib/identity/password.ts";
import { testDatabase } from "#lib/testing/database.ts";
import { DEMO_ACCOUNTS } from "./accounts.ts";
import { type DemoStage, loadDemo } from "./load.ts";

const NOW = new Date("2026-01-05T00:00:00Z");
const { client } = testDatabase();
const load = (reports: number, stopAt?: DemoStage) =>
  loadDemo({
    isDemo: true,
    now: NOW,
    reports,
    onProgress: ({ stage }) => {
      if (stage === stopAt) throw new Error("pulled the plug");
    },
  });

const SYNTHETIC = { synthetic: true, publication: { not: "unpublished" as const } };

async function everything() {
  const reports = await client().report.findMany({
    select: { agencyId: true, year: true, currentVersion: true, publication: true },
    orderBy: [{ agencyId: "asc" }, { year: "asc" }],
  });
  const drafts = await client().draft.findMany({
    select: { state: true, revision: true, report: { select: { agencyId: true, year: true } } },
    orderBy: [{ report: { agencyId: "asc" } }, { report: { year: "asc" } }],
  });
  const [events, versions, users] = await Promise.all([
    client().auditEvent.count(),
    client().version.count(),
    client().user.count(),
  ]);
  return { reports, drafts, events, versions, users };
}

describe("loadDemo", () => {
  it("refuses a database that is not meant for it, and one that others work in", async () => {
    const refusal = await loadDemo({ isDemo: false, now: NOW });
    expect(refusal).toMatchObject({ ok: false, refusal: { code: "demo.not-demo" } });
    await client().user.create({ data: { login: "somebody", name: "有人", passwordHash: "-" } });
    const inUse = await loadDemo({ isDemo: true, now: NOW });
    expect(inUse).toMatchObject({ ok: false, refusal: { code: "demo.in-use" } });
    expect(await client().region.count()).toBe(0);
    await client().user.deleteMany();
  });

  it("finishes what a crash left undone, at whatever stage", async () => {
    const stages = ["agencies", "reports", "histories", "accounts", "desks"] as const;
    for (const stage of stages) await expect(load(150, stage)).rejects.toThrow("pulled the plug");
    expect(await load(150)).toMatchObject({ ok: true, value: { changed: true } });
    expect(await client().report.count({ where: SYNTHETIC })).toBe(150);
  }, 120_000);

  it("changes nothing the second time", async () => {
    const before = await everything();
    expect(await load(150)).toMatchObject({ ok: true, value: { changed: false } });
    expect(await load(90)).toMatchObject({ ok: true, value: { changed: false } });
    expect(await everything()).toEqual(before);
  });

  it("says of everything invented that it is, and of the five real reports that they are not", async () => {
    const real = await client().version.findMany({
      where: { report: { synthetic: false } },
      include: { report: { select: { publication: true } } },
    });
    expect(real).toHaveLength(5);
    for (const { origin, summarised, sourceName, report } of real) {
      const { publication } = report;
      expect({ origin, summarised, publication }).toEqual({
        origin: "archive",
        summarised: true,
        publication: "published",
      });
      expect(sourceName).not.toBe("");
    }
    const invented = { code: { startsWith: "99" } };
    expect(await client().region.count({ where: { ...invented, synthetic: false } })).toBe(0);
    expect(await client().region.count({ where: { NOT: invented, synthetic: true } })).toBe(0);
    const unmarked = { regionCode: { startsWith: "99" }, synthetic: false };
    expect(await client().agency.count({ where: unmarked })).toBe(0);
  });

  it("has accounts of every role, all marked, with the one password", async () => {
    const users = await client().user.findMany({ include: { memberships: true } });
    expect(users.map(({ login }) => login).sort()).toEqual(
      DEMO_ACCOUNTS.map(({ login }) => login).sort(),
    );
    const roles = new Set(users.flatMap(({ memberships }) => memberships.map(({ role }) => role)));
    expect(roles.size).toBe(5);
    for (const { demo, passwordHash } of users) {
      expect(demo).toBe(true);
      expect(passwordHash).toMatch(/^\$argon2id\$/);
      expect(await verifyPassword(passwordHash, DEMO_PASSWORD)).toBe(true);
    }
  });

  it("gives reports their past by the lifecycle's own steps, and the trail and the index hold", async () => {
    const histories = await client().version.findMany({ where: { number: 2 } });
    expect(histories.length).toBeGreaterThan(0);
    for (const { reason } of histories) expect(reason).not.toBeNull();
    const indexed = await client().searchDocument.count();
    expect(indexed).toBe(await client().report.count({ where: { publication: "published" } }));
    const explained = await client().version.findMany({ where: { explanations: { not: [] } } });
    expect(explained.length).toBeGreaterThan(0);
    expect((await verifyChains(client())).findings).toEqual([]);
  });

  it("grows without touching what was there, and then has a draft in each state", async () => {
    const before = await everything();
    expect(await load(330)).toMatchObject({ ok: true, value: { changed: true } });
    expect(await client().report.count({ where: SYNTHETIC })).toBe(330);
    const after = await everything();
    expect(after.reports).toEqual(expect.arrayContaining(before.reports));
    expect(new Set(after.drafts.map(({ state }) => state))).toEqual(
      new Set(["draft", "in_review", "submitted", "returned"]),
    );
    expect(await client().returnRequest.count()).toBe(2);
  }, 120_000);

  it("writes each report in the edition of its year", async () => {
    const versions = await client().version.findMany({
      select: { edition: true, report: { select: { year: true } } },
    });
    for (const { edition, report } of versions) {
      expect(edition).toBe(editionForYear(report.year)?.id);
    }
  });
});
