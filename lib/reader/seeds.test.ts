import { describe, expect, test } from "vitest";
import { editionById } from "#lib/editions/registry.ts";
import { sumInstances } from "#lib/editions/sum-instances.ts";
import { SEEDS, SEEDS_MISSING, type SeedFacts, seedBytes } from "#lib/testing/reports/seeds.ts";
import { readSource } from "./read.ts";

async function readSeed(seed: string) {
  const result = await readSource(seedBytes(seed), `${seed}.txt`);
  if (!result.ok) throw new Error(result.refusal.code);
  const [report, ...more] = result.value;
  if (!report || more.length > 0) throw new Error("a seed is one report");
  return report;
}

describe.skipIf(SEEDS_MISSING !== null)(`the five real reports ${SEEDS_MISSING ?? ""}`, () => {
  test.each(SEEDS)("$seed: every cell", async ({ seed, cells, figures }: SeedFacts) => {
    const { content, source } = await readSeed(seed);
    expect(Object.keys(content.cells)).toHaveLength(cells);
    for (const [key, cell] of Object.entries(content.cells)) {
      const expected = figures[key] ?? 0;
      const value = expected === "blank" ? null : expected;
      const state = expected === "blank" ? "blank" : "number";
      expect([key, cell.value, cell.state]).toEqual([key, value, state]);
      expect(source.slice(cell.at?.[0], cell.at?.[1])).toBe(cell.raw);
    }
  });

  test.each(SEEDS)("$seed: metadata", async (facts: SeedFacts) => {
    const { content } = await readSeed(facts.seed);
    const { edition, year, title, agency, indexNumber, publishedOn, signedOn } = facts;
    expect(content).toMatchObject({
      edition,
      year,
      title,
      agency,
      indexNumber,
      publishedOn,
      signedOn,
    });
    expect(content.documentNumber).toBeNull();
  });

  test.each(SEEDS)("$seed: six sections in order, clean and as found", async ({ seed }) => {
    const { content, source } = await readSeed(seed);
    expect(content.sections.map(({ key }) => key)).toEqual([
      "overview",
      "proactive",
      "requests",
      "remedies",
      "problems",
      "other",
    ]);
    for (const section of content.sections) {
      expect(section.text).not.toMatch(/\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]+\)|[開報務區]|\|/u);
      expect(source.slice(section.at?.[0], section.at?.[1])).toBe(section.raw);
      const isProse = ["overview", "problems", "other"].includes(section.key);
      expect(section.text !== "").toBe(isProse);
    }
  });

  test.each(SEEDS)("$seed: at most 1 % of the cells carry a doubt", async ({ seed, cells }) => {
    const { issues } = await readSeed(seed);
    const doubted = new Set(issues.flatMap((issue) => issue.cells));
    expect(doubted.size).toBeLessThanOrEqual(cells / 100);
    for (const { rule } of issues) expect(rule).toMatch(/^read\./);
  });

  test.each([
    ["000", ["R04.litigationAfterReconsideration"], []],
    ["001", [], []],
    ["002", [], ["R01.company", "R03.denied.stateSecret"]],
    ["003", [], []],
    ["004", ["R02.naturalPerson", "R02.company"], []],
  ])(
    "%s: R01–R04 fail or cannot tell just where the report does",
    async (seed, failing, unknown) => {
      const { content } = await readSeed(seed);
      const edition = editionById(content.edition);
      const instances = edition ? sumInstances(edition) : [];
      const side = (keys: readonly string[]) =>
        keys
          .filter((key) => key in content.cells)
          .reduce<number | null>((sum, key) => {
            const value = content.cells[key]?.value ?? null;
            return sum === null || value === null ? null : sum + value;
          }, 0);
      const outcome = instances.map(({ id, left, right }) => ({
        id,
        left: side(left),
        right: side(right),
      }));
      const blank = outcome.filter(({ left, right }) => left === null || right === null);
      expect(blank.map(({ id }) => id)).toEqual(unknown);
      const fails = outcome.filter((each) => !blank.includes(each) && each.left !== each.right);
      expect(fails.map(({ id }) => id)).toEqual(failing);
    },
  );

  test("001: the lost heading of 三 is kept and flagged, not guessed", async () => {
    const { content, issues } = await readSeed("001");
    const requests = content.sections.find(({ key }) => key === "requests");
    expect(requests?.heading).toMatch(/^[?\s]+$/);
    const flagged = issues
      .filter(({ rule }) => rule === "read.lostCharacters")
      .map(({ section }) => section);
    expect(flagged).toContain("requests");
  });

  test("003: lost characters stay in the text and are flagged; money keeps its unit", async () => {
    const { content, issues } = await readSeed("003");
    expect(content.sections[0]?.text).toContain("“六?!");
    expect(issues).toContainEqual(
      expect.objectContaining({ rule: "read.lostCharacters", section: "overview" }),
    );
    expect(content.cells["proactive.procurement.amount"]).toMatchObject({
      unit: "元",
      raw: "101647022.75元",
    });
    expect(content.sections.at(-1)?.text).toBe("无。");
  });

  test("004: the body printed twice is read once and flagged", async () => {
    const { content, issues } = await readSeed("004");
    expect(issues.map(({ rule }) => rule)).toEqual(["read.repeatedBody"]);
    expect(content.sections.at(-1)?.text).toMatch(/^依据.*事项。$/u);
  });
});
