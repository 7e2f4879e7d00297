import { keyOf, writeCursor } from "./cursor.ts";
import type { EngineAnswer, EngineFault, EngineName, EngineQuery } from "./engine.ts";
import { MAX_RESULTS } from "./engine.ts";
import { countWithout, type Facet, facetViews } from "./facets.ts";
import { type Help, helpFor, NO_HELP } from "./help.ts";
import { findWords, marked, type Passage, type Piece, passages } from "./passages.ts";
import type { Plan } from "./plan.ts";
import { type Moment, prepareSearch } from "./prepare.ts";
import { facetFrame, shownDocuments } from "./queries.ts";
import type { Given, Problem, SearchState } from "./query.ts";
import { type RegionSearch, regionText, searchRegions } from "./region-search.ts";
import type { SearchDocument } from "./shown.ts";

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
  /** Where the list goes on behind these hits; null at its end and in the order of relevance. */
  nextCursor: string | null;
  hits: readonly Hit[];
  facets: readonly Facet[];
  /** What was looked for in the region facet; null where nothing was. */
  regionSearch: RegionSearch | null;
  remedies: readonly Remedy[];
  /** What may have been meant; nothing where something was found. */
  help: Help;
  indexedAt: Date | null;
  tookMs: number;
}

/** A long page of results shows one passage of each, so that it stays light. */
const LONG_PAGE = 20;

/** Where the list goes on: behind the last hit, if it is not the last of all. */
function nextOf(query: EngineQuery, found: readonly SearchDocument[], answer: EngineAnswer) {
  const last = found.at(-1);
  const isWhole = answer.ids.length < query.limit || query.offset + query.limit === answer.total;
  if (last === undefined || isWhole || query.sort === "relevance") return null;
  return writeCursor(query.sort, keyOf(query.sort, last));
}

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
  const { state, problems, plan, query, isExact, at } = await prepareSearch(given, now);
  const { answer, engine, fallback, page } = await ask(state, query, problems, at);
  const counts = answer.facets;
  if (counts === null) throw new Error("an engine left out the facets it was asked for");
  const opened = query.filter.region.flatMap(({ path }) => path);
  const codes = [...counts.region.map(({ value }) => value), ...opened];
  const looked = regionText(given);
  const isEmpty = answer.total === 0;
  const [shown, frame, regionSearch, remedies, help] = await Promise.all([
    shownDocuments(answer.ids, now),
    facetFrame(codes, opened),
    looked === "" ? null : searchRegions(looked, query, at),
    isEmpty ? remediesFor(query, counts, at) : [],
    isEmpty && state.q !== "" ? helpFor(state, at) : NO_HELP,
  ]);
  return {
    state: { ...state, page },
    problems,
    plan,
    engine,
    fallback,
    total: answer.total,
    totalIsExact: isExact,
    nextCursor: nextOf({ ...query, offset: (page - 1) * state.size }, shown.documents, answer),
    hits: shown.documents.map((document) => hitOf(document, plan.understood.words, state.size)),
    facets: facetViews(counts, query.filter, frame),
    regionSearch,
    remedies,
    help,
    indexedAt: shown.indexedAt,
    tookMs: Math.round(performance.now() - startedAt),
  };
}
