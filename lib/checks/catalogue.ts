import type { Rule } from "./rule.ts";
import { OUTCOMES_MAKE_HANDLED } from "./rules/r01-outcomes-make-handled.ts";
import { IN_EQUALS_OUT } from "./rules/r02-in-equals-out.ts";
import { APPLICANTS_MAKE_TOTAL } from "./rules/r03-applicants-make-total.ts";
import { REMEDIES_MAKE_TOTAL } from "./rules/r04-remedies-make-total.ts";
import { FIGURES_ARE_POSSIBLE } from "./rules/r05-figures-are-possible.ts";
import { EDITION_FITS_YEAR } from "./rules/r14-edition-fits-year.ts";
import { CELLS_ARE_FILLED } from "./rules/r15-cells-are-filled.ts";
import { ONE_REPORT_A_YEAR } from "./rules/r23-one-report-a-year.ts";

/** Every rule in the order in which they are run and listed. */
export const RULES: readonly Rule[] = [
  OUTCOMES_MAKE_HANDLED,
  IN_EQUALS_OUT,
  APPLICANTS_MAKE_TOTAL,
  REMEDIES_MAKE_TOTAL,
  FIGURES_ARE_POSSIBLE,
  EDITION_FITS_YEAR,
  CELLS_ARE_FILLED,
  ONE_REPORT_A_YEAR,
];

const byId = new Map(RULES.map((rule) => [rule.id, rule]));

/** The rule with this id, or null: doubts of the reader (`read.…`) are no rules. */
export function ruleById(id: string): Rule | null {
  return byId.get(id) ?? null;
}
