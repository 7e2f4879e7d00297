import type { Issue } from "#lib/checks/issue.ts";
import { runChecks } from "#lib/checks/run.ts";
import type { ReadReport } from "#lib/reader/read.ts";

/** Every rule's answers on a report that was read from a file, with what its reader noted about the file. */
export function checksOf({ content, issues }: ReadReport): Issue[] {
  const isPrintedTwice = issues.some(({ rule }) => rule === "read.repeatedBody");
  return runChecks(content, { isPrintedTwice });
}
