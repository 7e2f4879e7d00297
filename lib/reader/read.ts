import type { Issue } from "#lib/checks/issue.ts";
import type { ReportContent } from "#lib/editions/content.ts";
import { done, type Result, refused } from "#lib/platform/result.ts";
import { MAX_TEXT } from "./archive/limits.ts";
import { decode } from "./detect.ts";
import type { TextFormat } from "./format.ts";
import { formatOf } from "./format.ts";
import { findHeadings } from "./headings.ts";
import { isReport } from "./is-report.ts";
import { reportInJson } from "./json-dump.ts";
import { looseColumns } from "./loose.ts";
import { seemsToBe } from "./not-report.ts";
import { oddCells } from "./odd-cells.ts";
import { findParts } from "./parts.ts";
import type { ReadSpans } from "./passages.ts";
import { type Plain, pageOf } from "./plain.ts";
import { readHtml } from "./readers/html.ts";
import { readMarkdown } from "./readers/markdown.ts";
import { isArchive, readOffice } from "./readers/office.ts";
import { isPdf, readPdf } from "./readers/pdf.ts";
import { readText } from "./readers/text.ts";
import { recognisedFigures } from "./recognised-figures.ts";
import type { ReadRefusal } from "./refusal.ts";
import { readReport } from "./report.ts";
import type { NeighboursOf } from "./tables/constraints.ts";

/** One report found in a file. */
export interface ReadReport {
  /** 1 for the first report of the file. */
  part: number;
  content: ReportContent;
  /** What the reader itself doubts; every rule id starts with `read.`. */
  issues: Issue[];
  /** The decoded text that `Cell.at` and `Section.at` point into; of an office file, its text line by line. */
  source: string;
  format: Format;
  /** The text the reader saw, line by line, without markup; `spans` point into it. */
  plain: string;
  spans: ReadSpans;
}

type Format = TextFormat | "docx" | "xlsx" | "pdf";

/** A file as its own reader hands it on, and what that reader left out. */
interface Opened {
  plain: Plain;
  source: string;
  format: Format;
  issues: Issue[];
  /** Whether a program recognised its text on pictures. */
  isRecognised?: boolean;
}

type Placed = Omit<Opened, "source" | "issues"> & Partial<Pick<Opened, "issues">>;

/** Reads every report a file holds; what cannot be read is refused with a code. `name` is not trusted and decides nothing; other years' figures only settle what the form's own sums leave open. */
export async function readSource(
  bytes: Uint8Array,
  _name: string,
  neighboursOf?: NeighboursOf,
): Promise<Result<ReadReport[], ReadRefusal>> {
  const opened = await open(bytes);
  if (!opened.ok) return opened;
  const { plain, source, format, issues, isRecognised } = opened.value;
  // Every format alike: what no report can be is refused before anything is looked for in it.
  if (plain.text.length > MAX_TEXT) return refused("reader.too-complex");
  const page = pageOf(plain);
  const { parts, hasRepeats } = findParts(page.text, findHeadings(page.text));
  const reports = parts.flatMap((part, index) => {
    const isRepeated = hasRepeats && index === parts.length - 1;
    const read = readReport(page, part, isRepeated, neighboursOf);
    return read && isReport(page, part, read.content) ? [read] : [];
  });
  if (reports.length === 0) {
    const kind = seemsToBe(page, format === "html");
    return kind ? refused("reader.not-annual-report", { kind }) : refused("reader.no-report");
  }
  return done(
    reports.map((report, index) => ({
      part: index + 1,
      content: report.content,
      issues: [
        ...issues,
        ...(isRecognised ? [recognisedFigures(report.content)] : []),
        ...report.issues,
        ...(page.isLoose
          ? looseColumns(report.content, report.spans.cells, report.issues, page.isLoose)
          : []),
        ...oddCells(report.spans.cells, plain.oddityAt),
      ],
      source,
      format,
      plain: plain.text,
      spans: report.spans,
    })),
  );
}

async function open(bytes: Uint8Array): Promise<Result<Opened, ReadRefusal>> {
  if (isArchive(bytes)) return placed(await readOffice(bytes));
  return isPdf(bytes) ? placed(await readPdf(bytes)) : openText(bytes);
}

const READERS = { text: readText, markdown: readMarkdown, html: readHtml };

function openText(bytes: Uint8Array): Result<Opened, ReadRefusal> {
  const decoded = decode(bytes);
  if (!decoded.ok) return decoded;
  const wrapped = reportInJson(decoded.value.text);
  const source = wrapped ?? decoded.value.text;
  const format = wrapped === null ? decoded.value.format : formatOf(wrapped);
  return done({ plain: READERS[format](source), source, format, issues: [] });
}

/** What has no characters to count is its own source. */
function placed(read: Result<Placed, ReadRefusal>): Result<Opened, ReadRefusal> {
  return read.ok ? done({ issues: [], ...read.value, source: read.value.plain.text }) : read;
}
