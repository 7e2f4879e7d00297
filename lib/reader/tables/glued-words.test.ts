import { expect, test } from "vitest";
import { uglyCase } from "#lib/testing/ugly/render.ts";
import { silentCells, tryCase } from "#lib/testing/ugly/trial.ts";

/** Two rows of bars have all their cells in the first, `无0无0无80`: the six beside are no blanks. */
test("figures and words for none in one cell are told", async () => {
  expect(silentCells(await tryCase(uglyCase(330229)))).toEqual([]);
});
