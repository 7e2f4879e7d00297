import type { CellKey, Cells } from "#lib/editions/content.ts";
import type { Edition, Table } from "#lib/editions/edition.ts";

/** What every part of the grid is given. */
export interface GridProps {
  edition: Edition;
  table: Table;
  cells: Cells;
  /** The same as they stood when the page was opened. */
  loaded: Cells;
  /** Cells in which a sum fails. */
  failing: ReadonlySet<CellKey>;
  /** Cells the reader was not sure of. */
  doubted: ReadonlySet<CellKey>;
  isReadOnly: boolean;
  change: (values: Record<CellKey, string>) => void;
}
