import { describe, expect, it } from "vitest";
import { tableOf } from "#lib/editions/edition.ts";
import { editionForYear } from "#lib/editions/registry.ts";
import { clipboardRows, computedSum, gridBlocks } from "./grid-model.ts";

const edition = editionForYear(2023);
if (!edition) throw new Error("no edition for 2023");

describe("the grid as it is typed", () => {
  it("puts every figure of the official form on a line exactly once", () => {
    const keys = edition.tables.flatMap((table) =>
      gridBlocks(edition, table, () => false).flatMap(({ lines }) =>
        lines.flatMap((line) => (line.kind === "figures" ? line.cells : [])),
      ),
    );
    expect(keys).toHaveLength(200);
    expect(new Set(keys).size).toBe(200);
  });

  it("opens each group once, before its first row", () => {
    const [block] = gridBlocks(edition, tableOf(edition, "requests"), () => false);
    const heads = block?.lines.filter(({ kind }) => kind === "group").map(({ key }) => key);
    expect(heads).toEqual([
      "group-results",
      "group-denied",
      "group-unavailable",
      "group-notProcessed",
      "group-other",
    ]);
  });

  it("shows the computed line under the total that must equal it", () => {
    const [block] = gridBlocks(edition, tableOf(edition, "requests"), () => false);
    const index = block?.lines.findIndex(({ kind }) => kind === "computed") ?? -1;
    expect(block?.lines[index - 1]?.key).toBe("handled");
  });

  it("never adds a blank as zero", () => {
    const values: Record<string, number | null> = { a: 1, b: null };
    expect(computedSum(["a", "b"], (key) => values[key])).toBeNull();
    expect(computedSum(["a", "missing"], (key) => values[key])).toBe(1);
    expect(computedSum(["missing"], (key) => values[key])).toBeNull();
  });

  it("cuts a spreadsheet's clipboard", () => {
    expect(clipboardRows("1\t2\r\n3\t 4 \r\n")).toEqual([
      ["1", "2"],
      ["3", "4"],
    ]);
    expect(clipboardRows("7")).toEqual([["7"]]);
  });
});
