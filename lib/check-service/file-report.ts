import type { Text } from "#lib/editions/edition.ts";
import type { ReadReport } from "#lib/reader/read.ts";

/** One report of one file; `part` is null where the file holds only one. */
export interface FileReport {
  file: string;
  part: number | null;
  report: ReadReport;
}

/** Why a file gave no report. */
export interface FileFault {
  file: string;
  code: string;
  message: Text;
}
