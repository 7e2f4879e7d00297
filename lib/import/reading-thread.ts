/** A thread that reads what it is sent, checks it and works out all that needs no database. */
import { parentPort } from "node:worker_threads";
import { done, type Result, refused } from "#lib/platform/result.ts";
import { type ReadReport, readSource } from "#lib/reader/read.ts";
import { reportContentSchema } from "#lib/reports/content-schema.ts";
import { evaluate } from "#lib/reports/evaluation.ts";
import { contentKey } from "./content-key.ts";
import { type FoundReport, mediaTypeOf, YEARS } from "./found.ts";
import type { ReadingRefusal } from "./reading.ts";

parentPort?.on("message", async (bytes: Uint8Array) => {
  parentPort?.postMessage(await examined(bytes));
});

async function examined(
  bytes: Uint8Array,
): Promise<Result<{ mediaType: string; reports: FoundReport[] }, ReadingRefusal>> {
  const read = await readSource(bytes, "");
  if (!read.ok) return read;
  const reports: FoundReport[] = [];
  for (const report of read.value) {
    const { year } = report.content;
    const isOdd = year !== null && (year < YEARS.first || year > YEARS.last);
    const content = reportContentSchema.safeParse({
      ...report.content,
      year: isOdd ? null : year,
    });
    if (!content.success) return refused("import.unstorable");
    reports.push({ ...foundIn(report, content.data), oddYear: isOdd ? year : null });
  }
  return done({ mediaType: mediaTypeOf(read.value[0]?.format ?? ""), reports });
}

function foundIn(
  { part, issues }: ReadReport,
  content: FoundReport["content"],
): Omit<FoundReport, "oddYear"> {
  const doubtful = new Set(issues.flatMap(({ cells }) => cells)).size;
  const evaluation = { ...evaluate(content, null), issues: [] };
  return { part, content, contentKey: contentKey(content), evaluation, doubtful };
}
