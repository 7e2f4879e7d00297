import type { CellKey, SectionKey } from "#lib/editions/content.ts";
import type { Table } from "#lib/editions/edition.ts";
import type { Written } from "../reports/written.ts";
import type { Chance } from "./chance.ts";
import type { Shape } from "./shapes.ts";
import type { TrueFacts, Truth } from "./truth.ts";

/** A printed cell of a table: what it is, and whose. */
export interface Ink extends Written {
  kind: "article" | "head" | "label" | "figure" | "filler";
  /** The row of the form a label or a figure stands for. */
  row?: string | undefined;
}

export type Grid = Ink[][];

/** A piece of a page, from top to bottom. */
export type Block =
  | { kind: "title" | "line" | "name" | "date"; text: string }
  | { kind: "heading" | "paragraph"; text: string; section?: SectionKey }
  | { kind: "entry"; label: string; text: string }
  | { kind: "table"; key: Table["key"] | null; rows: Grid };

/** What stands around the body of a web page. */
export interface Dress {
  /** Name and content of `<meta>` tags. */
  tags: [string, string][];
  /** Markup before and after the body. */
  before: string[];
  after: string[];
}

/** Facts and sections by name, as they are counted: `title`, `section.other`. */
export type FactName = keyof TrueFacts | `section.${SectionKey}`;

/** A report on its way from the truth to a file; injuries change it, and say what reading may then doubt. */
export interface Draft {
  truth: Truth;
  shape: Shape;
  grids: Map<Table["key"], Grid>;
  blocks: Block[];
  dress: Dress;
  /** What reading need not give back, as long as it says so. */
  mayDoubt: Set<CellKey>;
  mayMiss: Set<FactName>;
  /** Words put into the text that may come back with it or not. */
  strays: string[];
  /** Changes to the text of the file when all is laid out. */
  finishing: ((text: string) => string)[];
  /** Another report in the same file. */
  second: Draft | null;
}

/** What happens to reports on their way into the wild. */
export interface Injury {
  name: string;
  /** What reading may give: the content back, or a doubt at each cell that does not come back. */
  reading: "same" | "doubt";
  /** Injuries to the same part do not happen together. */
  part: string;
  /** Figures are changed before they are printed, grids before they are put on the page, the page before it is written. */
  on: "figures" | "grids" | "page";
  fits?(shape: Shape, truth: Truth): boolean;
  /** Answers false where nothing could be done. */
  hurt(draft: Draft, chance: Chance): unknown;
}
