import { describe, expect, it } from "vitest";
import type { Interval } from "./open-line.ts";
import { widened } from "./under-heads.ts";

const at = (...edges: [number, number][]): Interval[] =>
  edges.map(([left, right]) => ({ left, right }));

const HEADS = at([100, 136], [155, 191], [210, 246], [274, 292]);

describe("widened", () => {
  it("takes figures by the head they stand under, wherever in their cells", () => {
    for (const figures of [at([116, 120], [226, 230]), at([98, 107], [208, 212])])
      expect(widened(HEADS, figures)?.map(({ left }) => left)).toEqual([
        Math.min(100, figures[0]?.left ?? 0),
        155,
        Math.min(210, figures[1]?.left ?? 0),
        274,
      ]);
  });

  it("gives figures between two heads to the one from which all figures lean", () => {
    // Flush left in cells of 55: the last stands nearer to the head before its own.
    expect(widened(HEADS, at([92, 101], [256, 260]))?.[3]).toEqual({ left: 256, right: 292 });
    // Flush right.
    expect(widened(HEADS, at([132, 142], [296, 306]))?.[3]).toEqual({ left: 274, right: 306 });
    expect(widened(HEADS, at([132, 142], [195, 200]))?.[1]).toEqual({ left: 155, right: 200 });
  });

  it.each([
    ["nothing tells which way", at([248, 252])],
    ["figures stand in the middle", at([116, 120], [250, 254])],
    ["figures lean to both sides", at([92, 101], [187, 197], [250, 254])],
    ["two stand under one head", at([101, 105], [110, 114])],
    ["one stands under two heads", at([130, 160])],
    ["flush left, but beyond the last head", at([92, 101], [300, 304])],
  ])("takes none where %s", (_, figures) => {
    expect(widened(HEADS, figures)).toBeNull();
  });
});
