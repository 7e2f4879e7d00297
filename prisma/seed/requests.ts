import type { CellKey } from "#lib/editions/content.ts";
import { cellKey, type Edition, type Sum } from "#lib/editions/edition.ts";
import { type Random, splitByWeight } from "./random.ts";

/** Figures by cell, before anything is written down. */
export type Figures = Map<CellKey, number>;
/** Requests by kind of applicant. */
export type Tally = Map<string, number>;

/** How often a kind of applicant asks; one a form names anew is rare until it is weighed here. */
const APPLICANTS: Readonly<Record<string, number>> = {
  naturalPerson: 0.86,
  company: 0.085,
  research: 0.002,
  publicInterest: 0.008,
  legalService: 0.025,
  otherOrganisation: 0.02,
};

/** How often requests end in a row of 三; one a form names anew is rare until it is weighed here. */
const ENDINGS: Readonly<Record<string, number>> = {
  granted: 0.43,
  partlyGranted: 0.085,
  "denied.otherLaw": 0.012,
  "denied.thirdParty": 0.016,
  "denied.internalAffairs": 0.014,
  "denied.processInformation": 0.014,
  "denied.enforcementFile": 0.022,
  "denied.administrativeInquiry": 0.03,
  "unavailable.notHeld": 0.2,
  "unavailable.needsCreation": 0.045,
  "unavailable.unclear": 0.012,
  "notProcessed.petition": 0.03,
  "notProcessed.repeated": 0.028,
  "other.notCorrected": 0.018,
  "other.other": 0.036,
  other: 0.05,
};
const RARE = 0.002;

/** How the requests of one agency and year came and went; every sum of the form holds. */
export function requestYear(
  edition: Edition,
  random: Random,
  mean: number,
  carriedIn: Tally,
): { figures: Figures; carriedOut: Tally } {
  const perColumn = sumOf(edition, "R01");
  const perRow = sumOf(edition, "R03");
  const endings = officialRows(edition, perColumn).map(
    (row) => [row, ENDINGS[row] ?? RARE] as const,
  );
  const received = splitByWeight(
    random,
    random.poisson(mean),
    perRow.left.map((column) => [column, APPLICANTS[column] ?? RARE] as const),
  );
  const carriedOut: Tally = new Map();
  const figures: Figures = new Map();
  const put = (row: string, column: string, value: number) =>
    figures.set(cellKey("requests", row, column), value);
  for (const column of perRow.left) {
    const came = received.get(column) ?? 0;
    const left = random.binomial(came, 0.07);
    const before = carriedIn.get(column) ?? 0;
    carriedOut.set(column, left);
    put("received", column, came);
    put("carriedIn", column, before);
    put("handled", column, came + before - left);
    put("carriedOut", column, left);
    for (const [row, count] of splitByWeight(random, came + before - left, endings)) {
      put(row, column, count);
    }
  }
  addTotals(figures, "requests", perRow);
  return { figures, carriedOut };
}

const REMEDY_RATES: Readonly<Record<string, number>> = {
  reconsideration: 0.05,
  litigationDirect: 0.012,
  litigationAfterReconsideration: 0.014,
};
const REMEDY_ENDINGS: Readonly<Record<string, number>> = {
  upheld: 0.56,
  corrected: 0.11,
  other: 0.17,
  pending: 0.16,
};

/** Reconsideration and litigation over so many handled requests. */
export function remedyYear(edition: Edition, random: Random, handled: number): Figures {
  const sum = sumOf(edition, "R04");
  const figures: Figures = new Map();
  const endings = sum.left.map((column) => [column, REMEDY_ENDINGS[column] ?? RARE] as const);
  for (const row of rowsOf(edition, "remedies")) {
    const count = random.binomial(handled, REMEDY_RATES[row] ?? RARE);
    for (const [column, share] of splitByWeight(random, count, endings)) {
      figures.set(cellKey("remedies", row, column), share);
    }
  }
  addTotals(figures, "remedies", sum);
  return figures;
}

/** The one sum a form demands under this rule. */
export function sumOf(edition: Edition, rule: string): Sum {
  const sum = edition.sums.find((candidate) => candidate.rule === rule);
  if (!sum) throw new Error(`edition ${edition.id} has no sum ${rule}`);
  return sum;
}

/** The rows a sum adds that stand on the official blank. */
export function officialRows(edition: Edition, sum: Sum): string[] {
  const optional = new Set(
    edition.tables
      .flatMap(({ blocks }) => blocks.flatMap(({ rows }) => rows))
      .filter((row) => row.insteadOf)
      .map(({ key }) => key),
  );
  return sum.left.filter((row) => !optional.has(row));
}

function rowsOf(edition: Edition, table: Sum["table"]): string[] {
  const found = edition.tables.find(({ key }) => key === table);
  return found?.blocks.flatMap(({ rows }) => rows.map(({ key }) => key)) ?? [];
}

/** Fills the total of each row that a sum per row demands. */
function addTotals(figures: Figures, table: Sum["table"], sum: Sum): void {
  const rows = new Set(
    [...figures.keys()].map((key) => key.slice(table.length + 1, key.lastIndexOf("."))),
  );
  for (const row of rows) {
    const total = sum.left.reduce(
      (before, column) => before + (figures.get(cellKey(table, row, column)) ?? 0),
      0,
    );
    for (const column of sum.right) figures.set(cellKey(table, row, column), total);
  }
}
