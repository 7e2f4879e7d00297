import { Asker } from "./ask.ts";
import { type EngineQuery, MAX_RESULTS, NO_FILTER } from "./engine.ts";
import { engines } from "./engines.ts";
import { type Plan, planSearch } from "./plan.ts";
import { findPlaces, withPhrases } from "./queries.ts";
import { type Given, type Problem, parseState, type SearchState } from "./query.ts";
import { placeSpans } from "./understand.ts";

let asker: Asker | undefined;

/** Whom to ask, and when. */
export interface Moment {
  asker: Asker;
  now: Date;
}

/** A phrase is an AND by the index, then a literal check on what it found. */
export async function restricted(
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

/** A search made ready to be asked. */
export interface Prepared {
  state: SearchState;
  problems: Problem[];
  plan: Plan;
  /** The plan's query, a quoted phrase already checked. */
  query: EngineQuery;
  /** False where a phrase stands in more reports than were looked through. */
  isExact: boolean;
  at: Moment;
}

/** Reads the parameters of an address and makes of them what an engine is asked. */
export async function prepareSearch(given: Given, now: Date): Promise<Prepared> {
  asker ??= new Asker(engines());
  const at = { asker, now };
  const { state, problems } = parseState(given);
  const plan = planSearch(state, await findPlaces(state.region, placeSpans(state.q)));
  for (const code of plan.unknownRegions) {
    problems.push({ parameter: "region", value: code, used: null });
  }
  return { state, problems, plan, ...(await restricted(plan, at)), at };
}
