/** A thread that reads what it is sent, checks it and works out all that needs no database. */
import { parentPort } from "node:worker_threads";
import { done, refused } from "#lib/platform/result.ts";
import { type ReadReport, readSource } from "#lib/reader/read.ts";
import { neighboursIn } from "#lib/reader/tables/constraints.ts";
import { reportContentSchema } from "#lib/reports/content-schema.ts";
import { evaluate } from "#lib/reports/evaluation.ts";
import { contentKey } from "./content-key.ts";
import { type FoundReport, mediaTypeOf, YEARS } from "./found.ts";
import type { Reading, Work } from "./reading.ts";

parentPort?.on("message", async (work: Work) => {
  parentPort?.postMessage(await examined(work));
});

async function examined({ bytes, known }: Work): Promise<Reading> {
  const read = await readSource(bytes, "", neighboursIn(known));
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
  const isOpen = read.value.some(({ issues }) => issues.some(({ candidates }) => candidates));
  return done({ mediaType: mediaTypeOf(read.value[0]?.format ?? ""), reports, isOpen });
}

function foundIn(
  { part, issues }: ReadReport,
  content: FoundReport["content"],
): Omit<FoundReport, "oddYear"> {
  const doubtful = new Set(issues.flatMap(({ cells }) => cells)).size;
  const evaluation = { ...evaluate(content, null), issues: [] };
  return { part, content, contentKey: contentKey(content), evaluation, doubtful };
}
