import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { verifyChains } from "#lib/audit/verify.ts";
import { type Actor, systemActor } from "#lib/identity/actor.ts";
import { db } from "#lib/platform/db.ts";
import { storedContent } from "#lib/reports/stored.ts";
import { type Run, runCommand } from "#lib/testing/command.ts";
import { testDatabase } from "#lib/testing/database.ts";
import { licencesText, reportOf, townsOf, writeReports } from "#lib/testing/import-folder.ts";
import { reportAsText } from "#lib/testing/report-text.ts";
import { publishBatch } from "./commands-publish.ts";
import { waitingCopies } from "./queries.ts";

// Each test starts the real command several times, which takes long on a busy machine.
vi.setConfig({ testTimeout: 400_000 });

const database = testDatabase();

interface Imported extends Run {
  /** The last line of standard output, where it is JSON. */
  summary: Record<string, unknown>;
}

let folder = "";
let towns: { id: string; name: string }[] = [];
const results = () => join(folder, "results.jsonl");
const at = (...parts: string[]) => join(folder, "in", ...parts);

/** Runs the real command; it is killed without a warning as soon as `killWhen` says so. */
async function gongkai(
  args: string[],
  own: { killWhen?: () => Promise<boolean> } = {},
): Promise<Imported> {
  const env = { DATABASE_URL: database.url(), MEILI_URL: "" };
  let timer: NodeJS.Timeout | undefined;
  const run = await runCommand(["import", ...args], {
    env,
    meanwhile: (child) => {
      timer = setInterval(async () => {
        if (await own.killWhen?.()) child.kill("SIGKILL");
      }, 20);
    },
  }).finally(() => clearInterval(timer));
  const last = run.stdout.trim().split("\n").at(-1) ?? "";
  return { ...run, summary: last.startsWith("{") ? JSON.parse(last) : {} };
}

const imported = (...args: string[]) =>
  gongkai([at(), "--json", "--results", results(), "--jobs", "2", ...args]);
