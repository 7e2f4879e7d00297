import { expect, test } from "vitest";
import { layOut } from "../../reports/office-shapes.ts";
import { PAGE_LAYOUTS } from "../layouts.ts";
import { uglyCase } from "../render.ts";

const layout = PAGE_LAYOUTS.find(({ name }) => name === "without rules");
if (!layout) throw new Error("no layout without rules");

test("heads printed again stand over their columns, and the rows below keep theirs", () => {
  for (const seed of [1, 2, 3, 4, 5, 6]) {
    const { draft, injuries } = uglyCase(seed, {
      shape: { format: "pdf", layout },
      injuries: ["heads printed again in the middle"],
    });
    expect(injuries).toHaveLength(1);
    const rows = layOut(draft.grids.get("requests") ?? []);
    const placesOf = (text: string) =>
      rows.flatMap((row) =>
        row.flatMap((cell) => (cell.text === text && cell.kind === "cell" ? [cell.column] : [])),
      );
    for (const head of ["自然人", "商业企业", "总计"]) {
      expect(placesOf(head)).toHaveLength(2);
      expect(new Set(placesOf(head)).size).toBe(1);
    }
    const ends = rows
      .filter((row) => row.some(({ cell }) => cell !== undefined))
      .map((row) => row.at(-1)?.column);
    expect(new Set(ends).size).toBe(1);
  }
});
