import { SECTION_KEYS, type SectionKey } from "#lib/editions/content.ts";
import type { Chance } from "../chance.ts";
import type { Block, Draft, Injury } from "../draft.ts";

type Heading = Extract<Block, { kind: "heading" | "paragraph" }>;

const NUMERALS = "一二三四五六七八九";

/** Changes the printed headings; null leaves one as it is. */
function headings(
  name: string,
  change: (heading: Heading, index: number, chance: Chance) => string | null,
  more: Partial<Injury> = {},
): Injury {
  return {
    name,
    part: "headings",
    reading: "same",
    on: "page",
    ...more,
    hurt(draft, chance) {
      let index = 0;
      draft.blocks = draft.blocks.map((block) => {
        if (block.kind !== "heading") return block;
        // Another report in the same file counts anew.
        if (block.section === "overview") index = 0;
        const text = change(block, index++, chance);
        return text === null ? block : { ...block, text };
      });
    },
  };
}

const withoutNumber = (text: string) => text.replace(/^[一二三四五六七八]、/u, "");

const REWORDED: Readonly<Record<SectionKey, readonly string[]>> = {
  overview: ["一、概述", "一、基本情况", "一、总体工作情况"],
  proactive: [
    "二、主动公开情况",
    "二、行政机关主动公开政府信息的情况",
    "二、主动公开政府信息的情况",
  ],
  requests: [
    "三、依申请公开情况",
    "三、收到和处理申请情况",
    "三、行政机关收到和处理政府信息公开申请情况",
  ],
  remedies: [
    "四、因政府信息公开被申请行政复议、提起行政诉讼情况",
    "四、政府信息公开行政复议和诉讼情况",
    "四、复议诉讼情况",
  ],
  problems: [
    "五、存在的问题和改进措施",
    "五、问题与改进",
    "五、政府信息公开工作存在的主要问题及改进情况",
  ],
  other: ["六、其他事项", "六、其他需要说明的事项", "六、需要报告的其他情况"],
};

function lose(draft: Draft, key: SectionKey): void {
  // Its words then stand under the heading before it.
  const before = SECTION_KEYS[SECTION_KEYS.indexOf(key) - 1];
  draft.mayMiss.add(`section.${key}`);
  if (before) draft.mayMiss.add(`section.${before}`);
}

/** What reports do to the headings of their sections. */
export const HEADING_INJURIES: readonly Injury[] = [
  headings(
    "section numbers shifted by one",
    ({ text }, index) => `${NUMERALS[index + 1]}、${withoutNumber(text)}`,
  ),
  headings("section numbers all wrong", ({ text }) => `一、${withoutNumber(text)}`),
  headings("headings in other words", ({ section }, _index, chance) =>
    section && chance.maybe(0.5) ? chance.pick(REWORDED[section]) : null,
  ),
  headings("headings without numbers", ({ text }) => withoutNumber(text)),
  headings("headings numbered 1.", ({ text }, index) => `${index + 1}.${withoutNumber(text)}`),
  headings(
    "headings numbered （一）",
    ({ text }, index) => `（${NUMERALS[index]}）${withoutNumber(text)}`,
  ),
  headings(
    "headings numbered 第一部分",
    ({ text }, index) => `第${NUMERALS[index]}部分 ${withoutNumber(text)}`,
  ),
  headings("headings with a dot for the comma", ({ text }) => text.replace("、", "．")),
  headings("headings spaced out", ({ text }) => text.replace("、", "、 ").replace("情况", "情 况")),
  headings("headings followed by a colon", ({ text }) => `${text}：`),
  headings("headings with blanks before them", ({ text }) => `\u3000\u3000${text}`),
  headings("headings split over two lines", ({ text }) =>
    text.length < 8 ? null : `${text.slice(0, 7)}\n${text.slice(7)}`,
  ),
  {
    name: "prose in the line of its heading",
    part: "headings",
    reading: "same",
    on: "page",
    hurt(draft) {
      draft.blocks = draft.blocks.flatMap((block, index, all) => {
        const next = all[index + 1];
        const previous = all[index - 1];
        if (block.kind === "paragraph" && previous?.kind === "heading") return [];
        if (block.kind !== "heading" || next?.kind !== "paragraph") return [block];
        return [{ ...block, text: `${block.text}。${next.text}` }];
      });
    },
  },
  {
    name: "a heading left out",
    part: "headings",
    reading: "doubt",
    on: "page",
    hurt(draft, chance) {
      const key = chance.pick(SECTION_KEYS);
      lose(draft, key);
      draft.blocks = draft.blocks.filter(
        (block) => !(block.kind === "heading" && block.section === key),
      );
    },
  },
  {
    name: "a table of contents",
    part: "front",
    reading: "same",
    on: "page",
    hurt(draft) {
      // Prose that goes on in the line of a heading is no part of a list of headings.
      const list = draft.blocks.flatMap((block): Block[] =>
        block.kind === "heading" ? [{ kind: "line", text: block.text.replace(/。.*$/u, "") }] : [],
      );
      const first = draft.blocks.findIndex(({ kind }) => kind === "heading");
      draft.blocks.splice(first, 0, { kind: "line", text: "目 录" }, ...list);
    },
  },
  {
    name: "subheadings like the form's headings",
    part: "prose",
    reading: "same",
    on: "page",
    hurt(draft) {
      const section = draft.truth.sections.get("overview");
      const lines = ["（一）主动公开政府信息情况", "（二）收到和处理政府信息公开申请情况"];
      const at = draft.blocks.findIndex(
        (block) => block.kind === "heading" && block.section === "proactive",
      );
      if (!section || at < 0) return false;
      section.paragraphs.push(...lines);
      draft.blocks.splice(
        at,
        0,
        ...lines.map((text): Block => ({ kind: "paragraph", text, section: "overview" })),
      );
    },
  },
  {
    name: "五 on processing fees with a table of its own",
    part: "sections",
    reading: "doubt",
    on: "page",
    hurt(draft) {
      const at = draft.blocks.findIndex(
        (block) => block.kind === "heading" && block.section === "problems",
      );
      if (at < 0) return false;
      const cell = (text: string) => ({ kind: "filler" as const, text, colSpan: 1, rowSpan: 1 });
      const rows = [
        [cell("发出收费通知的件数"), cell("总金额（元）"), cell("实际收取的总金额（元）")],
        [cell("0"), cell("0"), cell("0")],
      ];
      const renumbered = draft.blocks.map((block): Block => {
        if (block.kind !== "heading") return block;
        if (block.section === "problems") return { ...block, text: block.text.replace("五", "六") };
        return block.section === "other"
          ? { ...block, text: block.text.replace("六", "七") }
          : block;
      });
      for (const key of ["remedies", "problems", "other"] as const)
        draft.mayMiss.add(`section.${key}`);
      draft.blocks = [
        ...renumbered.slice(0, at),
        { kind: "line", text: "五、政府信息公开收取信息处理费情况" },
        { kind: "table", key: null, rows },
        ...renumbered.slice(at),
      ];
    },
  },
];
