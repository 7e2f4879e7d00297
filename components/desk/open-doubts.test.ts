import { expect, test } from "vitest";
import { openDoubts } from "./open-doubts.ts";

const cell = (raw: string) => ({ raw, value: Number(raw), state: "number" as const });

test("a doubted figure that was typed anew is settled, the others are not", () => {
  const doubts = [{ cell: "a" }, { cell: "b" }, { cell: "c" }];
  const loaded = { a: cell("1"), b: cell("2") };
  expect(openDoubts(doubts, loaded, { a: cell("1"), b: cell("3"), c: cell("4") })).toEqual([
    { cell: "a" },
  ]);
  expect(openDoubts(doubts, loaded, loaded)).toEqual(doubts);
});
