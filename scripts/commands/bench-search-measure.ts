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
}

/** One contender's figures, or why there are none. */
export type Result =
  | ({ name: string; remark: { zh: string; en: string } | null } & Built & Measured)
  | { name: string; skipped: string };

/** Asks every search once (not counted where more follow), then round and round for `span` milliseconds with each number of callers. */
export async function measure(
  contender: Contender,
  queries: readonly BenchQuery[],
  span: number,
): Promise<Measured> {
  const asked = queries.filter((query) => contender.takes(query));
  const latencies: Latency[] = [];
  let slowest: Slowest | null = null;
  const one = async (query: BenchQuery) => {
    const begun = performance.now();
    await contender.ask(query);
    return performance.now() - begun;
  };
  // Whatever the span, each search is asked, and the slowest named after a second look at it.
  const first: number[] = [];
  const limit = performance.now() + span * 3;
  for (const query of asked) {
    if (performance.now() > limit) break;
    const ms = Math.min(await one(query), await one(query));
    first.push(ms);
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
  return { latencies, slowest };
}

function quantiles(times: readonly number[]): Pick<Latency, "p50" | "p95" | "max"> {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), max: sorted.at(-1) ?? 0 };
}
