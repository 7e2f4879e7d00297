import type { ReportContent } from "../editions/content.ts";
import type { Edition, Text } from "../editions/edition.ts";
import type { Issue, Severity } from "./issue.ts";

/** What a check may know beyond the report itself; a rule that misses its part answers `not-applicable`. */
export interface CheckContext {
  /** Other current reports of the same agency for the same year (R23). */
  otherReportIds?: readonly string[];
  /** The last day (ISO date) on which the report is on time, by its kind and scope; null where nothing sets one (R13). */
  dueOn?: string | null;
  /** The source prints the report twice; its reader took it once (R25). */
  isPrintedTwice?: boolean;
}

export interface Subject<E extends Edition | null = Edition | null> {
  content: ReportContent;
  edition: E;
  context: CheckContext;
}

/** What a rule says of itself, for the engine and for the page that lists the rules. */
export interface RuleFacts {
  /** Stable: decisions, links and tests rest on it. */
  id: string;
  severity: Severity;
  name: Text;
  /** What must hold, in the words of the form. */
  formula: Text;
  /** The paragraph of the form or of the law the rule rests on. */
  basis: Text;
  /** Counted by the public badge. */
  inBadge: boolean;
  /** `correct`: only a correction helps · `explain`: a public explanation does too · `reason`: a reason for the moderator will do · `none`. */
  toSubmit: "correct" | "explain" | "reason" | "none";
  /** A `cannot-tell` of this rule asks for a reason too. */
  asksWhenUnknown?: boolean;
  isValidFor(edition: Edition): boolean;
}

/** A rule about figures needs a known form; a rule about the report as a whole does without. */
export type Rule =
  | (RuleFacts & { about: "figures"; check(subject: Subject<Edition>): Issue[] })
  | (RuleFacts & { about: "report"; check(subject: Subject): Issue[] });
