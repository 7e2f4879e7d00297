import type { SearchEngine } from "../engine.ts";
import { planSearch } from "../plan.ts";
import { EMPTY_STATE } from "../query.ts";
import {
  GOLDEN_DOCUMENTS,
  GOLDEN_PLACES,
  GOLDEN_QUERIES,
  type GoldenQuery,
  goldenKey,
  goldenWith,
} from "./golden.ts";

/** How well an engine answers the golden set. Shares from 0 to 1; `of` counts the queries they rest on. */
export interface Relevance {
  queries: number;
  /** The first answer is right. */
  success1: number;
  /** What must be among the first three is there. */
  success3: number;
  /** Exactly the reports that were written down, where all of them were. */
  exact: number;
  /** Nothing found though something was expected. */
  zeroResults: number;
  misses: { q: string; found: string[]; wanted: GoldenQuery }[];
}

const TOP = 3;

/** Fills an empty engine with the golden corpus and asks it every query of the sheet. */
export async function measureRelevance(engine: SearchEngine): Promise<Relevance> {
  await engine.prepare();
  await engine.remove([...(await engine.hashes()).keys()]);
  await engine.upsert(GOLDEN_DOCUMENTS);
  const asked = [];
  for (const wanted of GOLDEN_QUERIES) asked.push({ wanted, found: await ask(engine, wanted.q) });
  const share = (of: readonly Answered[], holds: (each: Answered) => boolean) =>
    of.length === 0 ? 1 : of.filter(holds).length / of.length;
  const ranked = asked.filter(({ wanted }) => firstOf(wanted).length > 0);
  const whole = asked.filter(({ wanted }) => wanted.all !== undefined);
  return {
    queries: asked.length,
    success1: share(ranked, isFirstRight),
    success3: share(ranked, isAmongThree),
    exact: share(whole, isWhole),
    zeroResults: share(ranked, ({ found }) => found.length === 0),
    misses: asked
      .filter((each) => !isFirstRight(each) || !isAmongThree(each) || !isWhole(each))
      .map(({ wanted, found }) => ({ q: wanted.q, found: found.slice(0, TOP), wanted })),
  };
}

interface Answered {
  wanted: GoldenQuery;
  found: string[];
}

async function ask(engine: SearchEngine, q: string): Promise<string[]> {
  const { query, understood } = planSearch({ ...EMPTY_STATE, q }, GOLDEN_PLACES);
  const ids = goldenWith(understood.phrases);
  const answer = await engine.search({ ...query, ids, limit: GOLDEN_DOCUMENTS.length }, 5000);
  return answer.ids.map(goldenKey);
}

/** The reports any of which may stand first: the one named, else those that must be near the top, else those expected at all. */
const firstOf = ({ first, top3, all }: GoldenQuery): readonly string[] =>
  first === undefined ? (top3 ?? all ?? []) : [first];

const isFirstRight = ({ wanted, found }: Answered) => {
  const right = firstOf(wanted);
  return right.length === 0 || (found[0] !== undefined && right.includes(found[0]));
};

const isAmongThree = ({ wanted, found }: Answered) => {
  const top = found.slice(0, TOP);
  const must = [...(wanted.first === undefined ? [] : [wanted.first]), ...(wanted.top3 ?? [])];
  if (must.length > 0) return must.every((key) => top.includes(key));
  const any = wanted.all ?? [];
  return any.length === 0 || top.some((key) => any.includes(key));
};

const isWhole = ({ wanted: { all }, found }: Answered) =>
  all === undefined || JSON.stringify(all.toSorted()) === JSON.stringify(found.toSorted());
