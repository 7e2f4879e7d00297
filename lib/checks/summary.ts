import { ruleById } from "./catalogue.ts";
import type { Issue } from "./issue.ts";

/** The public badge: `holds`, `fails` and `unknown` count the sums of the form (R01–R04), `total` is all three. */
export interface CheckSummary {
  holds: number;
  fails: number;
  unknown: number;
  total: number;
  outcome: "pass" | "warn" | "fail" | "unknown";
}

/**
 * Sums up what the checks found. `fail`: an error fails · else `warn`: a warning fails · else `unknown`: a sum of the
 * form cannot be told, or the form has none that apply · else `pass`. What does not apply is not counted.
 */
export function summarise(issues: readonly Issue[]): CheckSummary {
  const sums = issues.filter(({ rule }) => ruleById(rule)?.inBadge);
  const count = (outcome: Issue["outcome"]) =>
    sums.filter((issue) => issue.outcome === outcome).length;
  const holds = count("holds");
  const fails = count("fails");
  const unknown = count("cannot-tell");
  const total = holds + fails + unknown;
  return { holds, fails, unknown, total, outcome: worst(issues, unknown > 0 || total === 0) };
}

function worst(issues: readonly Issue[], isUnknown: boolean): CheckSummary["outcome"] {
  const anyFails = (severity: Issue["severity"]) =>
    issues.some((issue) => issue.outcome === "fails" && issue.severity === severity);
  if (anyFails("error")) return "fail";
  if (anyFails("warning")) return "warn";
  return isUnknown ? "unknown" : "pass";
}
