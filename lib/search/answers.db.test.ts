import { unzipSync } from "fflate";
import { SaxesParser } from "saxes";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "#lib/platform/db.ts";
import { importArchive } from "#lib/reports/commands-archive.ts";
import { withdraw } from "#lib/reports/commands-publication.ts";
import { testDatabase } from "#lib/testing/database.ts";
import { type ReportWorld, reportWorld, soundContent } from "#lib/testing/report-world.ts";
import { answerCsv, answerFeed, answerSearch, answerSuggest, answerXlsx } from "./answers.ts";
import { searchAnswer, searchProblem, suggestions } from "./api-schema.ts";
import { reportNumbered } from "./suggest.ts";
import { reconcile } from "./sync.ts";

testDatabase();
let world: ReportWorld;
const SITE = "http://127.0.0.1:3000";
const asking = (path: string, headers: Record<string, string> = {}) =>
  new Request(`${SITE}/api/v1/${path}`, { headers });
/** A caller of its own, so that no test uses up another's minute. */
let callers = 0;
const caller = () => `192.0.2.${++callers}`;

async function publish(year: number, title: string, indexNumber: string | null = null) {
  const made = await importArchive(
    world.admin,
    {
      agencyId: world.unreviewed,
      year,
      content: { ...soundContent(year), title, indexNumber },
      sourceUrl: null,
      sourceName: "测试",
      summarised: false,
    },
    new Date(),
  );
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
}

beforeAll(async () => {
  world = await reportWorld();
  await db().agency.updateMany({ data: { name: "丙县审计局" } });
  await publish(2020, "丙县办公室2020年报", "000099999/2021-00001");
  await publish(2023, '=cmd|"/c calc"!A1 <标题>');
  for (const year of [2021, 2022]) await publish(year, `丙县办公室${year}年报`);
  await reconcile(new Date());
});

