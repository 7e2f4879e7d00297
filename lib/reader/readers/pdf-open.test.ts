import { expect, test } from "vitest";
import { PAGE_LAYOUTS } from "#lib/testing/ugly/layouts.ts";
import { uglyCase } from "#lib/testing/ugly/render.ts";
import { lostCells, silentCells, tryCase } from "#lib/testing/ugly/trial.ts";

const layout = PAGE_LAYOUTS.find(({ name }) => name === "without rules");
if (!layout) throw new Error("no layout without rules");

/** Tables without rules, each injury alone, in seeds that were misread once. */
test.each([
  ["leftovers in an empty table", [64139, 3]],
  ["labels spaced out", [64324, 62380]],
  ["labels with ideographic blanks", [62444]],
  ["group labels from top to bottom", [5461, 5601, 63303]],
  ["page numbers inside the tables", [62694]],
  ["remarks in cells", [64960, 60367]],
  ["heads broken over lines", [62163, 63803]],
  ["heads printed again in the middle", [2273, 1260, 702, 705, 708]],
  // Then the tables of sections three and four stand one under the other.
  ["a heading left out", [3, 23, 48]],
])("%s: every cell is read or told", async (injury, seeds) => {
  for (const seed of seeds) {
    const trial = await tryCase(
      uglyCase(seed, { shape: { format: "pdf", layout }, injuries: [injury] }),
    );
    expect([seed, lostCells(trial), silentCells(trial)]).toEqual([seed, [], []]);
  }
});

test.each([
  // Where columns cannot be told, the figure was taken without it.
  ["a remark under its figure, cut by the end of a page", 280546],
  // Their first digits add up by chance.
  ["figures broken over lines in narrow columns", 301153],
  // The label stands beside their last digits, which add up by chance.
  ["figures that begin above the label of their row", 351184],
  // Half a label came into the cell of a figure in words.
  ["pieces of a label around a figure", 560137],
])("%s: told", async (_, seed) => {
  const trial = await tryCase(uglyCase(seed));
  expect(silentCells(trial)).toEqual([]);
});
