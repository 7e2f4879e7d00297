import { LAYOUTS, type Layout, PARTED_LAYOUTS } from "../reports/layouts.ts";
import { HTML_LAYOUTS } from "../reports/layouts-html.ts";
import { MARKDOWN_LAYOUTS } from "../reports/layouts-markdown.ts";

/** The kinds of files that reports come in. */
export const FORMATS = ["text", "html", "markdown", "docx", "xlsx", "pdf"] as const;
export type Format = (typeof FORMATS)[number];

/** A way of writing a page down, and how it treats what is printed. */
export interface PageLayout {
  format: Format;
  name: string;
  /** Blank cells leave no trace, or look like what only fills up a line. */
  losesBlanks: boolean;
  /** Each cell on a line of its own, so that a line of text may be a cell. */
  hasCellLines: boolean;
}

/** Layouts of text that keep every blank in its place. */
const SURE: ReadonlySet<string> = new Set(["row lines", "tabs", "word copy", "filled up rows"]);
const CELL_LINES = /lines$|naive/u;

function textual(name: Layout): PageLayout {
  const format =
    name in HTML_LAYOUTS ? "html" : name in MARKDOWN_LAYOUTS ? "markdown" : ("text" as const);
  return {
    format,
    name,
    losesBlanks: format !== "html" && name !== "markdown html" && !SURE.has(name),
    hasCellLines: format === "text" && CELL_LINES.test(name) && name !== "row lines",
  };
}

const office = (format: Format, name: string): PageLayout => ({
  format,
  name,
  losesBlanks: false,
  hasCellLines: false,
});

/** Every layout of every format. */
export const PAGE_LAYOUTS: readonly PageLayout[] = [
  ...[...LAYOUTS, ...PARTED_LAYOUTS].map(textual),
  office("docx", "document"),
  office("xlsx", "workbook"),
  office("pdf", "with rules"),
  office("pdf", "without rules"),
];
