import { keyOf } from "./cursor.ts";
import { type EngineQuery, MAX_RESULTS } from "./engine.ts";
import { type Moment, type Prepared, prepareSearch } from "./prepare.ts";
import { shownRows } from "./queries.ts";
import type { Given, Problem } from "./query.ts";
import { MAX_ROWS } from "./row-limit.ts";
import type { ShownRow } from "./shown.ts";

const PAGE = 1000;

/** All that a search finds, page by page, so that memory does not grow with it. */
export interface Result {
  problems: readonly Problem[];
  total: number;
  pages: AsyncGenerator<ShownRow[]>;
}

/** Opens the whole list of a search in its order, at most `most` reports; in the order of relevance only where the engines rank all of it, else by year. */
export async function openResult(given: Given, now: Date, most = MAX_ROWS): Promise<Result> {
  const { page: _, cursor: __, size: ___, ...list } = given;
  const prepared = await prepareSearch(list, now);
  const { problems, at } = prepared;
  const query: EngineQuery = { ...prepared.query, offset: 0, limit: 1, facets: false };
  const { answer } = await at.asker.ask(query, now.getTime());
  const pages = ranked(prepared, answer.total) ? inOne(query, at, most) : byKey(query, at, most);
  return { problems, total: answer.total, pages };
}

const ranked = ({ state }: Prepared, total: number) =>
  state.sort === "relevance" && total <= MAX_RESULTS;

async function* inOne(query: EngineQuery, at: Moment, most: number) {
  const limit = Math.min(MAX_RESULTS, most);
  const { answer } = await at.asker.ask({ ...query, limit }, at.now.getTime());
  for (let from = 0; from < answer.ids.length; from += PAGE) {
    yield await shownRows(answer.ids.slice(from, from + PAGE), at.now);
  }
}

async function* byKey(query: EngineQuery, at: Moment, most: number) {
  const sort = query.sort === "relevance" ? "year" : query.sort;
  let after: EngineQuery["after"] = null;
  for (let left = most; left > 0; ) {
    const limit = Math.min(PAGE, left);
    const { answer } = await at.asker.ask({ ...query, sort, after, limit }, at.now.getTime());
    const rows = await shownRows(answer.ids, at.now);
    yield rows;
    const last = rows.at(-1);
    if (answer.ids.length < limit || !last) return;
    after = keyOf(sort, last);
    left -= limit;
  }
}
