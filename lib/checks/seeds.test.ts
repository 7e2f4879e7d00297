import { describe, expect, it } from "vitest";
import { readSource } from "#lib/reader/read.ts";
import { BLANK_CELL, consistentContent, numberCell } from "#lib/testing/content.ts";
import { SEEDS, SEEDS_MISSING, type SeedFacts, seedBytes } from "#lib/testing/reports/seeds.ts";
import type { ReportContent } from "../editions/content.ts";
import { officialCells } from "../editions/edition.ts";
import { editionById } from "../editions/registry.ts";
import { runChecks } from "./run.ts";
import { summarise } from "./summary.ts";

interface Expected {
  sums: { holds: number; fails: number; unknown: number };
  /** Instances of R01–R04 that do not hold, with their figures. */
  open: Record<string, string>;
}

const EXPECTED: Readonly<Record<string, Expected>> = {
  "000": {
    sums: { holds: 41, fails: 1, unknown: 0 },
    open: { "R04.litigationAfterReconsideration": "0 + 0 + 0 + 0 ≠ 1" },
  },
  "001": { sums: { holds: 42, fails: 0, unknown: 0 }, open: {} },
  "002": {
    sums: { holds: 40, fails: 0, unknown: 2 },
    open: {
      "R01.company": "0 + 0 + □ + 0 + 0 + 0 ≟ 0",
      "R03.denied.stateSecret": "0 + □ + 0 + 0 + 0 + 0 ≟ 0",
    },
  },
  "003": { sums: { holds: 40, fails: 0, unknown: 0 }, open: {} },
  "004": {
    sums: { holds: 40, fails: 2, unknown: 0 },
    open: { "R02.naturalPerson": "9 + 0 ≠ 8 + 0", "R02.company": "0 + 0 ≠ 1 + 0" },
  },
};

/** The figures of a seed in a report of their own, as they were written down by hand. */
function written({ edition: id, year, figures }: SeedFacts): ReportContent {
  const edition = editionById(id);
  if (!edition) throw new Error(`no edition ${id}`);
  const cells = Object.fromEntries(
    officialCells(edition).map(({ key }) => {
      const figure = figures[key] ?? 0;
      return [key, figure === "blank" ? BLANK_CELL : numberCell(figure)];
    }),
  );
  return { ...consistentContent(edition, 1), year, cells };
}

function expectChecks(content: ReportContent, seed: string): void {
  const expected = EXPECTED[seed];
  if (!expected) throw new Error(`nothing is expected of seed ${seed}`);
  const { sums, open } = expected;
  const issues = runChecks(content);
  const found = issues.filter(({ rule, outcome }) => /^R0[1-4]$/.test(rule) && outcome !== "holds");
  expect(Object.fromEntries(found.map(({ instance, formula }) => [instance, formula]))).toEqual(
    open,
  );
  const total = sums.holds + sums.fails + sums.unknown;
  expect(summarise(issues)).toMatchObject({ ...sums, total });
}

describe("R01–R04 on the figures of the five real reports", () => {
  it.each(SEEDS)("$seed", (facts) => {
    expectChecks(written(facts), facts.seed);
  });

  // The reports themselves are no part of the project.
  describe.skipIf(SEEDS_MISSING)("as the reader finds them in the files", () => {
    it.each(SEEDS)("$seed", async ({ seed, edition, year }) => {
      const read = await readSource(seedBytes(seed), `${seed}.txt`);
      if (!read.ok) throw new Error(read.refusal.code);
      const [report] = read.value;
      expect(report?.content).toMatchObject({ edition, year });
      if (report) expectChecks(report.content, seed);
    });
  });
});
