import type { Candidate } from "#lib/checks/issue.ts";
import type { CellKey } from "#lib/editions/content.ts";
import type { Column, Row } from "#lib/editions/edition.ts";
import type { Token } from "../tokens.ts";
import type { GluedRun } from "./glued.ts";
import type { SeenRow } from "./seen-row.ts";

/** Why figures of a table were left out, or what is odd about those that were read. */
export interface Doubt {
  code:
    | "heads"
    | "headsOpen"
    | "turned"
    | "otherEdition"
    | "rowLength"
    | "lostHead"
    | "furtherLine"
    | "headsAgain"
    | "readAgain"
    | "unevenRows"
    | "loneFigure"
    | "noteFigure"
    | "remarkFor"
    | "loneNone"
    | "brokenRow"
    | "twoLines"
    | "parted"
    | "partedOrder"
    | "unknownRow"
    | "unknownColumn"
    | "cutHead"
    | "sharedLabel"
    | "conflict"
    | "unequalColumns"
    | "repeatedRow"
    | "glued"
    | "gluedOpen"
    | "unlabelled"
    | "unlabelledOpen"
    | "remark"
    | "fraction"
    | "blankThousands"
    | "leadingZeros"
    | "moneyUnit"
    | "noMoneyUnit"
    | "shifted"
    | "late"
    | "lateToo"
    | "loneTotal"
    | "copied"
    | "loneGroup";
  row?: Row;
  /** The column that a table as a whole is doubted for. */
  column?: Column;
  cells: CellKey[];
  /** The words as printed. */
  words: string;
  /** The ways in which glued figures can be cut. */
  candidates?: Candidate[];
  /** Whether it took the years before and after to tell the ways apart. */
  isByYears?: boolean;
  /** How many figures stood apart from the labels of their rows. */
  found?: number;
  /** Whether there are more ways than those listed. */
  hasMore?: boolean;
  /** What is printed of the cells that were left out. */
  seen?: readonly SeenRow[];
}

/** What the reader found in one table. */
export interface Reading {
  /** The token of each cell. */
  cells: Map<CellKey, Token>;
  doubts: Doubt[];
  /** Rows with fewer figures than columns, whose figures may be glued together. */
  glued: GluedRun[];
  /** Rows of figures between two known rows, whose labels are missing. */
  unlabelled: GluedRun[];
  /** Rows of which nothing but the label is printed. */
  labelsAlone: SeenRow[];
}

/** A reading with nothing in it yet. */
export function emptyReading(): Reading {
  return { cells: new Map(), doubts: [], glued: [], unlabelled: [], labelsAlone: [] };
}
