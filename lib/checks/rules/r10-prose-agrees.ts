import type { Section } from "../../editions/content.ts";
import type { Edition, Text } from "../../editions/edition.ts";
import { exactSum } from "../decimal.ts";
import { fingerprint } from "../fingerprint.ts";
import type { Issue } from "../issue.ts";
import { ONE_REPORT, type Reading, readingName, readingsIn } from "../prose/compare.ts";
import { findMentions, type Mention } from "../prose/mentions.ts";
import { partName, quoted } from "../prose/quote.ts";
import type { Rule, Subject } from "../rule.ts";

/** R10: figures stated in prose are those of the tables; words that may mean something else are passed over. */
export const PROSE_AGREES: Rule = {
  id: "R10",
  severity: "warning",
  name: { zh: "正文中的数字与表格一致", en: "Figures stated in the text agree with the tables" },
  formula: {
    zh: "正文所写的申请、结转、办理结果、复议、诉讼、规范性文件、许可、处罚、强制、收费数 = 表格中的数",
    en: "Requests, outcomes, reconsideration, litigation, documents, decisions and fees as stated in the text = the cells of the tables",
  },
  basis: ONE_REPORT,
  inBadge: false,
  toSubmit: "reason",
  isValidFor: () => true,
  about: "figures",
  check: checkProse,
};

const FACTS = { rule: "R10", severity: "warning" } as const;
/** Of a text made to have more, the rest is not told. */
const MOST = 100;

interface Stated {
  mention: Mention;
  section: Section;
  readings: Reading[];
}

function checkProse({ content, edition }: Subject<Edition>): Issue[] {
  const readingsOf = readingsIn(edition, content.cells);
  const seen = new Set<string>();
  const stated = content.sections.flatMap((section) =>
    findMentions(section.text, content).flatMap((mention): Stated[] => {
      const instance = instanceOf(section, mention);
      const readings = readingsOf(mention.target);
      if (seen.has(instance) || readings.length === 0) return [];
      seen.add(instance);
      return [{ mention, section, readings }];
    }),
  );
  const issues = stated
    .filter((each) => !isPartOfWhole(each, stated))
    .slice(0, MOST)
    .map((each) => compare(each, edition));
  return issues.length > 0 ? issues : [NOTHING_STATED];
}

function instanceOf({ key }: Section, { target, words }: Mention): string {
  return `R10.${target}.${key}.${fingerprint(words).slice(0, 8)}`;
}

const agrees = ({ value, tolerance }: Mention, reading: Reading) =>
  reading.value !== null &&
  Math.abs(value - reading.value) <= Math.max(tolerance, roundingOf(reading)) + 1e-9;

/** A sum in 万元 with two decimals stands for what differs from it by less than half the last. */
function roundingOf({ value }: Reading): number {
  const decimals = value === null ? 0 : (String(value).split(".")[1]?.length ?? 0);
  return decimals === 0 ? 0 : 0.5 / 10 ** decimals;
}

/** Several statements that disagree one by one but add up to the form's figure tell its parts. */
function isPartOfWhole({ mention, readings }: Stated, stated: readonly Stated[]): boolean {
  const others = stated.filter(
    (other) =>
      other.mention.target === mention.target &&
      !other.readings.some((reading) => agrees(other.mention, reading)),
  );
  const isOne = others.some((other) => other.mention === mention);
  if (!isOne || others.length < 2) return false;
  const sum = Number(exactSum(others.map((other) => other.mention.value)));
  return readings.some(({ value }) => value === sum);
}

function compare({ mention, section, readings }: Stated, edition: Edition): Issue {
  const [first] = readings;
  const fitting = readings.find((reading) => agrees(mention, reading));
  const isUnknown = !fitting && readings.some(({ value }) => value === null);
  const outcome = fitting ? "holds" : isUnknown ? "cannot-tell" : "fails";
  const reading = fitting ?? readings.find(({ value }) => isUnknown && value === null) ?? first;
  if (!reading) throw new Error("a quantity without a reading is not compared");
  const sign = { holds: "=", fails: "≠", "cannot-tell": "≟" }[outcome];
  return {
    ...FACTS,
    instance: instanceOf(section, mention),
    outcome,
    cells: reading.cells,
    section: section.key,
    span: mention.span,
    said: mention.words,
    formula: `${exactSum([mention.value])} ${sign} ${reading.figures}`,
    message: messageOf({ mention, section, readings }, reading, outcome, edition),
    ...(outcome === "fails" ? { hint: HINT } : {}),
  };
}

/** What follows the figures, by outcome. */
const ENDINGS: Readonly<Record<"holds" | "fails" | "cannot-tell", Text>> = {
  holds: { zh: "，一致", en: "; they agree" },
  fails: { zh: "，可能不一致", en: "; they may disagree" },
  "cannot-tell": {
    zh: "，有空格或非数字，无法比较",
    en: "; a cell has no number, so nobody can tell",
  },
};

function messageOf(
  { mention, section }: Stated,
  reading: Reading,
  outcome: keyof typeof ENDINGS,
  edition: Edition,
): Text {
  const part = partName(edition, section);
  const words = quoted(section.text, mention.span);
  const name = readingName(mention.target, reading, edition);
  const isMoney = mention.target === "fees";
  const stated = exactSum([mention.value]);
  const ending = ENDINGS[outcome];
  return {
    zh: `${part.zh}“${words}”：正文为 ${stated}${isMoney ? " 万元" : ""}，${name.zh}为 ${reading.figures}${ending.zh}`,
    en: `${part.en}, “${words}”: the text says ${stated}${isMoney ? " (10,000 yuan)" : ""}, ${name.en} says ${reading.figures}${ending.en}`,
  };
}

const HINT: Text = {
  zh: "请核对正文和表格；如果这句话说的是别的口径或时间，报送时说明即可。",
  en: "Please compare the text with the table; if the sentence means another scope or time, a reason will do.",
};

const NOTHING_STATED: Issue = {
  ...FACTS,
  instance: "R10",
  outcome: "not-applicable",
  cells: [],
  formula: null,
  message: {
    zh: "正文没有写出可与表格对照的数字",
    en: "The text states no figure that the tables have too",
  },
};
