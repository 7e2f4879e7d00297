import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { opaque } from "#lib/chinese/tokens.ts";
import { type EngineQuery, NO_FILTER, type SearchEngine, SORTS } from "./engine.ts";
import { planSearch } from "./plan.ts";
import { EMPTY_STATE } from "./query.ts";
import {
  GOLDEN_DOCUMENTS,
  GOLDEN_PLACES,
  GOLDEN_QUERIES,
  goldenKey,
  goldenWith,
} from "./testing/golden.ts";
import { oracle, sortedAnswer } from "./testing/oracle.ts";
import { randomWorld } from "./testing/random-world.ts";
import { idOf, sampleDocuments, sampleQueries } from "./testing/samples.ts";

const ALL: EngineQuery = {
  words: [],
  ids: null,
  filter: NO_FILTER,
  sort: "relevance",
  after: null,
  offset: 0,
  limit: 40,
  facets: false,
};

async function empty(engine: SearchEngine) {
  await engine.remove([...(await engine.hashes()).keys()]);
}

function changes(engine: () => SearchEngine) {
  const [first, second, third] = sampleDocuments(7, 3);
  if (!first || !second || !third) throw new Error("three samples were asked for");
  const found = async () => (await engine().search(ALL, 5000)).ids.toSorted();
  const ids = (...documents: { id: string }[]) => documents.map(({ id }) => id).sort();

  it("an empty index answers nothing", async () => {
    await empty(engine());
    expect(await engine().search({ ...ALL, facets: true }, 5000)).toMatchObject({
      ids: [],
      total: 0,
    });
  });
  it("what was put in is found when the call returns, and twice is once", async () => {
    await engine().upsert([first, second]);
    await engine().upsert([second, third]);
    expect(await found()).toEqual(ids(first, second, third));
    expect((await engine().health()).documents).toBe(3);
  });
  it("a changed document replaces the old one, hash included", async () => {
    const word = opaque("螺蛳粉");
    await engine().upsert([
      { ...second, hash: "changed", names: [], head: [], body: [word], year: 2030 },
    ]);
    expect((await engine().hashes()).get(second.id)).toBe("changed");
    const some = await engine().hashes([second.id, idOf("never there")]);
    expect([...some]).toEqual([[second.id, "changed"]]);
    expect((await engine().search({ ...ALL, words: [word] }, 5000)).ids).toEqual([second.id]);
    const year = { ...NO_FILTER, year: ["2030"] };
    expect((await engine().search({ ...ALL, filter: year }, 5000)).ids).toEqual([second.id]);
  });
  it("what was taken out is gone when the call returns; a missing one is no error", async () => {
    await engine().remove([first.id, idOf("never there")]);
    expect(await found()).toEqual(ids(second, third));
  });
  it("a word is neither cut in two nor glued from two", async () => {
    const [people, government, both] = ["人民", "政府", "人民政府"].map(opaque);
    if (!people || !government || !both) throw new Error("three words were asked for");
    const apart = { ...second, names: [people, government], head: [], body: [] };
    await engine().upsert([apart, { ...third, names: [both], head: [], body: [] }]);
    const ids = async (...words: string[]) => (await engine().search({ ...ALL, words }, 5000)).ids;
    expect(await ids(both)).toEqual([third.id]);
    expect(await ids(people, government)).toEqual([second.id]);
  });
  it("only the ids that were asked for", async () => {
    expect((await engine().search({ ...ALL, ids: [third.id, first.id] }, 5000)).ids).toEqual([
      third.id,
    ]);
  });
}

function rebuilding(engine: () => SearchEngine) {
  const [old, live, next] = sampleDocuments(8, 3);
  if (!old || !live || !next) throw new Error("three samples were asked for");
  const found = async () => (await engine().search(ALL, 5000)).ids.toSorted();

  it("while a new index is filled the old one answers, changes included", async () => {
    await empty(engine());
    await engine().upsert([old]);
    const rebuild = await engine().rebuild();
    await rebuild.upsert([next]);
    await engine().upsert([live]);
    expect(await found()).toEqual([old.id, live.id].sort());
    expect([...(await rebuild.hashes()).keys()]).toEqual([next.id]);
    await rebuild.swap();
    expect(await found()).toEqual([next.id]);
  });
  it("an abandoned one leaves nothing behind", async () => {
    const rebuild = await engine().rebuild();
    await rebuild.upsert([old]);
    await rebuild.abandon();
    expect(await found()).toEqual([next.id]);
    const again = await engine().rebuild();
    expect((await again.hashes()).size).toBe(0);
    await again.abandon();
  });
}

