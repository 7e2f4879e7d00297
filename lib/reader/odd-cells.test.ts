import { expect, test } from "vitest";
import { oddCells } from "./odd-cells.ts";

test("odd cells of a sheet are told, one issue for each kind", () => {
  const spans: Record<string, [number, number]> = { a: [0, 1], b: [2, 3], c: [4, 5], d: [6, 6] };
  const oddities = ["unseen", null, "uncomputed", "unseen"] as const;
  const issues = oddCells(spans, (index) => oddities[index / 2] ?? null);
  expect(issues.map(({ rule, cells }) => [rule, cells])).toEqual([
    ["read.unseen", ["a", "d"]],
    ["read.uncomputed", ["c"]],
  ]);
  expect(oddCells(spans)).toEqual([]);
});

test("only sheets have conditional formats: the colour of the ground is told without them", () => {
  const [unseen, conditional] = (["unseen", "conditional"] as const).flatMap((oddity) =>
    oddCells({ a: [0, 1] }, () => oddity),
  );
  expect(unseen?.message.zh).not.toContain("条件格式");
  expect(unseen?.message.en).not.toContain("conditional");
  expect(conditional?.message.zh).toContain("条件格式");
  expect(conditional?.message.en).toContain("conditional");
});
