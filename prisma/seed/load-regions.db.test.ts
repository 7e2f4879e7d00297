import { describe, expect, it } from "vitest";
import { testDatabase } from "#lib/testing/database.ts";
import { loadRegions } from "./load-regions.ts";
import { chinaRegions } from "./regions.ts";

const NOW = new Date("2026-01-05T00:00:00Z");
const { client } = testDatabase();

describe("loadRegions", () => {
  it("fills the table once, and afterwards only puts right what differs", async () => {
    const expected = chinaRegions().length;
    expect(await loadRegions(client(), NOW)).toBe(expected);
    expect(await client().region.count()).toBe(expected);
    expect(await loadRegions(client(), NOW)).toBe(0);
    await client().region.update({ where: { code: "530428" }, data: { name: "误" } });
    await client().setting.delete({ where: { key: "regions" } });
    expect(await loadRegions(client(), NOW)).toBe(1);
    const below = await client().region.count({ where: { path: { has: "530400" } } });
    expect(below).toBeGreaterThan(80);
  });
});
