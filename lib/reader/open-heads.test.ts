import { expect, test } from "vitest";
import { uglyCase } from "#lib/testing/ugly/render.ts";
import { lostCells, silentCells, tryCase } from "#lib/testing/ugly/trial.ts";

test.for([
  [5375, "the head of the next column stands over the first, whose figures are set to the right"],
  [18034, "spaced out, with one line above the others, and in the table of all remedies"],
] as const)("heads of a PDF without rules (seed %i): %s", async ([seed]) => {
  const trial = await tryCase(uglyCase(seed));
  expect(silentCells(trial)).toEqual([]);
  expect(lostCells(trial)).toEqual([]);
});

test("heads that are not the form's in the form's order are not spelled out of their characters", async () => {
  const swapped = uglyCase(18034, { injuries: ["labels spaced out", "two columns swapped"] });
  expect(swapped.injuries.map(({ name }) => name)).toContain("two columns swapped");
  expect(silentCells(await tryCase(swapped))).toEqual([]);
});
