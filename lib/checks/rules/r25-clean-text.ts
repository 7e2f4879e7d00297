import type { ReportContent, Section } from "../../editions/content.ts";
import type { Edition, Text } from "../../editions/edition.ts";
import type { Issue } from "../issue.ts";
import { BLEMISH_KINDS, type Blemish, type BlemishKind, findBlemishes } from "../prose/hygiene.ts";
import { partName } from "../prose/quote.ts";
import type { Rule, Subject } from "../rule.ts";

/** R25: the text carries nothing that a conversion or a web page left in it. */
export const CLEAN_TEXT: Rule = {
  id: "R25",
  severity: "note",
  name: { zh: "文字干净", en: "The text is clean" },
  formula: {
    zh: "没有重复的正文、夹带的拼音、繁简混排、外部网址、控制字符、页码、网页标记和按钮文字",
    en: "No repeated body, glued-in pinyin, mixed scripts, outside addresses, control characters, page numbers, markup or button labels",
  },
  basis: {
    zh: "《政府网站发展指引》（国办发〔2017〕47号）：发布的信息应当准确、规范，不链接无关网站",
    en: "Guidelines on government websites (2017): what is published is accurate and in order, without links to unrelated sites",
  },
  inBadge: false,
  toSubmit: "none",
  isValidFor: () => true,
  about: "report",
  check: checkText,
};

const FACTS = { rule: "R25", severity: "note" as const, cells: [], formula: null };
/** Read from the passage as found: the clean text has lost them. */
const IN_RAW: readonly BlemishKind[] = ["pinyin", "traditional"];
const IN_TEXT = BLEMISH_KINDS.filter((kind) => !IN_RAW.includes(kind));
const LONG_PARAGRAPH = 40;

function checkText({ content, edition, context }: Subject): Issue[] {
  const found = new Map<BlemishKind, { blemish: Blemish; section: Section; text: string }>();
  for (const section of content.sections) {
    for (const [text, kinds] of [
      [section.raw, IN_RAW],
      [section.text, IN_TEXT],
    ] as const) {
      for (const blemish of findBlemishes(text, kinds)) {
        const { kind, count } = blemish;
        const known = found.get(kind);
        if (known) known.blemish.count += count;
        else found.set(kind, { blemish: { ...blemish }, section, text });
      }
    }
  }
  const issues = [...found.values()].map((each) => issueOf(each, edition));
  const repeated = context.isPrintedTwice ? PRINTED_TWICE : repeatedParagraph(content, edition);
  const all = [...(repeated ? [repeated] : []), ...issues];
  return all.length > 0 ? all : [ALL_CLEAN];
}

const NAMES: Readonly<Record<BlemishKind, Text>> = {
  pinyin: { zh: "汉字后夹带拼音", en: "pinyin glued to characters" },
  traditional: { zh: "夹有繁体字", en: "traditional characters" },
  foreignScript: { zh: "夹有其他文字的字母", en: "letters of other scripts" },
  foreignAddress: { zh: "有政府网站以外的网址", en: "addresses outside the sites of the state" },
  controlCharacter: { zh: "有看不见的控制字符", en: "invisible control characters" },
  pageNumber: { zh: "夹有页码", en: "page numbers" },
  markup: { zh: "夹有网页标记", en: "leaked markup" },
  button: { zh: "夹有网页按钮文字", en: "labels of buttons of a web page" },
};

const AROUND = 8;

function issueOf(
  { blemish, section, text }: { blemish: Blemish; section: Section; text: string },
  edition: Edition | null,
): Issue {
  const { kind, span, count } = blemish;
  const words = text
    .slice(Math.max(0, span[0] - AROUND), span[1] + AROUND)
    .replace(/[\p{Cc}\p{Cf}\p{Co}\ufffd\s]+/gu, " ")
    .trim();
  const shown = [...words].slice(0, 40).join("");
  const part = partName(edition, section);
  return {
    ...FACTS,
    instance: `R25.${kind}`,
    outcome: "fails",
    section: section.key,
    ...(IN_RAW.includes(kind) ? {} : { span }),
    message: {
      zh: `${NAMES[kind].zh} ${count} 处，如${part.zh}“${shown}”`,
      en: `${count} × ${NAMES[kind].en}, as in ${part.en}, “${shown}”`,
    },
  };
}

/** A long paragraph that stands twice: more than a phrase that recurs. */
function repeatedParagraph({ sections }: ReportContent, edition: Edition | null): Issue | null {
  const seen = new Set<string>();
  for (const section of sections) {
    let from = 0;
    for (const paragraph of section.text.split("\n")) {
      const words = paragraph.replace(/\s+/gu, "");
      if (words.length >= LONG_PARAGRAPH && seen.has(words)) {
        const part = partName(edition, section);
        const shown = [...words].slice(0, 20).join("");
        return {
          ...FACTS,
          instance: "R25.repeated",
          outcome: "fails",
          section: section.key,
          span: [from, from + paragraph.length],
          message: {
            zh: `有重复的段落：${part.zh}“${shown}…”`,
            en: `A paragraph stands twice: ${part.en}, “${shown}…”`,
          },
        };
      }
      seen.add(words);
      from += paragraph.length + 1;
    }
  }
  return null;
}

const PRINTED_TWICE: Issue = {
  ...FACTS,
  instance: "R25.repeated",
  outcome: "fails",
  message: {
    zh: "正文在原件中重复出现两次，发布时应只保留一份",
    en: "The body stands twice in the source; one of the two should go",
  },
};

const ALL_CLEAN: Issue = {
  ...FACTS,
  instance: "R25",
  outcome: "holds",
  message: {
    zh: "没有发现夹带的内容",
    en: "Nothing was found in the text that does not belong there",
  },
};
