import type { Text } from "../editions/edition.ts";
import type { SumInstance } from "../editions/sum-instances.ts";
import type { Issue } from "./issue.ts";

/** A sum looked at: by how much its right side exceeds its left, null where an operand is missing. */
export interface SumFinding {
  sum: SumInstance;
  line: Text;
  surplus: string | null;
  issue: Issue;
}

/** Adds a hint to two lines of one rule that miss by opposite amounts: a figure put into the wrong column or row. */
export function withLikelyCause(findings: readonly SumFinding[]): Issue[] {
  return findings.map((finding) => {
    const partner = onlyOpposite(finding, findings);
    // The hint is given only where each of the two is the other's one possible partner.
    if (!partner || onlyOpposite(partner, findings) !== finding) return finding.issue;
    return { ...finding.issue, hint: hintOf(partner, finding.sum.per) };
  });
}

function hintOf({ line, surplus }: SumFinding, per: "row" | "column"): Text {
  const amount = surplus ?? "";
  const size = amount.replace("-", "");
  const isLess = amount.startsWith("-");
  return {
    zh: `${line.zh}恰好${isLess ? "少" : "多"} ${size} 件，是否填错了${per === "column" ? "列" : "行"}？`,
    en: `${line.en} has exactly ${size} too ${isLess ? "few" : "many"}: was a figure put into the wrong ${per}?`,
  };
}

function onlyOpposite(
  { surplus }: SumFinding,
  findings: readonly SumFinding[],
): SumFinding | undefined {
  if (surplus === null || surplus === "0") return undefined;
  const opposite = surplus.startsWith("-") ? surplus.slice(1) : `-${surplus}`;
  const partners = findings.filter((other) => other.surplus === opposite);
  return partners.length === 1 ? partners[0] : undefined;
}