function answers(engine: () => SearchEngine) {
  const documents = sampleDocuments(42, 300);
  beforeAll(async () => {
    await empty(engine());
    await engine().upsert(documents);
  });
  it.each(sampleQueries(43, 60).map((query, i) => ({ i, query })))(
    "random search $i: ids, order, total and every count are those of a count by hand",
    async ({ query }) => {
      const expected = sortedAnswer(oracle(documents, query));
      expect(sortedAnswer(await engine().search(query, 5000))).toEqual(expected);
    },
  );
  it.each(SORTS.filter((sort) => sort !== "relevance"))(
    "by %s, keys lead through the whole list, each report once, total and counts unmoved",
    async (sort) => {
      const whole = oracle(documents, { ...ALL, sort, limit: documents.length }).ids;
      const by = new Map(documents.map((each) => [each.id, each]));
      const ids: string[] = [];
      for (let after: EngineQuery["after"] = null; ids.length < documents.length; ) {
        const page = await engine().search({ ...ALL, sort, after, limit: 37 }, 5000);
        expect(page.total).toBe(documents.length);
        const last = by.get(page.ids.at(-1) ?? "");
        if (!last) throw new Error("the list ended early");
        ids.push(...page.ids);
        const value = { ...last, received: last.ranges.received }[sort];
        after = { value, id: last.id };
      }
      expect(ids).toEqual(whole);
    },
  );
  it("pages are the list cut in pieces", async () => {
    const query = { ...ALL, words: [opaque("公开")], limit: 10 };
    const { total } = await engine().search(query, 5000);
    const pages = [];
    for (let offset = 0; offset < total; offset += 10) {
      pages.push(...(await engine().search({ ...query, offset }, 5000)).ids);
    }
    expect(total).toBeGreaterThan(50);
    expect(pages).toEqual(oracle(documents, { ...query, limit: 300 }).ids);
  });
}

/** So many worlds that a record of what was answered stays small. */
const WORLDS = [1, 2, 3, 5, 8, 13];

function worlds(engine: () => SearchEngine) {
  it.each(WORLDS)("random index %i: every search answers as a count by hand", async (seed) => {
    const { documents, queries } = randomWorld(seed, 60, 12);
    await empty(engine());
    await engine().upsert(documents);
    for (const query of queries) {
      const found = sortedAnswer(await engine().search(query, 5000));
      expect(found, JSON.stringify(query)).toEqual(sortedAnswer(oracle(documents, query)));
    }
  });
}

function golden(engine: () => SearchEngine) {
  beforeAll(async () => {
    await empty(engine());
    await engine().upsert(GOLDEN_DOCUMENTS);
  });
  it.each([...GOLDEN_QUERIES])("golden: $q", async ({ q, first, top3, all }) => {
    const { query, understood } = planSearch({ ...EMPTY_STATE, q }, GOLDEN_PLACES);
    const phrased = { ...query, ids: goldenWith(understood.phrases), limit: 40 };
    const { ids, total } = await engine().search(phrased, 5000);
    const keys = ids.map(goldenKey);
    if (first !== undefined) expect(keys[0]).toBe(first);
    for (const key of top3 ?? []) expect(keys.slice(0, 3)).toContain(key);
    if (all) expect(keys.toSorted()).toEqual(all.toSorted());
    expect(keys).toHaveLength(Math.min(total, 40));
  });
}

/** What every engine must do; `open` gives one with an index of its own. */
export function searchContract(
  name: string,
  open: () => Promise<{ engine: SearchEngine; close: () => Promise<void> }>,
): void {
  describe(`search contract: ${name}`, { timeout: 60_000 }, () => {
    let opened: Awaited<ReturnType<typeof open>> | undefined;
    const engine = () => {
      if (!opened) throw new Error("the engine is not open");
      return opened.engine;
    };
    beforeAll(async () => {
      opened = await open();
      await opened.engine.prepare();
    }, 60_000);
    afterAll(async () => opened?.close());
    describe("changes", () => changes(engine));
    describe("rebuild", () => rebuilding(engine));
    describe("answers", () => answers(engine));
    describe("random indexes", () => worlds(engine));
    describe("golden set", () => golden(engine));
  });
}
