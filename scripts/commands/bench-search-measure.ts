import type { Built, Contender } from "./bench-search-contender.ts";
import type { BenchQuery } from "./bench-search-queries.ts";

/** Latency in milliseconds and answers a second, at so many callers. */
export interface Latency {
  callers: number;
  searches: number;
  p50: number;
  p95: number;
  max: number;
  perSecond: number;
}

/** The search that took longest with one caller. */
export interface Slowest {
  kind: BenchQuery["kind"];
  name: string;
  ms: number;
}

export interface Measured {
  latencies: Latency[];
  slowest: Slowest | null;
  /** How many searches were asked to find the slowest: all of them where the contender is judged by it. */
  sifted: number;
}

const SECOND_LOOK_MS = 200;

/** One contender's figures, or why there are none. */
export type Result =
  | ({ name: string; remark: { zh: string; en: string } | null } & Built & Measured)
  | { name: string; skipped: string };

/** Asks every search once, then round and round for `span` milliseconds with each number of callers. */
export async function measure(
  contender: Contender,
  queries: readonly BenchQuery[],
  span: number,
): Promise<Measured> {
  const asked = queries.filter((query) => contender.takes(query));
  const latencies: Latency[] = [];
  let slowest: Slowest | null = null;
  let sifted = 0;
  const limit = performance.now() + span * 3;
  const one = async (query: BenchQuery) => {
    const begun = performance.now();
    await contender.ask(query);
    return performance.now() - begun;
  };
  // Whatever the span, every search is asked here, so that the slowest word is found; a slow one gets a second look.
  for (const query of asked) {
    if (!contender.isJudged && performance.now() > limit) break;
    let ms = await one(query);
    if (ms > SECOND_LOOK_MS) ms = Math.min(ms, await one(query));
    sifted += 1;
    if (ms > (slowest?.ms ?? 0)) slowest = { kind: query.kind, name: query.name, ms };
  }
  for (const callers of [1, 10]) {
    const times: number[] = [];
    const begun = performance.now();
    let next = 0;
    const caller = async () => {
      while (performance.now() - begun < span) {
        const query = asked[next++ % asked.length];
        if (query) times.push(await one(query));
      }
    };
    await Promise.all(Array.from({ length: callers }, caller));
    const seconds = (performance.now() - begun) / 1000;
    latencies.push({
      callers,
      searches: times.length,
      ...quantiles(times),
      perSecond: times.length / seconds,
    });
  }
  return { latencies, slowest, sifted };
}

function quantiles(times: readonly number[]): Pick<Latency, "p50" | "p95" | "max"> {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), max: sorted.at(-1) ?? 0 };
}
