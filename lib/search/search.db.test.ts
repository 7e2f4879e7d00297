import { createServer } from "node:http";
import pg from "pg";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { TOKENS_VERSION } from "#lib/chinese/tokens.ts";
import { db, transaction } from "#lib/platform/db.ts";
import { importArchive, publishArchiveBatch } from "#lib/reports/commands-archive.ts";
import { withdraw } from "#lib/reports/commands-publication.ts";
import { testDatabase } from "#lib/testing/database.ts";
import { type ReportWorld, reportWorld, soundContent } from "#lib/testing/report-world.ts";
import { searchJson, searchTag } from "./api.ts";
import { searchAnswer } from "./api-schema.ts";
import { Asker } from "./ask.ts";
import { NO_FILTER } from "./engine.ts";
import { meilisearchEngine } from "./engines/meilisearch.ts";
import { postgresEngine } from "./engines/postgres.ts";
import { publicHashes } from "./queries.ts";
import { searchReports } from "./search.ts";
import { rebuildIndexes, reconcile, syncReports } from "./sync.ts";

const NOW = new Date("2026-05-01T00:00:00Z");
testDatabase();
let world: ReportWorld;

async function publish(agencyId: string, year: number, words: string): Promise<string> {
  const content = soundContent(year);
  const [first, ...rest] = content.sections;
  if (!first) throw new Error("a report has sections");
  const text = `${words}${first.text}`;
  const made = await importArchive(
    world.admin,
    {
      agencyId,
      year,
      content: { ...content, sections: [{ ...first, text, raw: text }, ...rest] },
      sourceUrl: null,
      sourceName: "测试",
      summarised: false,
    },
    NOW,
  );
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  return made.value.reportId;
}

const driftOf = async () => {
  const held = await postgresEngine().hashes();
  return [held, await publicHashes(TOKENS_VERSION, NOW)] as const;
};

beforeAll(async () => {
  world = await reportWorld();
});

describe("in step with the database", () => {
  let id = "";
  it("a published report is found after its job, with its passage and its place understood", async () => {
    id = await publish(world.unreviewed, 2023, "建成螺蛳粉专栏。");
    expect((await searchReports({ q: "螺蛳粉" }, NOW)).total).toBe(0);
    await syncReports([id], NOW);
    const answer = await searchReports({ q: "2023年丙县螺蛳粉" }, NOW);
    expect(answer.hits.map(({ document }) => document.id)).toEqual([id]);
    expect(answer.plan.lifted.map(({ facet, value }) => [facet, value])).toEqual([
      ["year", "2023"],
      ["region", "990101"],
    ]);
    expect(answer.hits[0]?.passages[0]?.pieces).toContainEqual({ text: "螺蛳粉", isHit: true });
    expect(answer).toMatchObject({
      engine: "postgres",
      fallback: null,
      total: 1,
      totalIsExact: true,
    });
  });
  it("doing it twice or late changes nothing", async () => {
    await syncReports([id, id], NOW);
    await syncReports([id], NOW);
    const [held, wanted] = await driftOf();
    expect(held).toEqual(wanted);
  });
  it("two writers at once end with what the database says", async () => {
    await db().agency.update({ where: { id: world.unreviewed }, data: { shortName: "丙办" } });
    await Promise.all([syncReports([id], NOW), syncReports([id], NOW)]);
    const [held, wanted] = await driftOf();
    expect(held).toEqual(wanted);
    expect((await searchReports({ q: "丙办" }, NOW)).total).toBe(1);
  });
  it("a withdrawn report does not show even before the index follows, and is gone after it", async () => {
    const done = await withdraw(world.admin, { reportId: id, reason: "内容有误，撤回更正。" }, NOW);
    expect(done.ok).toBe(true);
    expect((await searchReports({ q: "螺蛳粉" }, NOW)).hits).toEqual([]);
    await syncReports([id], NOW);
    expect((await searchReports({ q: "螺蛳粉" }, NOW)).total).toBe(0);
    expect((await postgresEngine().hashes()).has(id)).toBe(false);
  });
  it("reconcile repairs what drifted, whatever it was", async () => {
    const lost = await publish(world.elsewhere, 2023, "测试词语。");
    const stale = await publish(world.elsewhere, 2022, "测试词语。");
    await syncReports([stale], NOW);
    await db().searchFacet.updateMany({ where: { reportId: stale }, data: { hash: "old" } });
    await db()
      .$executeRaw`INSERT INTO "SearchFacet" SELECT generation, gen_random_uuid(), hash, "regionPath", year, level,
      kind, scope, edition, "checkOutcome", received, granted, refused, reconsideration, litigation, "publishedAt", standing
      FROM "SearchFacet" WHERE "reportId" = ${stale}::uuid`;
    expect(await reconcile(NOW)).toEqual({ postgres: 3 });
    const [held, wanted] = await driftOf();
    expect(held).toEqual(wanted);
    expect([...held.keys()]).toEqual(expect.arrayContaining([lost, stale]));
    expect(await reconcile(NOW)).toEqual({ postgres: 0 });
  });
  it("a rebuild swaps in a whole index and leaves none behind", async () => {
    const seen: number[] = [];
    expect(await rebuildIndexes(NOW, (done) => seen.push(done))).toBe(2);
    expect(seen).toEqual([0, 2]);
    const generations = await db().searchFacet.groupBy({ by: ["generation"] });
    expect(generations).toHaveLength(1);
    // The planner knows of the rows: a plan for an empty table takes seconds at some thousands.
    const known = await db().$queryRaw`
      SELECT relname, reltuples::int AS rows FROM pg_class WHERE relname IN ('SearchText', 'SearchFacet') ORDER BY 1`;
    expect(known).toEqual([
      { relname: "SearchFacet", rows: 2 },
      { relname: "SearchText", rows: 2 },
    ]);
    const [held, wanted] = await driftOf();
    expect(held).toEqual(wanted);
  });
  it("a quoted phrase is checked to the letter", async () => {
    expect((await searchReports({ q: "“测试词语”" }, NOW)).total).toBe(2);
    expect((await searchReports({ q: "“语测试词”" }, NOW)).total).toBe(0);
  });
  it("where nothing is found it says what to drop, and how many that gives", async () => {
    const { remedies } = await searchReports({ q: "测试词语", year: ["2019"] }, NOW);
    expect(remedies).toEqual([{ drop: "year", count: 2 }]);
  });
  it("a page behind the last becomes the last one, and is said", async () => {
    const { state, problems, hits } = await searchReports({ page: "9" }, NOW);
    expect(hits.length).toBeGreaterThan(0);
    expect(state.page).toBe(1);
    expect(problems).toEqual([{ parameter: "page", value: "9", used: "1" }]);
  });
});

