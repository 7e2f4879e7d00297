import { expect, test } from "vitest";
import { EMPTY_PATCH } from "./draft-state.ts";
import { keepPatch, takePatch } from "./kept-patch.ts";

function storeOf(given: Record<string, string> = {}) {
  const items = new Map(Object.entries(given));
  return () => ({
    length: items.size,
    key: (index: number) => [...items.keys()][index] ?? null,
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  });
}
const at = (reportId: string, userId = "ann") => ({ userId, reportId });
const patch = { ...EMPTY_PATCH, cells: { "a.b.c": "12" } };

test("what is kept is taken once, by the report it was typed in", () => {
  const store = storeOf();
  expect(keepPatch(at("one"), { revision: 4, patch }, store)).toBe(true);
  expect(takePatch(at("two"), store)).toBeNull();
  expect(takePatch(at("one"), store)).toEqual({ revision: 4, patch });
  expect(takePatch(at("one"), store)).toBeNull();
});

test("a store that is full or forbidden keeps nothing, and says so", () => {
  const full = () => {
    throw new DOMException("full", "QuotaExceededError");
  };
  expect(keepPatch(at("one"), { revision: 4, patch }, full)).toBe(false);
  expect(takePatch(at("one"), full)).toBeNull();
});

test.each(["", "{", "null", '{"revision":"4"}', '{"revision":4,"patch":{}}'])(
  "%j is nothing that was kept",
  (text) => {
    expect(takePatch(at("one"), storeOf({ "unsaved-ann-one": text }))).toBeNull();
  },
);

test("whoever signs in next in the same tab gets nothing of what another typed, nor does it stay there", () => {
  const store = storeOf({ "unsaved-one": "{}", theme: "dark" });
  keepPatch(at("one", "ann"), { revision: 4, patch }, store);
  keepPatch(at("two", "ann"), { revision: 5, patch }, store);
  expect(takePatch(at("one", "ann"), store)).toEqual({ revision: 4, patch });
  keepPatch(at("two", "bob"), { revision: 6, patch }, store);
  expect(takePatch(at("one", "bob"), store)).toBeNull();
  expect(takePatch(at("two", "bob"), store)).toEqual({ revision: 6, patch });
  expect(takePatch(at("two", "ann"), store)).toBeNull();
  expect(store().length).toBe(1);
});
