import { expect, it } from "vitest";
import { batchState } from "./batch-state.ts";

const at = new Date("2026-01-05T02:00:00Z");

it.each([
  ["unfinished", { finishedAt: null, undoneAt: null, undone: 0 }],
  ["finished", { finishedAt: at, undoneAt: null, undone: 0 }],
  ["undoing", { finishedAt: at, undoneAt: null, undone: 3 }],
  ["undoing", { finishedAt: null, undoneAt: null, undone: 1 }],
  ["undone", { finishedAt: at, undoneAt: at, undone: 3 }],
  ["undone", { finishedAt: at, undoneAt: at, undone: 0 }],
] as const)("a batch is %s", (state, marks) => {
  expect(batchState(marks)).toBe(state);
});