describe("what a page costs", () => {
  it.each([
    {},
    { q: "2023年丁省测试词语" },
    { q: "测试词语", region: ["980000"], year: ["2022", "2023"] },
  ])("%j: at most six queries", async (given) => {
    const asked = vi.spyOn(pg.Client.prototype, "query");
    expect((await searchReports(given, NOW)).total).toBeGreaterThan(0);
    const texts = asked.mock.calls.map(([query]: unknown[]) =>
      typeof query === "object" && query !== null && "text" in query
        ? String(query.text)
        : String(query),
    );
    asked.mockRestore();
    const queries = texts.filter((text) => !/^(?:BEGIN|COMMIT)/u.test(text));
    expect(queries.length).toBeGreaterThan(1);
    expect(queries.length).toBeLessThanOrEqual(6);
  });
});

describe("the API's body", () => {
  it("has what its description says, marks hits and keeps its tag while nothing changes", async () => {
    const first = searchJson(await searchReports({ q: "测试词语" }, NOW));
    const again = searchJson(await searchReports({ q: "测试词语" }, NOW));
    expect(searchTag(first)).toBe(searchTag(again));
    expect(first).toMatchObject({
      query: "测试词语",
      engine: "postgres",
      total: 2,
      totalIsExact: true,
    });
    expect(first.hits[0]?.passages[0]?.html).toMatch(/^<mark>测试词语<\/mark>/u);
    expect(first.facets.year).toEqual([
      { value: "2023", label: "2023", count: 1, chosen: false },
      { value: "2022", label: "2022", count: 1, chosen: false },
    ]);
    expect(searchAnswer.parse(first)).toEqual(first);
    const narrowed = searchJson(await searchReports({ q: "测试词语", year: "2023" }, NOW));
    expect(searchTag(narrowed)).not.toBe(searchTag(first));
  });
});

describe("fallback to PostgreSQL", () => {
  const query = {
    words: [],
    ids: null,
    filter: NO_FILTER,
    sort: "year" as const,
    after: null,
    offset: 0,
    limit: 5,
    facets: true,
  };
  async function serverThat(
    answer: "nonsense" | "silence",
  ): Promise<{ url: string; close: () => void }> {
    const server = createServer((_, response) => {
      if (answer === "nonsense")
        response
          .writeHead(200, { "content-type": "application/json" })
          .end('{"numberOfDocuments":9,"results":[{"hits":7}]}');
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("no port");
    return {
      url: `http://127.0.0.1:${address.port}`,
      close: () => {
        server.close();
        server.closeAllConnections();
      },
    };
  }
  const askerAt = (url: string) =>
    new Asker({ postgres: postgresEngine(), meilisearch: meilisearchEngine({ url }) });

  it("unreachable", async () => {
    const { engine, fallback, answer } = await askerAt("http://127.0.0.1:1").ask(query, 1e6);
    expect({ engine, fallback, total: answer.total }).toEqual({
      engine: "postgres",
      fallback: "unreachable",
      total: 2,
    });
  });
  it("answering nonsense", async () => {
    const { url, close } = await serverThat("nonsense");
    expect(await askerAt(url).ask(query, 1e6)).toMatchObject({
      engine: "postgres",
      fallback: "nonsense",
    });
    close();
  });
  it("silent: within its budget, and not asked again while the breaker is open", async () => {
    const { url, close } = await serverThat("silence");
    const asker = askerAt(url);
    const begun = performance.now();
    expect(await asker.ask(query, 1e6)).toMatchObject({ engine: "postgres", fallback: "timeout" });
    expect(performance.now() - begun).toBeLessThan(2000);
    const again = performance.now();
    expect(await asker.ask(query, 1e6 + 5000)).toMatchObject({ fallback: "timeout" });
    expect(performance.now() - again).toBeLessThan(300);
    close();
  });
});

it("a batch of archive copies is found after a rebuild", async () => {
  const row = {
    agencyId: world.reviewed,
    year: 2021,
    scope: "organ" as const,
    content: soundContent(2021),
    sourceUrl: null,
    sourceName: "测试",
    summarised: false,
    synthetic: true,
    publishedAt: NOW,
  };
  await transaction((tx) =>
    publishArchiveBatch(tx, [row], { actor: world.admin, now: NOW, search: "none" }),
  );
  await rebuildIndexes(NOW);
  expect((await searchReports({ year: ["2021"] }, NOW)).total).toBe(1);
});
