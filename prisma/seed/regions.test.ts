import { describe, expect, it } from "vitest";
import { chinaRegions } from "./regions.ts";

const rows = chinaRegions();
const byCode = new Map(rows.map((row) => [row.code, row]));

describe("chinaRegions", () => {
  it("has every code once, with the parent before the child", () => {
    expect(byCode.size).toBe(rows.length);
    const seen = new Set<string>();
    for (const { code, parentCode } of rows) {
      expect(parentCode === null || seen.has(parentCode), code).toBe(true);
      seen.add(code);
    }
  });

  it("knows the thirty-four provinces and the townships below them", () => {
    const count = (level: string) => rows.filter((row) => row.level === level).length;
    expect(count("province")).toBe(34);
    expect(count("county")).toBeGreaterThan(2900);
    expect(count("township")).toBeGreaterThan(41_000);
  });

  it.each([
    ["530428", "元江哈尼族彝族傣族自治县", "元江", ["530000", "530400", "530428"]],
    ["540000", "西藏自治区", "西藏", ["540000"]],
    ["220602102", "红土崖镇", "红土崖", ["220000", "220600", "220602", "220602102"]],
    ["350504", "洛江区", "洛江", ["350000", "350500", "350504"]],
    ["450204", "柳南区", "柳南", ["450000", "450200", "450204"]],
  ])("places %s %s", (code, name, stem, path) => {
    expect(byCode.get(code)).toMatchObject({ name, stem, path });
  });

  it("hangs the districts of a municipality on the municipality, and towns of 东莞 on the city", () => {
    expect(byCode.get("110101")?.path).toEqual(["110000", "110101"]);
    expect(byCode.get("441900003")?.path).toEqual(["440000", "441900", "441900003"]);
    expect(byCode.get("441900")?.level).toBe("city");
    expect(rows.filter(({ name }) => /^(?:市辖区|县)$|直辖县级/u.test(name))).toEqual([]);
  });
});
