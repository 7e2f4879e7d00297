import type { ReportContent } from "#lib/editions/content.ts";
import type { Evaluation } from "#lib/reports/evaluation.ts";

/** One report of a file, with all that is worked out before the database is asked. */
export interface FoundReport {
  part: number;
  content: ReportContent;
  /** The year it names, where no report of that year can be stored; its content is then without one. */
  oddYear: number | null;
  contentKey: string;
  evaluation: Evaluation;
  /** Figures the reader was not sure of, or did not read. */
  doubtful: number;
}

/** The years of which there are annual reports under the regulations (the first were due in 2009). */
export const YEARS = { first: 2008, last: 2100 };

/** The media type of what the reader took a file for. */
export function mediaTypeOf(format: string): string {
  return TYPES[format] ?? "application/octet-stream";
}

const OFFICE = "application/vnd.openxmlformats-officedocument";
const TYPES: Readonly<Record<string, string>> = {
  text: "text/plain",
  markdown: "text/markdown",
  html: "text/html",
  pdf: "application/pdf",
  docx: `${OFFICE}.wordprocessingml.document`,
  xlsx: `${OFFICE}.spreadsheetml.sheet`,
};
