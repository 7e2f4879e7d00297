import writeExcelFile from "write-excel-file/node";
import type { Column, Row, TableHead, Value } from "./table.ts";
import { cleanForXml } from "./xml.ts";

const LONGEST_CELL = 32_767;

/** A workbook with one sheet: text is written as text, so that nothing in it can run as a formula. */
export async function xlsxFile(
  { name, columns }: TableHead,
  rows: readonly Row[],
): Promise<Buffer> {
  const heads = columns.map(({ label }) => ({ value: label, fontWeight: "bold" as const }));
  const cells = rows.map((row) => columns.map((column, i) => cellOf(row[i] ?? null, column)));
  const sheet = {
    sheet: name,
    columns: columns.map(({ width = 14 }) => ({ width })),
    stickyRowsCount: 1,
  };
  return writeExcelFile([heads, ...cells], sheet).toBuffer();
}

function cellOf(value: Value, { kind }: Column) {
  if (value === null) return null;
  if (kind === "number" && typeof value === "number") return { value, type: Number };
  return { value: clean(String(value)), type: String };
}

const clean = (text: string) => cleanForXml(text).slice(0, LONGEST_CELL);
