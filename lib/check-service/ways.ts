import type { Issue } from "#lib/checks/issue.ts";
import { WAYS_IN_SENTENCE } from "#lib/reader/issues.ts";

/** Every way to read glued figures, one a line, where the issue's sentence names only the first of them. */
export function allWays({ candidates = [] }: Pick<Issue, "candidates">): string[] {
  if (candidates.length <= WAYS_IN_SENTENCE) return [];
  return candidates.map((way) =>
    Object.values(way)
      .map((raw) => raw || "□")
      .join(" | "),
  );
}