describe("GET /api/v1/search", () => {
  it("has the shape that is described", async () => {
    const response = await answerSearch(asking("search?year=2023"), caller());
    expect(searchAnswer.parse(await response.json()).total).toBe(1);
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
  });
  it("answers 304 to the tag it gave, among others too", async () => {
    const first = await answerSearch(asking("search"), caller());
    const tag = first.headers.get("etag") ?? "";
    const headers = { "if-none-match": `"another", ${tag}` };
    const again = await answerSearch(asking("search", headers), caller());
    expect(again.status).toBe(304);
    expect(await again.text()).toBe("");
  });
  it("a bad value is a 400 that names it", async () => {
    const response = await answerSearch(asking("search?year=12&cursor=x&sort=year"), caller());
    expect(response.status).toBe(400);
    const { error, problems } = searchProblem.parse(await response.json());
    expect(error).toMatchObject({ parameter: "year", value: "12" });
    expect(problems.map(({ parameter }) => parameter)).toEqual(["year", "cursor"]);
  });
  it("cursors lead through the whole list, each report once", async () => {
    const ids: string[] = [];
    const from = caller();
    for (let cursor: string | null = ""; cursor !== null; ) {
      const path = `search?sort=year&size=10${cursor === "" ? "" : `&cursor=${cursor}`}`;
      const page = searchAnswer.parse(await (await answerSearch(asking(path), from)).json());
      ids.push(...page.hits.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(ids).toHaveLength(4);
    expect(new Set(ids).size).toBe(4);
  });
  it("the call beyond the limit is a 429 that says how long to wait", async () => {
    const from = caller();
    const key = { startsWith: `search-address:${from}` };
    await answerSearch(asking("search"), from);
    await db().rateLimit.updateMany({ where: { key }, data: { points: 120 } });
    const response = await answerSearch(asking("search"), from);
    expect(response.status).toBe(429);
    expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await response.json()).toMatchObject({ error: { code: "search.too-often" } });
  });
});

describe("what is left of the minute", () => {
  const counts = ({ headers }: Response) =>
    [...headers.keys()].filter((name) => name.startsWith("ratelimit"));
  it("is not said where a shared cache may keep the answer for others", async () => {
    for (const [path, ask] of [
      ["search", answerSearch],
      ["feed.atom", answerFeed],
    ] as const) {
      const first = await ask(asking(path), caller());
      const known = { "if-none-match": first.headers.get("etag") ?? "" };
      for (const response of [first, await ask(asking(path, known), caller())]) {
        expect(response.headers.get("cache-control")).toBe("no-cache");
        expect(counts(response)).toEqual([]);
      }
    }
  });
  it("is said where nobody keeps it: suggestions, files, refusals", async () => {
    const answers = [
      await answerSuggest(asking("suggest?q=x"), caller()),
      await answerCsv(asking("search.csv"), caller()),
      await answerXlsx(asking("search.xlsx"), caller()),
      await answerSearch(asking("search?year=12"), caller()),
    ];
    for (const response of answers) {
      expect(response.headers.get("cache-control")).toBe("no-store");
      expect(counts(response)).toHaveLength(3);
    }
    expect(answers[0]?.headers.get("ratelimit-remaining")).toBe("299");
  });
});

describe("GET /api/v1/suggest", () => {
  const suggested = async (q: string) => {
    const path = `suggest?q=${encodeURIComponent(q)}`;
    return suggestions.parse(await (await answerSuggest(asking(path), caller())).json());
  };
  it("agencies and their places, regions and reports; the name and its pinyin alike", async () => {
    const { agencies, regions, reports } = await suggested("丙县");
    expect(agencies[0]).toMatchObject({ id: world.unreviewed });
    expect(agencies[0]?.place.length).toBeGreaterThan(0);
    expect(regions.map(({ name }) => name)).toEqual(["丙县"]);
    expect(reports).toHaveLength(3);
    expect((await suggested("bingxian")).agencies).toEqual(agencies);
  });
  it("nothing typed, nothing of words, nothing odd: nothing suggested", async () => {
    for (const q of ["", " ", "'); --", "龘".repeat(500)])
      expect((await suggested(q)).agencies).toEqual([]);
  });
  it("an agency without a public report is not suggested", async () => {
    const names = (await suggested("审计局")).agencies.map(({ id }) => id);
    expect(names).toEqual([world.unreviewed]);
  });
  it("an exact 索引号 leads to its report, part of one to none", async () => {
    const now = new Date();
    const found = { agencyId: world.unreviewed, year: 2020 };
    expect(await reportNumbered(" ０00099999/2021-00001", now)).toEqual(found);
    expect(await reportNumbered("000099999/2021", now)).toBeNull();
    expect(await reportNumbered("丙县", now)).toBeNull();
  });
});

describe("files of a result", () => {
  it("CSV: every report a line, formulas disarmed, the count in the head", async () => {
    const response = await answerCsv(asking("search.csv?sort=year"), caller());
    expect(response.headers.get("x-total-count")).toBe("4");
    expect(response.headers.get("content-disposition")).toMatch(/^attachment/u);
    const lines = (await response.text()).trimEnd().split("\r\n");
    expect(lines).toHaveLength(5);
    expect(lines[0]).toMatch(/^标题,单位,/u);
    expect(lines[1]).toContain(`"'=cmd|""/c calc""!A1 <标题>"`);
  });
  it("English heads where they are asked for; filters count; a bad value is named", async () => {
    const response = await answerCsv(asking("search.csv?lang=en&year=2021"), caller());
    const lines = (await response.text()).trimEnd().split("\r\n");
    expect(lines[0]).toMatch(/^Title,Agency,/u);
    expect(lines).toHaveLength(2);
    expect((await answerCsv(asking("search.csv?kind=x"), caller())).status).toBe(400);
  });
  it("XLSX: the same rows as text and numbers", async () => {
    const response = await answerXlsx(asking("search.xlsx"), caller());
    const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
    const sheet = new TextDecoder().decode(files["xl/worksheets/sheet1.xml"]);
    expect(sheet.match(/<row /gu)).toHaveLength(5);
    expect(sheet).not.toContain("<f>");
  });
});

describe("a search as a feed", () => {
  it("is well-formed, newest first, and keeps its tag while nothing changes", async () => {
    const response = await answerFeed(asking("feed.atom?q=%E4%B8%99%E5%8E%BF"), caller());
    const xml = await response.text();
    let entries = 0;
    const parser = new SaxesParser();
    parser.on("opentag", ({ name }) => {
      if (name === "entry") entries += 1;
    });
    parser.write(xml).close();
    expect(entries).toBe(4);
    expect(xml).toContain('<link rel="self" type="application/atom+xml" href="http://127.0.0.1');
    expect(xml).toContain("<title>年报检索：丙县</title>");
    const headers = { "if-none-match": response.headers.get("etag") ?? "" };
    const again = await answerFeed(asking("feed.atom?q=%E4%B8%99%E5%8E%BF", headers), caller());
    expect(again.status).toBe(304);
  });
  it("a withdrawn report stands in no list at once, before the index follows", async () => {
    const { reportId } = await db().version.findFirstOrThrow({
      where: { content: { path: ["year"], equals: 2022 } },
    });
    const done = await withdraw(world.admin, { reportId, reason: "试验撤回" }, new Date());
    expect(done.ok).toBe(true);
    const csv = await (await answerCsv(asking("search.csv"), caller())).text();
    const xml = await (await answerFeed(asking("feed.atom"), caller())).text();
    expect(`${csv}${xml}`).not.toContain("丙县办公室2022年报");
    expect(csv).toContain("丙县办公室2021年报");
  });
});
