import type { MatchCandidate } from "#lib/agencies/match.ts";
import type { Text } from "#lib/editions/edition.ts";
import type { KeptFile } from "#lib/reports/commands-keep.ts";
import type { FoundReport } from "./found.ts";

/** What became of one report of one file. */
export type Outcome =
  | "imported"
  | "stored"
  | "already_there"
  | "conflict"
  | "needs_attention"
  | "refused";

/** Outcomes after which nothing is left to be done about a file. */
export const SETTLED: readonly Outcome[] = ["imported", "stored", "already_there"];

/** How the agency was found: by the register's rules, or because somebody said so. */
export type How = readonly string[];

/** What the result file says of one report; `part` is 0 where the file gave none. */
export interface Line {
  file: string;
  part: number;
  /** Reports in the file. */
  parts: number;
  outcome: Outcome;
  /** Why, where nothing was imported or something is to be known. */
  code: string | null;
  message: Text | null;
  title: string | null;
  printedAgency: string | null;
  agency: { id: string; name: string; how: How } | null;
  candidates: readonly { id: string; name: string; region: string; how: How }[];
  year: number | null;
  edition: string | null;
  cells: { read: number; doubtful: number } | null;
  checks: { holds: number; fails: number; unknown: number; outcome: string } | null;
  source: string | null;
  reportId: string | null;
  version: number | null;
}

/** Where a copy was taken from. */
export interface Source {
  sourceUrl: string | null;
  sourceName: string;
}

/** A report that may be stored: it has an agency and a year, and its original is kept. */
export interface Ready {
  agencyId: string;
  year: number;
  found: FoundReport;
  source: Source;
  kept: KeptFile | null;
}

/** One report of one file on its way: its line so far, and what is to be stored, where it comes to that. */
export interface Item {
  sha256: string | null;
  line: Line;
  ready: Ready | null;
}

/** The line of a file that gave no report. */
export function blankLine(file: string, part = 0): Line {
  return {
    ...{ file, part, parts: part, outcome: "refused", code: null, message: null, title: null },
    ...{ printedAgency: null, agency: null, candidates: [], year: null, edition: null },
    ...{ cells: null, checks: null, source: null, reportId: null, version: null },
  };
}

/** What a line says of a report that was read. */
export function lineOf(
  file: string,
  { part, content, oddYear, doubtful, evaluation }: FoundReport,
): Line {
  const { holds, fails, unknown, outcome } = evaluation.summary;
  return {
    ...blankLine(file, part),
    title: content.title,
    printedAgency: content.agency,
    year: oddYear ?? content.year,
    edition: content.edition,
    cells: { read: Object.keys(content.cells).length, doubtful },
    checks: { holds, fails, unknown, outcome },
  };
}

/** A candidate as a line shows it. */
export function candidateOf({ id, name, region, why }: MatchCandidate): Line["candidates"][number] {
  return { id, name, region, how: why };
}
