import { expect, it } from "vitest";
import { moved, optionsOf } from "./suggest-options.ts";

it("the arrows go round through the list and the box", () => {
  const down = [-1, 0, 1, 2].map((active) => moved(active, 1, 3));
  const up = [-1, 0, 1, 2].map((active) => moved(active, -1, 3));
  expect(down).toEqual([0, 1, 2, -1]);
  expect(up).toEqual([2, -1, 0, 1]);
  expect(moved(-1, 1, 0)).toBe(-1);
});

it("agencies first, then regions, then reports, each with its address", () => {
  const options = optionsOf({
    agencies: [{ id: "a/b", name: "甲局", place: ["乙省", "丙市"] }],
    regions: [{ code: "53", name: "丙市", place: ["乙省", "丙市"] }],
    reports: [{ id: "1", title: "甲局2023年报", agencyId: "a", year: 2023 }],
  });
  expect(options.map(({ path, detail }) => [path, detail])).toEqual([
    ["/agencies/a%2Fb", "乙省 丙市"],
    ["/reports?region=53", "乙省"],
    ["/agencies/a/2023", ""],
  ]);
});
