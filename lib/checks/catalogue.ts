import type { Rule } from "./rule.ts";
import { OUTCOMES_MAKE_HANDLED } from "./rules/r01-outcomes-make-handled.ts";
import { IN_EQUALS_OUT } from "./rules/r02-in-equals-out.ts";
import { APPLICANTS_MAKE_TOTAL } from "./rules/r03-applicants-make-total.ts";
import { REMEDIES_MAKE_TOTAL } from "./rules/r04-remedies-make-total.ts";
import { FIGURES_ARE_POSSIBLE } from "./rules/r05-figures-are-possible.ts";
import { PROSE_AGREES } from "./rules/r10-prose-agrees.ts";
import { NOTHING_MEANS_ZERO } from "./rules/r11-nothing-means-zero.ts";
import { WHOLE_YEAR } from "./rules/r12-whole-year.ts";
import { IN_TIME } from "./rules/r13-in-time.ts";
import { EDITION_FITS_YEAR } from "./rules/r14-edition-fits-year.ts";
import { CELLS_ARE_FILLED } from "./rules/r15-cells-are-filled.ts";
import { SIX_SECTIONS } from "./rules/r16-six-sections.ts";
import { HANDLING_FEE } from "./rules/r17-handling-fee.ts";
import { ONE_REPORT_A_YEAR } from "./rules/r23-one-report-a-year.ts";
import { CLEAN_TEXT } from "./rules/r25-clean-text.ts";
import { NO_PERSONAL_DATA } from "./rules/r26-no-personal-data.ts";

/** Every rule in the order in which they are run and listed. */
export const RULES: readonly Rule[] = [
  OUTCOMES_MAKE_HANDLED,
  IN_EQUALS_OUT,
  APPLICANTS_MAKE_TOTAL,
  REMEDIES_MAKE_TOTAL,
  FIGURES_ARE_POSSIBLE,
  PROSE_AGREES,
  NOTHING_MEANS_ZERO,
  WHOLE_YEAR,
  IN_TIME,
  EDITION_FITS_YEAR,
  CELLS_ARE_FILLED,
  SIX_SECTIONS,
  HANDLING_FEE,
  ONE_REPORT_A_YEAR,
  CLEAN_TEXT,
  NO_PERSONAL_DATA,
];

const byId = new Map(RULES.map((rule) => [rule.id, rule]));

/** The rule with this id, or null: doubts of the reader (`read.…`) are no rules. */
export function ruleById(id: string): Rule | null {
  return byId.get(id) ?? null;
}
