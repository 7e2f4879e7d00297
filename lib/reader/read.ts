import type { Issue } from "#lib/checks/issue.ts";
import type { ReportContent } from "#lib/editions/content.ts";
import type { Result } from "#lib/platform/result.ts";
import type { ReadRefusal } from "./refusal.ts";

/** One report found in a file. */
export interface ReadReport {
  /** 1 for the first report of the file. */
  part: number;
  content: ReportContent;
  /** What the reader itself doubts; every rule id starts with `read.`. */
  issues: Issue[];
  /** The decoded text that `Cell.at` and `Section.at` point into. */
  source: string;
  format: "text" | "html";
}

/** Reads every report a file holds; what cannot be read is refused with a code. */
export async function readSource(
  _bytes: Uint8Array,
  _name: string,
): Promise<Result<ReadReport[], ReadRefusal>> {
  throw new Error("the reader is being written");
}
