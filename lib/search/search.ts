import { Asker } from "./ask.ts";
import type { EngineFault, EngineName, EngineQuery } from "./engine.ts";
import { MAX_RESULTS, NO_FILTER } from "./engine.ts";
import { engines } from "./engines.ts";
import { countWithout, type Facet, facetViews } from "./facets.ts";
import { findWords, marked, type Passage, type Piece, passages } from "./passages.ts";
import { type Plan, planSearch } from "./plan.ts";
import { findPlaces, regionNames, shownDocuments, withPhrases } from "./queries.ts";
import { type Given, type Problem, parseState, type SearchState } from "./query.ts";
import type { SearchDocument } from "./shown.ts";
import { placeSpans } from "./understand.ts";

export interface Hit {
  document: SearchDocument;
  /** The title with the words that were searched. */
  title: readonly Piece[];
  passages: readonly Passage[];
}

/** What dropping one part of a search that found nothing would give. */
export interface Remedy {
  drop: "words" | "ranges" | Facet["name"];
  count: number;
}

export interface SearchAnswer {
  state: SearchState;
  problems: readonly Problem[];
  plan: Plan;
  engine: EngineName;
  fallback: EngineFault | "behind" | null;
  total: number;
  totalIsExact: boolean;
  hits: readonly Hit[];
  facets: readonly Facet[];
  remedies: readonly Remedy[];
  indexedAt: Date | null;
  tookMs: number;
}

let asker: Asker | undefined;

interface Moment {
  asker: Asker;
  now: Date;
}

/** A phrase is an AND by the index, then a literal check on what it found. */
async function restricted(
  plan: Plan,
  at: Moment,
): Promise<{ query: EngineQuery; isExact: boolean }> {
  const { phrases } = plan.understood;
  if (phrases.length === 0) return { query: plan.query, isExact: true };
  const wide = { ...plan.query, filter: NO_FILTER, offset: 0, limit: MAX_RESULTS, facets: false };
  const { answer } = await at.asker.ask(wide, at.now.getTime());
  const ids = await withPhrases(answer.ids, phrases);
  return { query: { ...plan.query, ids }, isExact: answer.total <= MAX_RESULTS };
}

/** A long page of results shows one passage of each, so that it stays light. */
const LONG_PAGE = 20;

function hitOf(document: SearchDocument, words: readonly string[], size: number): Hit {
  return {
    document,
    title: marked(document.title, findWords(document.title, words)),
    passages: passages(document.sections, words, size > LONG_PAGE ? 1 : 2),
  };
}

/** What would be found without the words, without the ranges, without each chosen facet. */
async function remediesFor(
  query: EngineQuery,
  facets: Parameters<typeof countWithout>[0],
  at: Moment,
): Promise<Remedy[]> {
  const total = async (change: Partial<EngineQuery>) => {
    const asked = { ...query, ...change, limit: 1, offset: 0, facets: false };
    return (await at.asker.ask(asked, at.now.getTime())).answer.total;
  };
  const names = ["year", "region", "level", "kind", "scope", "edition", "check"] as const;
  const chosen = names.filter((name) => query.filter[name].length > 0);
  const hasRanges = Object.keys(query.filter.ranges).length > 0;
  const found: Remedy[] = chosen.map((name) => ({ drop: name, count: countWithout(facets, name) }));
  if (query.words.length > 0)
    found.push({ drop: "words", count: await total({ words: [], ids: null }) });
  if (hasRanges) {
    found.push({ drop: "ranges", count: await total({ filter: { ...query.filter, ranges: {} } }) });
  }
  return found.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
}

async function ask(state: SearchState, query: EngineQuery, problems: Problem[], at: Moment) {
  const first = await at.asker.ask(query, at.now.getTime());
  const { ids, total } = first.answer;
  if (ids.length > 0 || total === 0 || query.offset === 0) return { ...first, page: state.page };
  const page = Math.ceil(Math.min(total, MAX_RESULTS) / state.size);
  problems.push({ parameter: "page", value: String(state.page), used: String(page) });
  const again = await at.asker.ask({ ...query, offset: (page - 1) * state.size }, at.now.getTime());
  return { ...again, page };
}

/** Answers a search from the parameters of an address; bad values are replaced by the nearest good ones and named in `problems`. */
export async function searchReports(given: Given, now: Date): Promise<SearchAnswer> {
  const startedAt = performance.now();
  asker ??= new Asker(engines());
  const at = { asker, now };
  const { state, problems } = parseState(given);
  const plan = planSearch(state, await findPlaces(state.region, placeSpans(state.q)));
  for (const code of plan.unknownRegions) {
    problems.push({ parameter: "region", value: code, used: null });
  }
  const { query, isExact } = await restricted(plan, at);
  const { answer, engine, fallback, page } = await ask(state, query, problems, at);
  const counts = answer.facets;
  if (counts === null) throw new Error("an engine left out the facets it was asked for");
  const codes = [
    ...counts.region.map(({ value }) => value),
    ...query.filter.region.flatMap(({ path }) => path),
  ];
  const [shown, names] = await Promise.all([shownDocuments(answer.ids, now), regionNames(codes)]);
  return {
    state: { ...state, page },
    problems,
    plan,
    engine,
    fallback,
    total: answer.total,
    totalIsExact: isExact,
    hits: shown.documents.map((document) => hitOf(document, plan.understood.words, state.size)),
    facets: facetViews(counts, query.filter, names),
    remedies: answer.total === 0 ? await remediesFor(query, counts, at) : [],
    indexedAt: shown.indexedAt,
    tookMs: Math.round(performance.now() - startedAt),
  };
}
