import type { FileFault, FileReport } from "#lib/check-service/file-report.ts";
import type { Text } from "#lib/editions/edition.ts";
import type { ReadReport } from "#lib/reader/read.ts";
import { refusalText } from "#lib/reader/refusal.ts";
import { BoundedReader } from "#lib/reading/bounded-reader.ts";
import type { BoundedRefusal } from "#lib/reading/refusal.ts";
import { readBytes } from "./files.ts";
import { startProgress } from "./progress.ts";

/** As long as an import gives a file: one that nobody can read costs no more than that. */
const LIMIT_MS = 30_000;
const reader = new BoundedReader(LIMIT_MS);

/** Reads files one after another, so that memory does not grow with their number; answers how many could not be read. */
export async function readFiles(
  files: readonly string[],
  onReport: (found: FileReport) => void,
  onFault: (fault: FileFault) => void,
): Promise<number> {
  const progress = startProgress(files.length);
  let faults = 0;
  for (const file of files) {
    const read = await readOne(file);
    if ("code" in read) {
      faults += 1;
      onFault(read);
    } else {
      for (const report of read.reports) {
        onReport({ file, part: read.reports.length > 1 ? report.part : null, report });
      }
    }
    progress.step();
  }
  progress.end();
  return faults;
}

async function readOne(file: string): Promise<{ reports: ReadReport[] } | FileFault> {
  const bytes = await readBytes(file);
  if (!bytes.ok) return { file, code: bytes.refusal.code, message: bytes.refusal.message };
  try {
    const read = await reader.read(bytes.value);
    if (read.ok) return { reports: read.value };
    return { file, code: read.refusal.code, message: wordsFor(read.refusal) };
  } catch (error) {
    // A fault of ours in one file must not cost the answers about all others.
    const detail = error instanceof Error ? error.message : String(error);
    return {
      file,
      code: "reader.fault",
      message: { zh: `读取时程序出错：${detail}`, en: `The program failed on it: ${detail}` },
    };
  }
}

function wordsFor(refusal: BoundedRefusal): Text {
  if (refusal.code !== "reading.too-slow" && refusal.code !== "reading.busy")
    return refusalText(refusal);
  const seconds = LIMIT_MS / 1000;
  return {
    zh: `读取超过 ${seconds} 秒或占用内存过多，已停止。可以只留年报正文再读。`,
    en: `Reading took more than ${seconds} seconds or too much memory and was stopped. Try the report’s text alone.`,
  };
}
