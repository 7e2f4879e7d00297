import type { Result } from "./bench-search-measure.ts";
import type { BenchQuery } from "./bench-search-queries.ts";
import { aligned } from "./columns.ts";
import { type Language, pick } from "./language.ts";

interface Facts {
  reports: number;
  queries: number;
  results: readonly Result[];
  page: { name: string; ms: number };
}

const MEGABYTE = 1_048_576;

const KINDS: Readonly<Record<BenchQuery["kind"], { zh: string; en: string }>> = {
  common: { zh: "常见词", en: "common word" },
  theme: { zh: "主题词", en: "theme" },
  character: { zh: "单字", en: "one character" },
  pasted: { zh: "带年份和单位", en: "with year and organ" },
  pair: { zh: "两个常见词", en: "two common words" },
  phrase: { zh: "引号内的短语", en: "quoted phrase" },
  all: { zh: "不输词", en: "nothing asked" },
  sorted: { zh: "排序", en: "sorted" },
  deep: { zh: "靠后的页", en: "deep page" },
  facets: { zh: "分面", en: "facets" },
  ranges: { zh: "数值范围", en: "ranges" },
  nothing: { zh: "无结果", en: "nothing found" },
  index: { zh: "索引中的高频词", en: "frequent word of the index" },
};

/** The figures as a table, and what was slowest. */
export function printResults({ reports, queries, results, page }: Facts, language: Language): void {
  const say = (zh: string, en: string) => pick({ zh, en }, language);
  const head = [
    say("方式", "way"),
    say("建索引 秒", "index s"),
    "MB",
    say("并发", "callers"),
    "p50 ms",
    "p95 ms",
    say("最长 ms", "max ms"),
    say("次/秒", "per s"),
  ];
  const rows = results.flatMap((result) =>
    "skipped" in result
      ? []
      : result.latencies.map((each, index) => [
          index === 0 ? result.name : "",
          index === 0 ? result.seconds.toFixed(1) : "",
          index === 0 && result.bytes !== null ? (result.bytes / MEGABYTE).toFixed(0) : "",
          String(each.callers),
          each.p50.toFixed(1),
          each.p95.toFixed(1),
          each.max.toFixed(0),
          each.perSecond.toFixed(1),
        ]),
  );
  const lines = [
    say(`${reports} 份年报，${queries} 种检索`, `${reports} reports, ${queries} searches`),
    ...aligned([head, ...rows]),
    ...results.map((result) => noteOf(result, language)),
    say(
      `整页最慢：${page.name} ${page.ms.toFixed(0)} ms`,
      `slowest whole page: ${page.name} ${page.ms.toFixed(0)} ms`,
    ),
  ];
  process.stdout.write(`${lines.filter((line) => line !== "").join("\n")}\n`);
}

function noteOf(result: Result, language: Language): string {
  const say = (zh: string, en: string) => pick({ zh, en }, language);
  if ("skipped" in result)
    return result.skipped === "MEILI_URL"
      ? say(
          `${result.name}：未测，没有设置 MEILI_URL`,
          `${result.name}: not measured, MEILI_URL is not set`,
        )
      : say(
          `${result.name}：未测，${result.skipped}`,
          `${result.name}: not measured: ${result.skipped}`,
        );
  const { slowest, remark, name } = result;
  const slow = slowest
    ? say(
        `最慢的一次 ${slowest.ms.toFixed(0)} ms（${pick(KINDS[slowest.kind], language)}：${slowest.name}）`,
        `slowest ${slowest.ms.toFixed(0)} ms (${pick(KINDS[slowest.kind], language)}: ${slowest.name})`,
      )
    : "";
  return `${name}: ${[slow, remark ? pick(remark, language) : ""].filter(Boolean).join("; ")}`;
}
