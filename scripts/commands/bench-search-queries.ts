import { readable } from "#lib/chinese/tokens.ts";
import { db } from "#lib/platform/db.ts";
import { type EngineQuery, NO_FILTER } from "#lib/search/engine.ts";
import { currentGeneration } from "#lib/search/engines/postgres-rows.ts";
import { prepareSearch } from "#lib/search/prepare.ts";
import type { Given } from "#lib/search/query.ts";

type Kind =
  | "common"
  | "theme"
  | "character"
  | "pasted"
  | "pair"
  | "phrase"
  | "all"
  | "sorted"
  | "deep"
  | "facets"
  | "ranges"
  | "nothing"
  | "index";

/** A search as it is typed, and as the engines are asked. */
export interface BenchQuery {
  kind: Kind;
  name: string;
  /** What an address would carry; null for a bare word of the index. */
  given: Given | null;
  query: EngineQuery;
  /** The words as people write them, for contenders that search the text itself. */
  words: readonly string[];
}

/** Words that stand in nearly every report, singly, together, quoted and beside rare ones. */
const COMMON = [
  "信息",
  "公开",
  "政府信息",
  "政府信息公开",
  "工作",
  "年度报告",
  "申请",
  "我局",
  "情况",
];
const RARE = ["适老化", "政务新媒体", "企业信息公示", "行政复议", "规范性文件", "依申请公开"];
const SINGLE = ["一", "公", "政", "镇", "水"];
const PLACES = ["2023年教育局年报", "2022 水务局 依申请公开", "政府办公室 2021"];

const TYPED: readonly (readonly [kind: Kind, given: Given])[] = [
  ...COMMON.map((q) => ["common", { q }] as const),
  ...RARE.map((q) => ["theme", { q }] as const),
  ...SINGLE.map((q) => ["character", { q }] as const),
  ...PLACES.map((q) => ["pasted", { q }] as const),
  ...pairs(COMMON).map((q) => ["pair", { q }] as const),
  ["phrase", { q: "“政府信息公开工作”" }],
  ["phrase", { q: "“政府信息公开” 申请" }],
  ["all", {}],
  ...["year", "published", "received"].flatMap((sort) => [
    ["sorted", { sort }] as const,
    ["sorted", { q: "公开", sort }] as const,
  ]),
  ["deep", { q: "公开", page: "50", size: "40" }],
  ["deep", { page: "50", size: "40" }],
  ["facets", { q: "公开", year: ["2022", "2023"], kind: "department", check: ["pass", "fail"] }],
  ["facets", { level: "county", scope: "organ", edition: "2021" }],
  ["ranges", { q: "公开", "received.min": "5", "received.max": "500" }],
  ["ranges", { "refused.min": "1", "litigation.min": "1" }],
  ["nothing", { q: "螺蛳粉 酸笋" }],
];

function pairs(words: readonly string[]): string[] {
  return words.slice(1).map((word, index) => `${words[index] ?? ""} ${word}`);
}

/** What people type, and the words that stand in the most reports of this very index. */
export async function benchQueries(now: Date, words: number): Promise<BenchQuery[]> {
  const typed: BenchQuery[] = [];
  for (const [kind, given] of TYPED) {
    const { query, plan } = await prepareSearch(given, now);
    const name = Object.entries(given)
      .map(([key, value]) => (key === "q" ? String(value) : `${key}=${String(value)}`))
      .join(" ");
    typed.push({ kind, name: name || "–", given, query, words: plan.understood.words });
  }
  return [...typed, ...(await frequentWords(words))];
}

async function frequentWords(count: number): Promise<BenchQuery[]> {
  const generation = await currentGeneration();
  const rows = await db().$queryRawUnsafe<{ word: string; ndoc: number }[]>(
    `SELECT word, ndoc FROM ts_stat('SELECT tokens FROM "SearchText" WHERE generation = ${generation}')
     ORDER BY ndoc DESC, word LIMIT ${count}`,
  );
  return rows.map(({ word, ndoc }) => ({
    kind: "index",
    name: `${readable(word)} (${ndoc})`,
    given: null,
    words: [readable(word)],
    query: {
      words: [word],
      ids: null,
      filter: NO_FILTER,
      sort: "relevance",
      after: null,
      offset: 0,
      limit: 20,
      facets: true,
    },
  }));
}
