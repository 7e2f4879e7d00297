import type { CellKey, Place, SectionKey } from "../editions/content.ts";
import type { Text } from "../editions/edition.ts";

/** `cannot-tell`: an operand is missing or blank · `not-applicable`: the rule has nothing to say about this report. */
export const OUTCOMES = ["holds", "fails", "cannot-tell", "not-applicable"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** `error`: a sum the form itself demands · `warning`: needs a reason to submit · `note`. */
export const SEVERITIES = ["error", "warning", "note"] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What one rule found in one place of one report. */
export interface Issue {
  /** `R01` … `R26`, or `read.…` where the reader itself has a doubt. */
  rule: string;
  /** Stable within a report: `R02.naturalPerson`; with the values it keys the decisions taken on it. */
  instance: string;
  outcome: Outcome;
  severity: Severity;
  /** The cells on both sides. */
  cells: CellKey[];
  /** The section, where the rule is about prose. */
  section?: SectionKey;
  /** The passage: [start, end) in UTF-16 units of the section's text. */
  span?: [number, number];
  /** What the report says that no cell holds (a date, a passage): a decision on the issue lapses with it. */
  said?: string;
  /** Both sides with their figures, `9 + 0 ≠ 8 + 0`; null where the rule is no sum. */
  formula: string | null;
  /** Names row, column and both sides, for people. */
  message: Text;
  /** What may have gone wrong, where the figures suggest it. */
  hint?: Text;
  /** Where a passage can be read in several ways: what each way would write into which cells. */
  candidates?: readonly Candidate[];
  /** Where the file prints what was left out, row by row. */
  seen?: readonly Seen[];
}

/** Where a file prints something that the reader saw and could not read. */
export interface Seen {
  /** The cells it is about; none where the form has none for it. */
  cells: readonly CellKey[];
  /** [start, end) in the text that the reader saw, line by line. */
  plain: [number, number];
  /** As `Cell.at` and `Cell.where`. */
  at: [number, number] | null;
  where?: Place;
}

/** One way to read a passage: what was written in each of its cells. */
export type Candidate = Readonly<Record<CellKey, string>>;
