import type { Rule, RuleFacts } from "./rule.ts";
import { checkSums } from "./sums.ts";

/** Makes the rule for one sum of the form: an error that a correction or a public explanation answers. */
export function sumRule(words: Pick<RuleFacts, "id" | "name" | "formula" | "basis">): Rule {
  const facts = {
    ...words,
    severity: "error",
    inBadge: true,
    toSubmit: "explain",
    isValidFor: (edition) => edition.sums.some((sum) => sum.rule === words.id),
  } satisfies RuleFacts;
  return { ...facts, about: "figures", check: (subject) => checkSums(facts, subject) };
}
