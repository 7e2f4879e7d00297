import { expect, it } from "vitest";
import { GOLDEN_DOCUMENTS, GOLDEN_QUERIES, goldenKey } from "./golden.ts";

const known = new Set(GOLDEN_DOCUMENTS.map(({ id }) => goldenKey(id)));

it("the sheet has enough queries, each once, and names only reports of the corpus", () => {
  expect(GOLDEN_QUERIES.length).toBeGreaterThanOrEqual(300);
  expect(new Set(GOLDEN_QUERIES.map(({ q }) => q)).size).toBe(GOLDEN_QUERIES.length);
  const named = GOLDEN_QUERIES.flatMap(({ first, top3, all }) => [
    ...(first === undefined ? [] : [first]),
    ...(top3 ?? []),
    ...(all ?? []),
  ]);
  expect(named.filter((key) => !known.has(key))).toEqual([]);
});
