import { parseRaw } from "#lib/editions/cell-value.ts";
import type { Cells } from "#lib/editions/content.ts";
import { type CellSpec, cellSpecs, type Edition, officialCells } from "#lib/editions/edition.ts";
import type { Figures } from "./requests.ts";

/** How an agency writes its amounts where the form leaves the unit open. */
export type AmountStyle = "元" | "万元";

/** Writes figures down as an agency would: every cell of the official form, a missing figure as 0. */
export function writtenCells(edition: Edition, figures: Figures, style: AmountStyle): Cells {
  const raw = new Map(
    officialCells(edition).map((spec) => [
      spec.key,
      written(spec, figures.get(spec.key) ?? 0, style),
    ]),
  );
  return cellsFrom(edition, raw);
}

/** Reads what was written, cell by cell, exactly as the reader and the desk do; throws on a cell the form lacks. */
export function cellsFrom(edition: Edition, raw: ReadonlyMap<string, string>): Cells {
  const specs = cellSpecs(edition);
  return Object.fromEntries(
    [...raw].map(([key, text]) => {
      const spec = specs.get(key);
      if (!spec) throw new Error(`edition ${edition.id} has no cell ${key}`);
      return [key, parseRaw(spec, text)];
    }),
  );
}

function written(spec: CellSpec, figure: number, style: AmountStyle): string {
  if (spec.column.unit !== "printed") return String(figure);
  return style === "元" ? `${figure}元` : `${figure / 10_000}万元`;
}
