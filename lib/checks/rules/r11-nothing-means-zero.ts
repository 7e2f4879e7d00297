import type { Section } from "../../editions/content.ts";
import type { Edition, Text } from "../../editions/edition.ts";
import { fingerprint } from "../fingerprint.ts";
import type { Issue, Outcome } from "../issue.ts";
import { type Claim, findClaims } from "../prose/claims.ts";
import { ONE_REPORT, type Reading, readingName, readingsIn } from "../prose/compare.ts";
import { partName, quoted } from "../prose/quote.ts";
import type { Rule, Subject } from "../rule.ts";

/** R11: where the text says that there was none (or some) of something, the cells are zero (or not). */
export const NOTHING_MEANS_ZERO: Rule = {
  id: "R11",
  severity: "warning",
  name: { zh: "“未收到”“不涉及”与表格一致", en: "“None” in the text is zero in the tables" },
  formula: {
    zh: "正文写“未收到”“没有”“不涉及”的，表格中为 0；正文写已收到并办结的，表格中大于 0",
    en: "Where the text says there was none, the cells are 0; where it says that some came and were handled, they are not",
  },
  basis: ONE_REPORT,
  inBadge: false,
  toSubmit: "reason",
  isValidFor: () => true,
  about: "figures",
  check: checkClaims,
};

const FACTS = { rule: "R11", severity: "warning" } as const;

function checkClaims({ content, edition }: Subject<Edition>): Issue[] {
  const readingsOf = readingsIn(edition, content.cells);
  const issues = new Map<string, Issue>();
  for (const section of content.sections) {
    for (const claim of findClaims(section.text, content)) {
      const [reading] = readingsOf(claim.target);
      if (!reading) continue;
      const issue = compare(claim, section, reading, edition);
      if (!issues.has(issue.instance)) issues.set(issue.instance, issue);
    }
  }
  return issues.size > 0 ? [...issues.values()] : [NOTHING_SAID];
}

function outcomeOf({ says }: Claim, { value }: Reading): Exclude<Outcome, "not-applicable"> {
  if (value === null) return "cannot-tell";
  return (says === "none") === (value === 0) ? "holds" : "fails";
}

const ENDINGS: Readonly<Record<Exclude<Outcome, "not-applicable">, Text>> = {
  holds: { zh: "，一致", en: "; they agree" },
  fails: { zh: "，可能不一致", en: "; they may disagree" },
  "cannot-tell": {
    zh: "，有空格或非数字，无法比较",
    en: "; a cell has no number, so nobody can tell",
  },
};

function compare(claim: Claim, section: Section, reading: Reading, edition: Edition): Issue {
  const outcome = outcomeOf(claim, reading);
  const part = partName(edition, section);
  const words = quoted(section.text, claim.span);
  const name = readingName(claim.target, reading, edition);
  const isNone = claim.says === "none";
  const ending = ENDINGS[outcome];
  return {
    ...FACTS,
    instance: `R11.${claim.target}.${section.key}.${fingerprint(claim.words).slice(0, 8)}`,
    outcome,
    cells: reading.cells,
    section: section.key,
    span: claim.span,
    said: claim.words,
    formula: null,
    message: {
      zh: `${part.zh}“${words}”：正文说${isNone ? "没有" : "有"}，${name.zh}为 ${reading.figures}${ending.zh}`,
      en: `${part.en}, “${words}”: the text says there ${isNone ? "was none" : "were some"}, ${name.en} says ${reading.figures}${ending.en}`,
    },
  };
}

const NOTHING_SAID: Issue = {
  ...FACTS,
  instance: "R11",
  outcome: "not-applicable",
  cells: [],
  formula: null,
  message: {
    zh: "正文没有“未收到”“不涉及”一类的表述",
    en: "The text does not say of anything that there was none",
  },
};
