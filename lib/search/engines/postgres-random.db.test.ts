import fc from "fast-check";
import { expect, it } from "vitest";
import { testDatabase } from "#lib/testing/database.ts";
import { oracle, sortedAnswer } from "../testing/oracle.ts";
import { randomWorld } from "../testing/random-world.ts";
import { postgresEngine } from "./postgres.ts";

testDatabase();

it("in any index, any search: ids, total and every count are those of a count by hand", {
  timeout: 120_000,
}, async () => {
  const engine = postgresEngine();
  await fc.assert(
    fc.asyncProperty(fc.nat(), async (seed) => {
      const { documents, queries } = randomWorld(seed, 120, 12);
      await engine.remove([...(await engine.hashes()).keys()]);
      await engine.upsert(documents);
      for (const query of queries) {
        const found = sortedAnswer(await engine.search(query, 5000));
        expect(found, JSON.stringify(query)).toEqual(sortedAnswer(oracle(documents, query)));
      }
    }),
    { numRuns: 40, endOnFailure: true },
  );
});