const lines = (): Record<string, unknown>[] =>
  readFileSync(results(), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
const write = (name: string, text: string) => writeFileSync(at(name), text);
const reportText = (town: number, year: number, seed: number) =>
  reportAsText(reportOf(towns[town]?.name ?? "", year, seed));

beforeAll(async () => {
  towns = await townsOf(60);
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gongkai-import-"));
  mkdirSync(at());
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const publicReports = (year: number) =>
  db().report.findMany({
    where: { year, publication: "published" },
    include: { versions: true, files: true },
    orderBy: { agencyId: "asc" },
  });

describe("gongkai import", () => {
  it("publishes archive copies with their original, address, event and job; again, it changes nothing", async () => {
    writeReports(at(), towns.slice(0, 6), [2011 + 10]);
    writeFileSync(
      at("2021", "00000.txt.url"),
      "[InternetShortcut]\r\nURL=https://example.org/a\r\n",
    );
    const first = await imported("--publish", "--source-base", "https://example.org/base/");
    expect(first.code, first.stderr).toBe(0);
    expect(first.summary).toMatchObject({ ok: true, files: 6, imported: 6, interrupted: false });
    const reports = await publicReports(2021);
    expect(reports.map(({ versions }) => versions.length)).toEqual([1, 1, 1, 1, 1, 1]);
    const urls = reports.map(({ versions }) => versions[0]?.sourceUrl);
    expect(urls.slice(0, 2)).toEqual([
      "https://example.org/a",
      "https://example.org/base/2021/00001.txt",
    ]);
    expect(reports[0]?.versions[0]).toMatchObject({ origin: "archive", number: 1 });
    expect(reports.every(({ files }) => files.length === 1 && files[0]?.version === 1)).toBe(true);
    const jobs = await db().$queryRaw<{ key: string }[]>`
      SELECT key FROM graphile_worker._private_jobs WHERE key LIKE 'search.sync:%'`;
    expect(jobs.length).toBeGreaterThanOrEqual(6);
    expect(await db().auditEvent.count({ where: { kind: "report.imported" } })).toBe(6);
    expect((await verifyChains(db())).findings).toEqual([]);
    expect(lines()[0]).toMatchObject({
      outcome: "imported",
      agency: { id: "town-00000", how: ["exact"] },
      cells: { read: 200, doubtful: 0 },
      checks: { holds: 42, fails: 0, unknown: 0 },
    });

    const second = await imported("--publish");
    expect(second).toMatchObject({ code: 0, summary: { imported: 0, "already-there": 6 } });
    expect(lines()[0]).toMatchObject({ outcome: "already-there", code: "import.same-bytes" });
    expect(await db().version.count({ where: { report: { year: 2021 } } })).toBe(6);
  });

  it("knows the same report in another file, and answers one that differs until told to replace", async () => {
    write("a.txt", reportText(0, 2022, 1));
    expect((await imported("--publish")).summary).toMatchObject({ imported: 1 });
    // Another file that says the same.
    write("b.txt", `\n\n${reportText(0, 2022, 1)}\n`);
    write("c.txt", reportText(0, 2022, 2));
    const again = await imported("--publish");
    expect(again).toMatchObject({ code: 1, summary: { "already-there": 2, conflict: 1 } });
    expect(lines().map(({ code }) => code)).toEqual([
      "import.same-bytes",
      "import.same-content",
      "import.changed",
    ]);
    rmSync(at("a.txt"));
    rmSync(at("b.txt"));
    write("d.txt", reportText(0, 2022, 3));
    const replaced = await imported("--publish", "--replace");
    expect(replaced.summary).toMatchObject({ imported: 1, conflict: 1 });
    expect(lines().map(({ code }) => code)).toEqual([null, "import.twice"]);
    const [report] = await publicReports(2022);
    expect(report).toMatchObject({ currentVersion: 2 });

    const undone = await gongkai(["--undo", String(replaced.summary.batch), "--json"]);
    expect(undone).toMatchObject({ code: 0, summary: { undone: 1, left: 0 } });
    const [restored] = await publicReports(2022);
    expect(restored?.currentVersion).toBe(3);
    const [one, , three] = restored?.versions.toSorted((a, b) => a.number - b.number) ?? [];
    expect(three?.contentHash).toBe(one?.contentHash);
  });

  it("leaves alone what the agency published, writes or has had withdrawn", async () => {
    const place = { year: 2024, scope: "organ" as const };
    const [own, open, gone] = towns.slice(0, 3);
    const hidden = await db().report.create({ data: { ...place, agencyId: open?.id ?? "" } });
    const by = systemActor("test").userId;
    const draft = { reportId: hidden.id, content: {}, createdById: by, editedById: by };
    await db().draft.create({ data: draft });
    const now = new Date();
    for (const [town, publication] of [
      [own, "published"],
      [gone, "withdrawn"],
    ] as const) {
      const report = await db().report.create({
        data: {
          ...{ ...place, agencyId: town?.id ?? "", publication, currentVersion: 1 },
          ...(publication === "withdrawn" ? { withdrawnAt: now, withdrawnReason: "有误" } : {}),
        },
      });
      const content = JSON.parse(JSON.stringify(reportOf(town?.name ?? "", 2024, 9)));
      const version = { reportId: report.id, number: 1, content, contentHash: "x" };
      await db().version.create({ data: { ...version, origin: "submitted" } });
    }
    writeReports(at(), towns.slice(0, 3), [2024]);
    const run = await imported("--publish", "--replace");
    expect(run).toMatchObject({ code: 1, summary: { conflict: 3, imported: 0 } });
    expect(lines().map(({ code }) => code)).toEqual([
      "import.own-report",
      "import.draft-open",
      "import.withdrawn",
    ]);
  });

  it("stores without publishing, for a moderator to publish, and takes a batch back once", async () => {
    writeReports(at(), towns.slice(0, 5), [2025]);
    const stored = await imported();
    expect(stored).toMatchObject({ code: 0, summary: { stored: 5, imported: 0 } });
    expect(await db().report.count({ where: { year: 2025 } })).toBe(0);
    expect((await imported()).summary).toMatchObject({ "already-there": 5 });
    const batch = String(stored.summary.batch);
    const published = await gongkai(["--publish-batch", batch, "--json"]);
    expect(published).toMatchObject({ code: 0, summary: { ok: true, published: 5 } });
    expect(await publicReports(2025)).toHaveLength(5);
    expect(await db().importItem.count({ where: { batchId: batch, outcome: "imported" } })).toBe(5);

    const again = await gongkai(["--publish-batch", batch]);
    expect(again.code).toBe(0);
    expect(again.stdout).toContain("没有待发布的副本");

    const undone = await gongkai(["--undo", batch, "--json"]);
    expect(undone).toMatchObject({ code: 0, summary: { undone: 5, left: 0 } });
    expect(await publicReports(2025)).toEqual([]);
    const events = await db().auditEvent.count({ where: { kind: "report.withdrawn" } });
    const twice = await gongkai(["--undo", batch, "--json"]);
    expect(twice).toMatchObject({ code: 0, summary: { undone: 0, left: 0 } });
    expect(await db().auditEvent.count({ where: { kind: "report.withdrawn" } })).toBe(events);

    const back = await imported("--publish");
    expect(back).toMatchObject({ code: 0, summary: { imported: 5 } });
    expect(await publicReports(2025)).toHaveLength(5);
    expect(await db().version.count({ where: { report: { year: 2025 } } })).toBe(5);
    const list = await gongkai(["--list"]);
    expect(list.stdout).toContain(batch);
  });

  it("shows what waits to the moderators of its region alone, and leaves later versions alone when undone", async () => {
    writeReports(at(), towns.slice(40, 42), [2026]);
    const { batch } = (await imported()).summary;
    const moderator = (regionCode: string): Actor => ({
      ...{ userId: "0190a000-0000-7000-8000-000000000001", name: "管理员" },
      grants: [{ role: "moderator", agencyId: null, regionCode }],
    });
    const near = moderator("990100");
    expect((await waitingCopies(near)).map(({ agencyId }) => agencyId)).toEqual(
      [40, 41].map((index) => towns[index]?.id),
    );
    expect(await waitingCopies(moderator("980000"))).toEqual([]);
    expect(await waitingCopies({ ...near, grants: [] })).toEqual([]);
    const clock = () => new Date();
    const told: string[] = [];
    const publish = (actor: Actor) =>
      publishBatch(actor, String(batch), { replace: false, clock }, ({ code }) => {
        told.push(String(code));
      });
    expect(await publish(moderator("980000"))).toEqual({ ok: true, value: 0 });
    expect(told).toEqual(["import.forbidden", "import.forbidden"]);
    expect(await publish(near)).toEqual({ ok: true, value: 2 });
    expect(await waitingCopies(near)).toEqual([]);

    rmSync(at("2026"), { recursive: true });
    write("later.txt", reportText(40, 2026, 77));
    expect((await imported("--publish", "--replace")).summary).toMatchObject({ imported: 1 });
    const undone = await gongkai(["--undo", String(batch), "--json"]);
    expect(undone).toMatchObject({ code: 1, summary: { undone: 1, left: 1 } });
    expect(undone.stdout).toContain("superseded");
    const reports = await publicReports(2026);
    expect(reports).toMatchObject([{ agencyId: towns[40]?.id, currentVersion: 2 }]);
  });

  it("answers what a folder of strangers holds, and goes on", async () => {
    write("0 ordinary.txt", reportText(7, 2023, 7));
    write("1 empty.txt", "");
    write("2 noise.txt", "今天天气很好。\n".repeat(40));
    write(
      "2 notice.txt",
      "关于做好2023年政府信息公开工作年度报告编制工作的通知\n各镇：请按时报送。\n",
    );
    write("3 binary.bin", "\u0000\u0001\u0002".repeat(500));
    write("4 zip.docx", "PK\u0003\u0004 and nothing");
    write("5 stranger.txt", reportAsText(reportOf("无人镇人民政府", 2023, 5)));
    write("6 old.txt", reportText(8, 1999, 6));
    write("7 two.txt", `${reportText(9, 2023, 7)}\n${reportText(10, 2023, 8)}`);
    symlinkSync(at(), at("8 loop"));
    symlinkSync(at("nowhere"), at("9 broken"));
    const gbk = Buffer.concat([Buffer.from(`${at()}/`), Buffer.from([0xc4, 0xea, 0xb1, 0xa8])]);
    writeFileSync(gbk, reportText(11, 2023, 9));
    const run = await imported("--publish");
    expect(run.code).toBe(1);
    expect(run.summary).toMatchObject({ imported: 4, files: 12 });
    const found = Object.fromEntries(
      lines().map(({ file, part, outcome, code }) => [
        `${String(file).slice(at().length + 1)}${part ? ` ${part}` : ""}`,
        `${outcome} ${code ?? ""}`.trim(),
      ]),
    );
    expect(found).toEqual({
      "0 ordinary.txt": "imported",
      "1 empty.txt": "refused reader.empty",
      "2 noise.txt": "needs-attention reader.no-report",
      "2 notice.txt": "needs-attention reader.not-annual-report",
      "3 binary.bin": expect.stringMatching(/^refused reader\./u),
      "4 zip.docx": expect.stringMatching(/^refused reader\./u),
      "5 stranger.txt": "needs-attention import.no-agency",
      "6 old.txt": "needs-attention import.year-out-of-range",
      "7 two.txt 1": "imported",
      "7 two.txt 2": "imported",
      "8 loop": "refused import.loop",
      "9 broken": "refused import.not-found",
      年报: "imported",
    });
    const notice = lines().find(({ code }) => code === "reader.not-annual-report");
    expect(notice).toMatchObject({
      message: expect.stringContaining("通知，不是政府信息公开工作年度报告"),
    });
    for (const { outcome, message } of lines())
      if (outcome !== "imported") expect(message).toMatch(/\p{Script=Han}.*。$/u);

    writeFileSync(join(folder, "map.csv"), `file,agency\n无人镇人民政府,${towns[12]?.id}\n`);
    const settled = await imported("--publish", "--map", join(folder, "map.csv"));
    expect(settled.summary).toMatchObject({ imported: 1, "already-there": 4 });
    expect(await db().report.count({ where: { agencyId: towns[12]?.id ?? "" } })).toBe(1);
  });

  it("parts glued figures by what is published on the next year, where the form's own sums cannot", async () => {
    const text = (town: number, year: number, row: string) =>
      licencesText(towns[town]?.name ?? "", year, row);
    write("next.txt", text(31, 2020, "2630 | 5 | 9"));
    expect((await imported("--publish")).summary).toMatchObject({ imported: 1 });
    rmSync(at("next.txt"));
    write("known.txt", text(31, 2019, "2648-18538"));
    write("unknown.txt", text(32, 2019, "2648-18538"));
    expect((await imported("--publish")).summary).toMatchObject({ imported: 2 });
    const keys = ["itemsLastYear", "change", "decisions"].map((key) => `proactive.licences.${key}`);
    const [known, unknown] = (await publicReports(2019)).map(({ versions }) =>
      keys.map((key) => storedContent(versions[0]?.content).cells[key]?.raw),
    );
    expect(known).toEqual(["2648", "-18", "538"]);
    expect(unknown).toEqual([undefined, undefined, undefined]);
  });

  it("says what would become of each with --dry-run, and writes nothing", async () => {
    write("a.txt", reportText(20, 2023, 1));
    write("b.txt", reportText(20, 2023, 2));
    const batches = await db().importBatch.count();
    const run = await imported("--publish", "--dry-run");
    expect(run.summary).toMatchObject({ imported: 1, conflict: 1, batch: null });
    expect(lines().map(({ code }) => code)).toEqual([null, "import.twice"]);
    expect(await db().importBatch.count()).toBe(batches);
    expect(await db().report.count({ where: { agencyId: towns[20]?.id ?? "" } })).toBe(0);
  });

  it("has the rights of the account it acts as, and says so where it has none", async () => {
    await db().user.create({
      data: {
        ...{ login: "far", name: "外地管理员", passwordHash: "none" },
        memberships: { create: { role: "moderator", regionCode: "990100" } },
      },
    });
    await db().user.create({
      data: {
        ...{ login: "lone", name: "填报员", passwordHash: "none" },
        memberships: { create: { role: "editor", agencyId: towns[30]?.id ?? "" } },
      },
    });
    write("a.txt", reportText(30, 2023, 1));
    const refused = await imported("--publish", "--as", "lone");
    expect(refused).toMatchObject({ code: 1, summary: { "refused-for": { forbidden: 1 } } });
    expect(lines()).toMatchObject([{ code: "import.forbidden" }]);
    expect(await imported("--publish", "--as", "nobody")).toMatchObject({ code: 1 });
    const done = await imported("--publish", "--as", "far");
    expect(done).toMatchObject({ code: 0, summary: { imported: 1 } });
    const [event] = await db().auditEvent.findMany({
      where: { kind: "report.imported", chain: `agency:${towns[30]?.id}` },
    });
    expect(event?.actorName).toBe("外地管理员");
  });
});

describe("killed in the middle", () => {
  it("and started again, every file is imported exactly once", async () => {
    writeReports(at(), towns, [2032, 2033, 2034, 2035]);
    const stored = () => db().importItem.count({ where: { year: { gte: 2032 } } });
    const args = [at(), "--publish", "--json", "--results", results(), "--jobs", "2"];
    let kills = 0;
    for (;;) {
      const before = await stored();
      // The last run may come to its end.
      const isEnough = kills >= 4 || before > 200;
      const run = await gongkai(args, {
        ...(isEnough ? {} : { killWhen: async () => (await stored()) > before }),
      });
      // On a busy machine the database may not answer in time: one more way to be cut short.
      const isLost = run.code === 1 && run.stderr.includes("连不上数据库");
      if (run.code !== null && !isLost) {
        expect(run.code, run.stderr).toBe(0);
        expect(run.summary).toMatchObject({ imported: 240, files: 240 });
        break;
      }
      if (!isLost) kills += 1;
    }
    expect(kills).toBeGreaterThanOrEqual(3);
    const years = { gte: 2032, lte: 2035 };
    const reports = await db().report.findMany({
      where: { year: years },
      include: { versions: true },
    });
    expect(reports).toHaveLength(240);
    expect(
      reports.every(
        ({ versions, publication }) => versions.length === 1 && publication === "published",
      ),
    ).toBe(true);
    const items = await db().importItem.findMany({ where: { year: years } });
    expect(items).toHaveLength(240);
    expect(new Set(items.map(({ batchId }) => batchId)).size).toBe(1);
    expect(new Set(items.map(({ reportId }) => reportId)).size).toBe(240);
    expect(lines()).toHaveLength(240);
    expect(new Set(lines().map(({ outcome }) => outcome))).toEqual(new Set(["imported"]));
    expect((await verifyChains(db())).findings).toEqual([]);
  });
});
