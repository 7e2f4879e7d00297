import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readSource } from "#lib/reader/read.ts";
import { BLANK_CELL, consistentContent, numberCell, withCells } from "#lib/testing/content.ts";
import type { ReportContent } from "../editions/content.ts";
import { officialCells } from "../editions/edition.ts";
import { editionById } from "../editions/registry.ts";
import { runChecks } from "./run.ts";
import { summarise } from "./summary.ts";

interface Seed {
  edition: string;
  year: number;
  /** The figures that are not zero. */
  figures: Record<string, number>;
  blank?: string;
  sums: { holds: number; fails: number; unknown: number };
  /** Instances of R01–R04 that do not hold, with their figures. */
  open: Record<string, string>;
}

const SEEDS: Record<string, Seed> = {
  "000": {
    edition: "2021",
    year: 2023,
    figures: {
      "requests.received.naturalPerson": 8,
      "requests.received.total": 8,
      "requests.granted.naturalPerson": 8,
      "requests.granted.total": 8,
      "requests.handled.naturalPerson": 8,
      "requests.handled.total": 8,
      "remedies.reconsideration.corrected": 1,
      "remedies.reconsideration.total": 1,
      "remedies.litigationAfterReconsideration.total": 1,
    },
    sums: { holds: 41, fails: 1, unknown: 0 },
    open: { "R04.litigationAfterReconsideration": "0 + 0 + 0 + 0 ≠ 1" },
  },
  "001": {
    edition: "2021",
    year: 2023,
    figures: {
      "requests.received.naturalPerson": 13,
      "requests.received.total": 13,
      "requests.granted.naturalPerson": 7,
      "requests.granted.total": 7,
      "requests.other.other.naturalPerson": 6,
      "requests.other.other.total": 6,
      "requests.handled.naturalPerson": 13,
      "requests.handled.total": 13,
    },
    sums: { holds: 42, fails: 0, unknown: 0 },
    open: {},
  },
  "002": {
    edition: "2021",
    year: 2022,
    figures: {},
    blank: "requests.denied.stateSecret.company",
    sums: { holds: 40, fails: 0, unknown: 2 },
    open: {
      "R01.company": "0 + 0 + □ + 0 + 0 + 0 ≟ 0",
      "R03.denied.stateSecret": "0 + □ + 0 + 0 + 0 + 0 ≟ 0",
    },
  },
  "003": {
    edition: "2019",
    year: 2020,
    figures: {
      "requests.received.naturalPerson": 7,
      "requests.received.otherOrganisation": 2,
      "requests.received.total": 9,
      "requests.granted.naturalPerson": 4,
      "requests.granted.otherOrganisation": 2,
      "requests.granted.total": 6,
      "requests.unavailable.notHeld.naturalPerson": 3,
      "requests.unavailable.notHeld.total": 3,
      "requests.handled.naturalPerson": 7,
      "requests.handled.otherOrganisation": 2,
      "requests.handled.total": 9,
      "remedies.litigationDirect.corrected": 1,
      "remedies.litigationDirect.total": 1,
    },
    sums: { holds: 40, fails: 0, unknown: 0 },
    open: {},
  },
  "004": {
    edition: "2021",
    year: 2023,
    figures: {
      "requests.received.naturalPerson": 9,
      "requests.received.total": 9,
      "requests.granted.company": 1,
      "requests.granted.total": 1,
      "requests.partlyGranted.naturalPerson": 2,
      "requests.partlyGranted.total": 2,
      "requests.unavailable.notHeld.naturalPerson": 6,
      "requests.unavailable.notHeld.total": 6,
      "requests.handled.naturalPerson": 8,
      "requests.handled.company": 1,
      "requests.handled.total": 9,
    },
    sums: { holds: 40, fails: 2, unknown: 0 },
    open: { "R02.naturalPerson": "9 + 0 ≠ 8 + 0", "R02.company": "0 + 0 ≠ 1 + 0" },
  },
};

/** The figures of a seed in a report of their own, written down by hand. */
function written({ edition: id, year, figures, blank }: Seed): ReportContent {
  const edition = editionById(id);
  if (!edition) throw new Error(`no edition ${id}`);
  const cells = Object.fromEntries(
    officialCells(edition).map(({ key }) => [key, numberCell(figures[key] ?? 0)]),
  );
  const content = { ...consistentContent(edition, 1), year, cells };
  return blank ? withCells(content, { [blank]: BLANK_CELL }) : content;
}

function expectChecks(content: ReportContent, { sums, open }: Seed): void {
  const issues = runChecks(content);
  const found = issues.filter(({ rule, outcome }) => /^R0[1-4]$/.test(rule) && outcome !== "holds");
  expect(Object.fromEntries(found.map(({ instance, formula }) => [instance, formula]))).toEqual(
    open,
  );
  const total = sums.holds + sums.fails + sums.unknown;
  expect(summarise(issues)).toMatchObject({ ...sums, total });
}

describe("R01–R04 on the figures of the five real reports", () => {
  it.each(Object.entries(SEEDS))("%s", (_, seed) => {
    expectChecks(written(seed), seed);
  });

  const folder = new URL("../../../shared/seeds/", import.meta.url);
  // The reports themselves are no part of the project.
  describe.skipIf(!existsSync(folder))("as the reader finds them in the files", () => {
    it.each(Object.entries(SEEDS))("%s", async (name, seed) => {
      const file = readdirSync(folder).find((candidate) => candidate.startsWith(name));
      const read = await readSource(readFileSync(new URL(file ?? "", folder)), file ?? "");
      const [report] = read.ok ? read.value : [];
      expect(report?.content).toMatchObject({ edition: seed.edition, year: seed.year });
      if (report) expectChecks(report.content, seed);
    });
  });
});
