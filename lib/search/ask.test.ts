import { expect, test, vi } from "vitest";
import { Asker } from "./ask.ts";
import {
  type EngineAnswer,
  EngineFailure,
  type EngineFault,
  type EngineQuery,
  NO_FILTER,
  type SearchEngine,
} from "./engine.ts";
import { moodyEngine } from "./testing/moody-engine.ts";

const QUERY: EngineQuery = {
  words: [],
  ids: null,
  filter: NO_FILTER,
  sort: "year",
  after: null,
  offset: 0,
  limit: 5,
  facets: false,
};
const ANSWER: EngineAnswer = { ids: [], total: 7, facets: null };

/** An engine that answers, or fails in the way set on it, and holds so many documents. */
function engineThat(name: SearchEngine["name"]) {
  const state: { fault: EngineFault | null; documents: number } = { fault: null, documents: 1000 };
  const search = vi.fn(async () => {
    if (state.fault) throw new EngineFailure(state.fault, "as the test wants it");
    return ANSWER;
  });
  const health = async () => ({ documents: state.documents });
  return { state, search, engine: { ...moodyEngine(), name, search, health } };
}

function pair() {
  const postgres = engineThat("postgres");
  const meilisearch = engineThat("meilisearch");
  const asker = new Asker({ postgres: postgres.engine, meilisearch: meilisearch.engine });
  return { postgres, meilisearch, asker };
}

test.each(["unreachable", "timeout", "nonsense", "refused"] as const)(
  "%s: PostgreSQL answers and says why, the engine is left in peace, and then answers again by itself",
  async (fault) => {
    const { meilisearch, asker } = pair();
    meilisearch.state.fault = fault;
    const begun = 1_000_000;
    expect(await asker.ask(QUERY, begun)).toMatchObject({ engine: "postgres", fallback: fault });
    const asked = meilisearch.search.mock.calls.length;
    meilisearch.state.fault = null;
    expect(await asker.ask(QUERY, begun + 5_000)).toMatchObject({
      engine: "postgres",
      fallback: fault,
    });
    expect(meilisearch.search).toHaveBeenCalledTimes(asked);
    expect(await asker.ask(QUERY, begun + 11_000)).toEqual({
      answer: ANSWER,
      engine: "meilisearch",
      fallback: null,
    });
  },
);

test("an index that lacks documents does not answer until it has caught up", async () => {
  const { meilisearch, asker } = pair();
  meilisearch.state.documents = 900;
  const begun = 1_000_000;
  expect(await asker.ask(QUERY, begun)).toMatchObject({ engine: "postgres", fallback: "behind" });
  meilisearch.state.documents = 999;
  expect(await asker.ask(QUERY, begun + 31_000)).toMatchObject({ engine: "meilisearch" });
});

test("a fault that is none of the engine's is not covered up", async () => {
  const { meilisearch, asker } = pair();
  meilisearch.search.mockRejectedValueOnce(new TypeError("a mistake of ours"));
  await expect(asker.ask(QUERY, 1_000_000)).rejects.toThrow("a mistake of ours");
});
