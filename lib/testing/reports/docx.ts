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

/** How a Word file says the same thing. */
export interface DocxShape {
  /** Numbers and words cut into several runs, as an editor leaves them. */
  hasCutRuns: boolean;
  /** What was there before, kept as deletions; what is there now, kept as insertions. */
  isTracked: boolean;
  /** The numbers of headings made by Word. */
  isNumbered: boolean;
  /** Every table inside a table for the layout. */
  isNested: boolean;
  /** Text boxes beside the headings, and the controls of a form around the figures. */
  hasExtras: boolean;
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const RELATIONS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';
const PLACEHOLDER =
  "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>单击此处输入</w:t></w:r></w:p></w:sdtContent></w:sdt>";
const TEXT_BOX =
  "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>扫一扫 99999</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>";
const NUMBERING = `<w:numbering ${W}><w:abstractNum w:abstractNumId="4"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="4"/></w:num></w:numbering>`;
const STYLES = `<w:styles ${W}><w:style w:styleId="2"><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style><w:style w:styleId="3"><w:basedOn w:val="2"/></w:style></w:styles>`;

/** Writes paragraphs and tables as a Word file. */
export function writeDocx(blocks: readonly (string | Written[][])[], shape: DocxShape): OfficeFile {
  const places = new Map<string, Place>();
  let tables = 0;
  const body = blocks.map((block) => {
    if (typeof block === "string") return paragraph(block, shape);
    tables += shape.isNested ? 2 : 1;
    const table = tableOf(layOut(block), tables, shape, places);
    if (!shape.isNested) return table;
    return `<w:tbl><w:tr><w:tc>${table}<w:p/></w:tc></w:tr></w:tbl>`;
  });
  return {
    bytes: zipDocx(`<w:document ${W}><w:body>${body.join("")}</w:body></w:document>`),
    places,
  };
}

/** A Word file around the markup of its document, with further files beside it. */
export function zipDocx(document: string, more: Readonly<Record<string, string>> = {}) {
  const files = {
    "[Content_Types].xml": contentTypes({
      "word/document.xml": "wordprocessingml.document.main",
      "word/numbering.xml": "wordprocessingml.numbering",
      "word/styles.xml": "wordprocessingml.styles",
    }),
    "_rels/.rels": `<Relationships ${RELATIONS}><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/_rels/document.xml.rels": `<Relationships ${RELATIONS}><Relationship Id="r2" Type="${OFFICE}/numbering" Target="numbering.xml"/><Relationship Id="r3" Type="${OFFICE}/styles" Target="/word/styles.xml"/></Relationships>`,
    "word/document.xml": document,
    "word/numbering.xml": NUMBERING,
    "word/styles.xml": STYLES,
    ...more,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([k, v]) => [k, strToU8(v)])), {
    level: 1,
  });
}

const HEADING = /^[一二三四五六]、(?=.{4,}$)/u;

function paragraph(text: string, shape: DocxShape): string {
  const isHeading = HEADING.test(text);
  if (!isHeading || !shape.isNumbered) return `<w:p>${runs(text, shape)}</w:p>`;
  const style = '<w:pPr><w:pStyle w:val="3"/></w:pPr>';
  const box = shape.hasExtras ? TEXT_BOX : "";
  return `<w:p>${style}${box}${runs(text.replace(HEADING, ""), shape)}</w:p>`;
}

function runs(text: string, { hasCutRuns, isTracked }: DocxShape): string {
  const pieces = hasCutRuns ? (text.match(/.{1,2}/gu) ?? []) : text === "" ? [] : [text];
  const written = pieces
    .map((piece) => `<w:r><w:t xml:space="preserve">${escaped(piece)}</w:t></w:r>`)
    .join("");
  if (!isTracked) return written;
  return `<w:del><w:r><w:delText>4${escaped(text)}</w:delText></w:r></w:del><w:ins>${written}</w:ins>`;
}

function tableOf(
  rows: readonly Laid[][],
  table: number,
  shape: DocxShape,
  places: Map<string, Place>,
): string {
  const gone = shape.isTracked
    ? "<w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:delText>7</w:delText></w:r></w:p></w:tc></w:tr>"
    : "";
  const body = rows.map((cells) => {
    for (const { cell, row, column } of cells)
      if (cell !== undefined) places.set(cell, { table, row, column });
    return `<w:tr>${cells.map((cell) => cellOf(cell, shape)).join("")}</w:tr>`;
  });
  return `<w:tbl>${gone}${body.join("")}</w:tbl>`;
}

function cellOf(cell: Laid, shape: DocxShape): string {
  const { colSpan, rowSpan, kind, text } = cell;
  const across = colSpan > 1 ? `<w:gridSpan w:val="${colSpan}"/>` : "";
  const down = rowSpan > 1 ? `<w:vMerge${kind === "cell" ? ' w:val="restart"' : ""}/>` : "";
  const lines = kind === "below" ? [""] : isVertical(cell) ? Array.from(text) : [text];
  const words = lines.map((line) => `<w:p>${runs(line, shape)}</w:p>`).join("");
  const isControl = shape.hasExtras && cell.cell !== undefined;
  const inner = !isControl
    ? words
    : text === ""
      ? PLACEHOLDER
      : `<w:sdt><w:sdtContent>${words}</w:sdtContent></w:sdt>`;
  return `<w:tc><w:tcPr>${across}${down}</w:tcPr>${inner}</w:tc>`;
}
