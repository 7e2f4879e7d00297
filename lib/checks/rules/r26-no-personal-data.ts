import type { Section } from "../../editions/content.ts";
import type { Edition, Text } from "../../editions/edition.ts";
import { fingerprint } from "../fingerprint.ts";
import type { Issue } from "../issue.ts";
import { findPersonalNumbers, type PersonalKind, type PersonalNumber } from "../prose/personal.ts";
import { partName } from "../prose/quote.ts";
import type { Rule, Subject } from "../rule.ts";

/** R26: no identity number, bank card or private mobile number stands in the text; none is ever repeated in full. */
export const NO_PERSONAL_DATA: Rule = {
  id: "R26",
  severity: "error",
  name: { zh: "正文中没有个人信息", en: "No personal data in the text" },
  formula: {
    zh: "没有身份证号（校验位正确）、银行卡号；自然人的手机号码须说明理由",
    en: "No identity number with a valid check digit, no bank card; a person's mobile number needs a reason",
  },
  basis: {
    zh: "《政府信息公开条例》第十五条、《个人信息保护法》第二十八条：不得公开会侵害个人权益的个人信息",
    en: "Regulations on Open Government Information, article 15; Personal Information Protection Law, article 28",
  },
  inBadge: false,
  toSubmit: "correct",
  isValidFor: () => true,
  about: "report",
  check: checkPersonal,
};

const KINDS: Readonly<Record<PersonalKind, { name: Text; severity: "error" | "warning" }>> = {
  idCard: { name: { zh: "身份证号", en: "an identity number" }, severity: "error" },
  bankCard: { name: { zh: "银行卡号", en: "a bank card number" }, severity: "error" },
  mobile: { name: { zh: "手机号码", en: "a mobile number" }, severity: "warning" },
};

function checkPersonal({ content, edition }: Subject): Issue[] {
  const issues = content.sections.flatMap((section) =>
    findPersonalNumbers(section.text).map((found) => issueOf(found, section, edition)),
  );
  const single = new Map(issues.map((issue) => [issue.instance, issue]));
  return single.size > 0 ? [...single.values()] : [NONE];
}

function issueOf(found: PersonalNumber, section: Section, edition: Edition | null): Issue {
  const { name, severity } = KINDS[found.kind];
  const part = partName(edition, section);
  const ask =
    severity === "error"
      ? { zh: "请删去或遮盖后再报送", en: "take it out or cover it" }
      : {
          zh: "如是个人号码，请删去；如是办公电话，请说明",
          en: "take it out, unless it is an office's",
        };
  return {
    rule: "R26",
    // The number itself must not be read out of the name of its issue.
    instance: `R26.${found.kind}.${section.key}.${fingerprint(found.digits).slice(0, 6)}`,
    outcome: "fails",
    severity,
    cells: [],
    section: section.key,
    span: found.span,
    formula: null,
    message: {
      zh: `${part.zh}有${name.zh} ${found.masked}，${ask.zh}`,
      en: `${part.en} has ${name.en}, ${found.masked}: ${ask.en}`,
    },
  };
}

const NONE: Issue = {
  rule: "R26",
  instance: "R26",
  outcome: "holds",
  severity: "error",
  cells: [],
  formula: null,
  message: {
    zh: "正文中没有发现身份证号、银行卡号和个人手机号码",
    en: "No identity number, bank card or private mobile number was found in the text",
  },
};
