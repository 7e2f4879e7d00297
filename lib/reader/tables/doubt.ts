import type { CellKey } from "#lib/editions/content.ts";
import type { Row } from "#lib/editions/edition.ts";
import type { Token } from "../tokens.ts";

/** Why figures of a table were left out, or what is odd about those that were read. */
export interface Doubt {
  code:
    | "heads"
    | "rowLength"
    | "unknownRow"
    | "unknownColumn"
    | "cutHead"
    | "conflict"
    | "repeatedRow"
    | "remark";
  row?: Row;
  cells: CellKey[];
  /** The words as printed. */
  words: string;
}

/** What the reader found in one table. */
export interface Reading {
  /** The token of each cell. */
  cells: Map<CellKey, Token>;
  doubts: Doubt[];
}
