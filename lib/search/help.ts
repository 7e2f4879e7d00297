import { bigrams, distinctive } from "#lib/chinese/names.ts";
import { opaque } from "#lib/chinese/tokens.ts";
import { EngineFailure } from "./engine.ts";
import { planSearch } from "./plan.ts";
import { type Moment, restricted } from "./prepare.ts";
import { findPlaces } from "./queries.ts";
import type { SearchState } from "./query.ts";
import { type Respelling, respellings, soundsAndShapes, suspects } from "./respell.ts";
import { agenciesNear, regionsUnder } from "./suggest.queries.ts";
import { typed } from "./suggest-words.ts";
import { placeSpans } from "./understand.ts";

/** What may have been meant where nothing was found. */
export interface Help {
  /** The question spelled otherwise, with what that finds; none that finds nothing. */
  respellings: readonly (Respelling & { count: number })[];
  /** The agencies whose names are nearest to what was asked. */
  agencies: readonly { id: string; name: string; place: readonly string[] }[];
}

export const NO_HELP: Help = { respellings: [], agencies: [] };

const MOST_AGENCIES = 5;
const MOST_PAIRS = 16;

/** What may have been meant by a question that found nothing; no help where there is no time for it. */
export async function helpFor(state: SearchState, at: Moment): Promise<Help> {
  try {
    const names = await regionsUnder(soundsAndShapes(suspects(state.q)));
    const candidates = respellings(state.q, names);
    const [spelled, nearest] = await Promise.all([
      counted(candidates, state, at),
      nearestTo([state.q, ...candidates.map(({ q }) => q)], at.now),
    ]);
    const agencies = nearest.map(({ key, name, place }) => ({ id: key, name, place }));
    return { respellings: spelled, agencies };
  } catch (error) {
    if (error instanceof EngineFailure) return NO_HELP;
    throw error;
  }
}

/** Those of these respellings that find something under the same conditions. */
async function counted(
  candidates: readonly Respelling[],
  state: SearchState,
  at: Moment,
): Promise<Help["respellings"]> {
  if (candidates.length === 0) return [];
  const places = await findPlaces(
    state.region,
    candidates.flatMap(({ q }) => placeSpans(q)),
  );
  const all = await Promise.all(
    candidates.map(async (each) => {
      const plan = planSearch({ ...state, q: each.q, page: 1, cursor: null }, places);
      const { query } = await restricted(plan, at);
      const asked = { ...query, limit: 1, facets: false };
      const { answer } = await at.asker.ask(asked, at.now.getTime());
      return { ...each, count: answer.total };
    }),
  );
  return all.filter(({ count }) => count > 0);
}

/** Agencies that share pairs of characters with one of these questions: at least two, and a third of those asked, where there are as many. */
async function nearestTo(questions: readonly string[], now: Date) {
  const pairs = questions
    .map((q) => bigrams(distinctive(typed(q))))
    .sort((a, b) => b.length - a.length);
  const words = [...new Set(pairs.flat())].slice(0, MOST_PAIRS);
  const asked = pairs[0]?.length ?? 0;
  const least = Math.min(asked, Math.max(2, Math.ceil(asked / 3)));
  return agenciesNear(words.map(opaque), least, MOST_AGENCIES, now);
}
