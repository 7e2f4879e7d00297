import { expect, test } from "vitest";
import { EMPTY_PATCH } from "./draft-state.ts";
import { keepPatch, takePatch } from "./kept-patch.ts";

function storeOf(given: Record<string, string> = {}) {
  const items = new Map(Object.entries(given));
  return () => ({
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  });
}
const patch = { ...EMPTY_PATCH, cells: { "a.b.c": "12" } };

test("what is kept is taken once, by the report it was typed in", () => {
  const store = storeOf();
  expect(keepPatch("one", { revision: 4, patch }, store)).toBe(true);
  expect(takePatch("two", store)).toBeNull();
  expect(takePatch("one", store)).toEqual({ revision: 4, patch });
  expect(takePatch("one", store)).toBeNull();
});

test("a store that is full or forbidden keeps nothing, and says so", () => {
  const full = () => {
    throw new DOMException("full", "QuotaExceededError");
  };
  expect(keepPatch("one", { revision: 4, patch }, full)).toBe(false);
  expect(takePatch("one", full)).toBeNull();
});

test.each(["", "{", "null", '{"revision":"4"}', '{"revision":4,"patch":{}}'])(
  "%j is nothing that was kept",
  (text) => {
    expect(takePatch("one", storeOf({ "unsaved-one": text }))).toBeNull();
  },
);
