import { strToU8, zipSync } from "fflate";
import type { Place } from "#lib/editions/content.ts";
import {
  contentTypes,
  escaped,
  isVertical,
  type Laid,
  layOut,
  type OfficeFile,
} from "./office-shapes.ts";
import type { Written } from "./written.ts";

/** How a workbook says the same thing. */
export interface XlsxShape {
  /** Words in the table of shared strings, else in their cells. */
  hasSharedStrings: boolean;
  /** Each table on a sheet of its own. */
  hasSheets: boolean;
  /** Figures as results of formulas. */
  hasFormulas: boolean;
  /** Rows and columns left free above and beside, and a hidden sheet with other figures. */
  isShifted: boolean;
}

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const RELATIONS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';

/** The least that other programs ask of the styles of a workbook. */
const PLAIN_STYLES = `<styleSheet ${MAIN}><fonts count="1"><font/></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf xfId="0"/><xf xfId="0"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

/** Writes paragraphs and tables as a workbook. */
export function writeXlsx(blocks: readonly (string | Written[][])[], shape: XlsxShape): OfficeFile {
  const writer = new WorkbookWriter(shape);
  for (const block of blocks) writer.add(block);
  return writer.finish();
}

/** A workbook around the markup of its sheets, with further files beside it. */
export function zipXlsx(
  sheets: readonly { name: string; markup: string; state?: string }[],
  strings: readonly string[] = [],
  more: Readonly<Record<string, string>> = {},
) {
  const list = sheets.map(
    ({ name, state = "visible" }, index) =>
      `<sheet name="${name}" sheetId="${index + 1}" state="${state}" r:id="s${index + 1}"/>`,
  );
  const relations = sheets.map(
    (_, index) =>
      `<Relationship Id="s${index + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  const sheetTypes = Object.fromEntries(
    sheets.map((_, index) => [`xl/worksheets/sheet${index + 1}.xml`, "spreadsheetml.worksheet"]),
  );
  const files: Record<string, string> = {
    "[Content_Types].xml": contentTypes({
      "xl/workbook.xml": "spreadsheetml.sheet.main",
      "xl/sharedStrings.xml": "spreadsheetml.sharedStrings",
      "xl/styles.xml": "spreadsheetml.styles",
      ...sheetTypes,
    }),
    "_rels/.rels": `<Relationships ${RELATIONS}><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
    "xl/_rels/workbook.xml.rels": `<Relationships ${RELATIONS}>${relations.join("")}<Relationship Id="x" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="y" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook ${MAIN} xmlns:r="${OFFICE}"><sheets>${list.join("")}</sheets></workbook>`,
    "xl/sharedStrings.xml": `<sst ${MAIN}>${strings.map((text) => `<si><r><t xml:space="preserve">${escaped(text)}</t></r><rPh sb="0" eb="1"><t>pinyin</t></rPh></si>`).join("")}</sst>`,
    "xl/styles.xml": PLAIN_STYLES,
    ...more,
  };
  sheets.forEach(({ markup }, index) => {
    files[`xl/worksheets/sheet${index + 1}.xml`] = `<worksheet ${MAIN}>${markup}</worksheet>`;
  });
  return zipSync(Object.fromEntries(Object.entries(files).map(([k, v]) => [k, strToU8(v)])), {
    level: 1,
  });
}

/** The name of a column: 28 is `AB`. */
export function columnName(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest > 0 ? columnName(rest) : "") + String.fromCharCode(65 + ((column - 1) % 26));
}

interface Open {
  name: string;
  rows: string[];
  merges: string[];
  next: number;
}

class WorkbookWriter {
  private readonly shape: XlsxShape;
  private readonly sheets: Open[] = [];
  private readonly strings: string[] = [];
  private readonly places = new Map<string, Place>();

  constructor(shape: XlsxShape) {
    this.shape = shape;
    this.open();
  }

  add(block: string | Written[][]): void {
    const isHeading = typeof block === "string" && /^[一二三四五六]、/u.test(block);
    if (isHeading && this.shape.hasSheets) this.open();
    const rows = typeof block === "string" ? [[line(block)]] : layOut(block);
    for (const row of rows) this.addRow(row);
  }

  finish(): OfficeFile {
    const sheets = this.sheets.map(({ name, rows, merges }) => ({
      name,
      markup: `<sheetData>${rows.join("")}</sheetData>${merges.length > 0 ? `<mergeCells>${merges.join("")}</mergeCells>` : ""}`,
    }));
    const last = { ...(sheets.at(-2) ?? sheets[0] ?? line("")), name: "去年", state: "hidden" };
    const hidden = this.shape.isShifted && "markup" in last ? [last] : [];
    return { bytes: zipXlsx([...sheets, ...hidden], this.strings), places: this.places };
  }

  private open(): void {
    const next = this.shape.isShifted ? 4 : 1;
    this.sheets.push({ name: `表${this.sheets.length + 1}`, rows: [], merges: [], next });
  }

  private addRow(cells: readonly Laid[]): void {
    const sheet = this.sheets.at(-1);
    if (!sheet) throw new Error("a sheet is open");
    const row = sheet.next++;
    const written = cells.map((cell) => {
      const column = cell.column + (this.shape.isShifted ? 2 : 0);
      const place = `${columnName(column)}${row}`;
      if (cell.kind === "below") return `<c r="${place}" s="1"/>`;
      if (cell.cell !== undefined) this.places.set(cell.cell, { sheet: sheet.name, row, column });
      const right = columnName(column + cell.colSpan - 1);
      if (cell.colSpan * cell.rowSpan > 1)
        sheet.merges.push(`<mergeCell ref="${place}:${right}${row + cell.rowSpan - 1}"/>`);
      return this.cell(place, isVertical(cell) ? Array.from(cell.text).join("\n") : cell.text);
    });
    sheet.rows.push(`<row r="${row}">${written.join("")}</row>`);
  }

  private cell(place: string, text: string): string {
    if (text === "") return `<c r="${place}" s="1"/>`;
    if (/^-?\d+(?:\.\d+)?$/.test(text)) {
      const formula = this.shape.hasFormulas ? `<f>SUM(${text})</f>` : "";
      return `<c r="${place}">${formula}<v>${text}</v></c>`;
    }
    if (!this.shape.hasSharedStrings)
      return `<c r="${place}" t="inlineStr"><is><t>${escaped(text)}</t></is></c>`;
    this.strings.push(text);
    return `<c r="${place}" t="s"><v>${this.strings.length - 1}</v></c>`;
  }
}

function line(text: string): Laid {
  return { text, colSpan: 1, rowSpan: 1, kind: "cell", row: 1, column: 1 };
}
