import { type ReportContent, SECTION_KEYS, type SectionKey } from "../../editions/content.ts";
import type { Edition } from "../../editions/edition.ts";
import type { Issue, Outcome } from "../issue.ts";
import { quoted } from "../prose/quote.ts";
import type { Rule } from "../rule.ts";

/** R16: six sections in the form's order, and a fifth that says something; 无 is a legitimate sixth. */
export const SIX_SECTIONS: Rule = {
  id: "R16",
  severity: "warning",
  name: {
    zh: "六个部分齐全、有序，第五部分有内容",
    en: "Six sections in order, the fifth with content",
  },
  formula: {
    zh: "六个部分齐全，顺序与格式相同；第五部分不少于 20 字，不写“无”（第六部分可以写“无”）",
    en: "All six sections, in the order of the form; at least 20 characters in V, which is not “none” (VI may be)",
  },
  basis: {
    zh: "格式：报告由六个部分组成；第五部分写明存在的主要问题及改进情况（条例第五十条第（四）项）",
    en: "Form: six sections; section V on problems and improvement (article 50 of the Regulations)",
  },
  inBadge: false,
  toSubmit: "reason",
  isValidFor: () => true,
  about: "figures",
  check: ({ content, edition }) => [
    checkSections(content, edition),
    checkProblems(content, edition),
  ],
};

const LEAST = 20;
const PROSE: readonly SectionKey[] = ["overview", "other"];
type Give = (outcome: Outcome, zh: string, en: string, said?: string) => Issue;

const issueOf =
  (instance: string, section?: SectionKey): Give =>
  (outcome, zh, en, said) => ({
    rule: "R16",
    instance,
    outcome,
    severity: "warning",
    cells: [],
    ...(section ? { section } : {}),
    ...(said === undefined ? {} : { said }),
    formula: null,
    message: { zh, en },
  });

function checkSections(content: ReportContent, edition: Edition): Issue {
  const issue = issueOf("R16.sections");
  const missing = SECTION_KEYS.filter((key) => !isThere(content, edition, key));
  const names = (keys: readonly SectionKey[]) => ({
    zh: keys.map((key) => `“${edition.sections[key].zh}”`).join("、"),
    en: keys.map((key) => `“${edition.sections[key].en}”`).join(", "),
  });
  if (missing.length > 0) {
    const { zh, en } = names(missing);
    return issue("fails", `缺少${zh}，或者没有内容`, `Missing or empty: ${en}`, missing.join());
  }
  const found = content.sections.map(({ key }) => key);
  const misplaced = found.filter((key, index) => key !== SECTION_KEYS[index]);
  if (misplaced.length > 0) {
    const { zh, en } = names(misplaced);
    return issue(
      "fails",
      `${zh}的位置与格式不同`,
      `Not in the order of the form: ${en}`,
      found.join(),
    );
  }
  return issue(
    "holds",
    "六个部分齐全，顺序与格式相同",
    "All six sections, in the order of the form",
  );
}

/** Running text is there where it has words, a table where it has a heading, words or figures; V is looked at for itself. */
function isThere(content: ReportContent, edition: Edition, key: SectionKey): boolean {
  const section = content.sections.find((each) => each.key === key);
  if (PROSE.includes(key)) return section !== undefined && section.text.trim() !== "";
  if (section) return true;
  const table = edition.tables.find((each) => each.section === key);
  return (
    table !== undefined &&
    Object.keys(content.cells).some((cell) => cell.startsWith(`${table.key}.`))
  );
}

const NOTHING = /^(?:无|没有|暂无|不存在|不涉及|略)(?=\p{P}|$)/u;
/** Says that no problem was found; what stands before it may tell one: 存在更新慢、没有专人的问题. */
const NONE_FOUND =
  /^(?<before>(?:(?!存在)[^。;；]){0,16}?)(?:无|没有|不存在|未发现|未出现)(?:(?!等)[^、,，。;；]){0,8}?(?:问题|不足|困难)/u;
/** Tells one all the same. */
const PROBLEM =
  /但|惟|仍|尚|有待|不[够足强高深全细]|不及时|不规范|不到位|薄弱|滞后|单一|偏[少慢低弱]|拖延|欠缺/u;

function checkProblems({ sections }: ReportContent, edition: Edition): Issue {
  const text = sections.find(({ key }) => key === "problems")?.text ?? "";
  const issue = issueOf("R16.problems", "problems");
  const words = text.replace(/[\s\p{P}]/gu, "");
  const length = [...words].length;
  const name = `“${edition.sections.problems.zh}”`;
  if (length === 0)
    return issue("fails", `${name}没有内容`, "Section V, problems and improvement, is empty", "");
  const quote = quoted(text, [0, Math.min(text.length, 30)]);
  if (length < LEAST)
    return issue(
      "fails",
      `${name}只有 ${length} 个字（“${quote}”），没有写明存在的问题和改进情况`,
      `Section V has ${length} characters only (“${quote}”): it tells neither problems nor improvement`,
      words,
    );
  if (length < LEAST * 2 && saysNothing(text))
    return issue(
      "fails",
      `${name}写的是“${quote}”，没有写明存在的问题和改进情况`,
      `Section V reads “${quote}”: it tells neither problems nor improvement`,
      words,
    );
  return issue("holds", `${name}有 ${length} 个字`, `Section V has ${length} characters`);
}

function saysNothing(text: string): boolean {
  const words = text.replace(/\s/gu, "");
  if (!NOTHING.test(words) && !NONE_FOUND.test(words)) return false;
  return !PROBLEM.test(words.replace(NONE_FOUND, "$<before>"));
}
