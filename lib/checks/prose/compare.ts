import type { Cell, CellKey, Cells } from "../../editions/content.ts";
import { cellSpecs, type Edition, type Text } from "../../editions/edition.ts";
import { replacedCells } from "../../editions/sum-instances.ts";
import { exactSum } from "../decimal.ts";
import { cellName, sectionName } from "../names.ts";
import { figureOf } from "../operands.ts";
import { TARGETS, type TargetKey } from "./targets.ts";

/** Why prose and tables are compared. */
export const ONE_REPORT: Text = {
  zh: "格式第一部分（总体情况）与第二、三、四部分各表同为一份报告的数据，应当一致",
  en: "Form, section I and the tables of sections II, III and IV: the data of one report",
};

/** What the form says of a quantity: one way to read it. */
export interface Reading {
  cells: CellKey[];
  /** The sum; null where one of the cells has no number. */
  value: number | null;
  /** `3 + 1`, with `□` for a cell without a number. */
  figures: string;
}

/** Looks up the ways in which a report's figures can be read for a quantity; none where its form does not have it. */
export function readingsIn(edition: Edition, cells: Cells): (target: TargetKey) => Reading[] {
  const replaced = replacedCells(edition, cells);
  return (target) => readingsOf(target, edition, cells, replaced);
}

function readingsOf(
  target: TargetKey,
  edition: Edition,
  cells: Cells,
  replaced: ReadonlySet<string>,
): Reading[] {
  const specs = cellSpecs(edition);
  return TARGETS[target].readings.flatMap((terms) => {
    const taken = new Set(terms.filter((term) => term.startsWith("-")).map(cellOf));
    const keys = terms.map(cellOf);
    const known = keys.filter((key) => specs.has(key));
    const asked = known.filter((key) =>
      specs.get(key)?.row.insteadOf ? key in cells : !replaced.has(key),
    );
    const isWhole = known.length === keys.length || keys.some((key) => key.includes(".other."));
    return isWhole && asked.length > 0 ? [readingOf(asked, taken, cells)] : [];
  });
}

const cellOf = (term: string): CellKey => term.replace(/^-/u, "");

function readingOf(keys: CellKey[], taken: ReadonlySet<CellKey>, cells: Cells): Reading {
  const values = keys.map((key) => {
    const value = inTenThousands(cells[key]);
    return value !== null && taken.has(key) ? -value : value;
  });
  const isKnown = values.every((value) => value !== null);
  return {
    cells: keys,
    value: isKnown ? Number(exactSum(values)) : null,
    figures: values
      .map((value) => (value === null ? "□" : exactSum([value])))
      .join(" + ")
      .replaceAll("+ -", "- "),
  };
}

/** Money in 万元, as it is compared; everything else as it is. */
function inTenThousands(cell: Cell | undefined): number | null {
  const value = figureOf(cell);
  if (value === null || cell?.unit === undefined) return value;
  if (cell.unit === null) return null;
  return cell.unit === "元" ? value / 10_000 : value;
}

/** How people call what a reading adds up: the cell, or the quantity of its section. */
export function readingName(target: TargetKey, { cells }: Reading, edition: Edition): Text {
  const [first] = cells.flatMap((key) => cellSpecs(edition).get(key) ?? []);
  const { name } = TARGETS[target];
  if (!first) return name;
  if (cells.length === 1) return cellName(edition, first);
  const section = sectionName(edition, first.table);
  return {
    zh: `${section.zh}“${name.zh}”各格合计`,
    en: `${section.en}, ${name.en} added up`,
  };
}
