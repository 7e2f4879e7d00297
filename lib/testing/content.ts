import {
  type Cell,
  type CellKey,
  type Cells,
  emptyContent,
  type ReportContent,
} from "#lib/editions/content.ts";
import type { Edition } from "#lib/editions/edition.ts";
import { exampleCells, type FigureSize } from "#lib/editions/example-cells.ts";
import { seededRandom } from "./random.ts";

/** A whole report whose figures satisfy every sum of its form; the same seed gives the same report. */
export function consistentContent(
  edition: Edition,
  seed: number,
  size?: FigureSize,
): ReportContent {
  const random = seededRandom(seed);
  const lastYear = edition.validTo ?? edition.validFrom + 9;
  const year = edition.validFrom + Math.floor(random() * (lastYear - edition.validFrom + 1));
  const content = emptyContent(edition.id, year);
  return {
    ...content,
    title: `示例县人民政府${year}年政府信息公开工作年度报告`,
    agency: "示例县人民政府",
    publishedOn: `${year + 1}-01-20`,
    cells: exampleCells(edition, random, size),
    sections: content.sections.map((section, index) => {
      const heading = edition.sections[section.key].zh;
      const text = `第${index + 1}部分为测试内容，统计期限为${year}年1月1日至12月31日，未收取信息处理费。`;
      return { ...section, heading, text, raw: text };
    }),
  };
}

/** The cell a reader makes of a plain figure. */
export function numberCell(value: number): Cell {
  return { raw: String(value), value, state: "number" };
}

/** A printed cell with nothing in it. */
export const BLANK_CELL: Cell = { raw: "", value: null, state: "blank" };

/** The same report with some of its cells replaced; null takes a cell out, as where the source does not print it. */
export function withCells(
  content: ReportContent,
  changes: Readonly<Record<CellKey, Cell | null>>,
): ReportContent {
  const cells: Cells = { ...content.cells };
  for (const [key, cell] of Object.entries(changes)) {
    if (cell) cells[key] = cell;
    else delete cells[key];
  }
  return { ...content, cells };
}
