import { describe, expect, it } from "vitest";
import { progressTexts } from "./progress-text.ts";

describe("progressTexts", () => {
  it("counts, and measures the rate from the first step of a stage", () => {
    let now = 1000;
    const say = progressTexts(() => now);
    expect(say({ stage: "regions", done: 0, total: null }).zh).toBe("行政区划");
    expect(say({ stage: "reports", done: 200, total: 900 }).zh).toBe("年报 200 / 900");
    now += 2000;
    expect(say({ stage: "reports", done: 600, total: 900 })).toEqual({
      zh: "年报 600 / 900（每秒 200）",
      en: "reports 600 / 900 (200 a second)",
    });
    expect(say({ stage: "index", done: 0, total: null }).en).toBe("search index");
  });
});
