import type { DocxShape } from "../reports/docx.ts";
import { type PdfShape, PLAIN_PDF } from "../reports/pdf.ts";
import type { XlsxShape } from "../reports/xlsx.ts";
import type { Chance } from "./chance.ts";
import { FORMATS, type Format, PAGE_LAYOUTS, type PageLayout } from "./layouts.ts";

const ENCODINGS = ["utf-8", "utf-8 marked", "utf-16le", "utf-16be", "gbk"] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** What a web page looks like around its tables: written by hand, saved by Word, from a site, laid out with tables. */
const DRESSES = ["plain", "word", "site", "nested"] as const;
export type WebDress = (typeof DRESSES)[number];

/** A format, a layout and what else a file of that format may be like. */
export interface Shape {
  format: Format;
  layout: PageLayout;
  encoding: Encoding;
  web: WebDress;
  docx: DocxShape;
  xlsx: XlsxShape;
  pdf: PdfShape;
}

/** Draws a shape; formats are equally likely. */
export function shapeOf(chance: Chance): Shape {
  const format = chance.pick(FORMATS);
  const maybe = () => chance.maybe(0.3);
  const layout = chance.pick(PAGE_LAYOUTS.filter((one) => one.format === format));
  return {
    format,
    layout,
    encoding: chance.maybe(0.6) ? "utf-8" : chance.pick(ENCODINGS),
    web: chance.pick(DRESSES),
    docx: {
      hasCutRuns: maybe(),
      isTracked: maybe(),
      isNumbered: maybe(),
      isNested: maybe(),
      hasExtras: maybe(),
    },
    xlsx: {
      hasSharedStrings: maybe(),
      hasSheets: maybe(),
      hasFormulas: maybe(),
      isShifted: maybe(),
    },
    pdf: pdfShapeOf(chance),
  };
}

function pdfShapeOf(chance: Chance): PdfShape {
  const maybe = () => chance.maybe(0.3);
  return {
    ...PLAIN_PDF,
    isNarrow: maybe(),
    isPaged: maybe(),
    hasRepeatedHeads: chance.maybe(0.7),
    hasSplitRows: maybe(),
    isTop: maybe(),
    align: chance.pick(["left", "centre", "centre", "right"]),
    order: chance.pick(["printed", "printed", "columns", "backwards"]),
  };
}
