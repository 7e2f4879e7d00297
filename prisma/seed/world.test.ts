import { describe, expect, it } from "vitest";
import { chinaRegions } from "./regions.ts";
import { ALL_CITIES, families } from "./world.ts";

describe("families", () => {
  const world = [...families()];
  const agencies = world.flatMap(({ government, members }) => [government, ...members]);
  const places = world.flatMap(({ region, towns }) => [region, ...towns]);

  it("makes some three hundred agencies, each id once", () => {
    expect(agencies.length).toBeGreaterThan(280);
    expect(agencies.length).toBeLessThan(320);
    expect(new Set(agencies.map(({ id }) => id)).size).toBe(agencies.length);
  });

  it("names every place so that nobody takes it for a real one, in codes no real place has", () => {
    const real = chinaRegions();
    const names = new Set(real.map(({ name }) => name));
    for (const { code, name } of places) {
      expect(name).toMatch(/^(?:演示|示例|虚拟|样本)/u);
      expect(names.has(name), name).toBe(false);
      expect(code).toMatch(/^99/);
    }
    expect(real.some(({ code }) => code.startsWith("99"))).toBe(false);
  });

  it("names a parent before its children, in regions and in agencies", () => {
    const seen = new Set<string | null>([null]);
    for (const { code, parentCode, path } of places) {
      expect(seen.has(parentCode), code).toBe(true);
      expect(path.at(-1)).toBe(code);
      seen.add(code);
    }
    const known = new Set<string | null>([null]);
    for (const { id, parentId } of agencies) {
      expect(known.has(parentId), id).toBe(true);
      known.add(id);
    }
  });

  it("grows for a hundred thousand reports without changing what was there", () => {
    let count = 0;
    const codes = new Set<string>();
    const names = new Set<string>();
    const first: string[] = [];
    for (const { region, government, members, towns } of families(ALL_CITIES)) {
      if (first.length < world.length) first.push(government.id);
      count += 1 + members.length;
      expect(names.has(region.name), region.name).toBe(false);
      names.add(region.name);
      for (const { code } of [region, ...towns]) codes.add(code);
      expect(new Set(towns.map(({ name }) => name)).size).toBe(towns.length);
    }
    expect(first).toEqual(world.map(({ government }) => government.id));
    expect(count * 5).toBeGreaterThan(120_000);
    expect(codes.has("998112020")).toBe(true);
  });
});
