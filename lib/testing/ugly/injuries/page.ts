import { Converter } from "opencc-js/cn2t";
import { pinyin } from "pinyin-pro";
import { fold } from "#lib/chinese/fold.ts";
import { toSimplified } from "#lib/chinese/simplify.ts";
import type { Chance } from "../chance.ts";
import type { Block, Draft, Injury } from "../draft.ts";
import { soundDraft } from "../drafts.ts";
import { cellsOfTable } from "../grids.ts";
import { inSecond } from "../judge.ts";
import { mapTexts } from "../paper.ts";
import { truthOf } from "../truth.ts";

const toTraditional = Converter({ from: "cn", to: "t" });

const page = (
  name: string,
  part: string,
  hurt: Injury["hurt"],
  more: Partial<Injury> = {},
): Injury => ({
  name,
  part,
  reading: "same",
  on: "page",
  hurt,
  ...more,
});

/** Changes every text of the page; what is true is then what comes back when the change is undone. */
function everywhere(
  draft: Draft,
  change: (text: string) => string,
  undo: (text: string) => string,
): void {
  draft.blocks = mapTexts(draft.blocks, change);
  const again = (text: string) => undo(change(text));
  const { facts, sections } = draft.truth;
  const title = facts.title === null ? null : again(facts.title);
  const agency = facts.agency === null ? null : again(facts.agency);
  const publisher = facts.publisher === null ? null : again(facts.publisher);
  draft.truth.facts = { ...facts, title, agency, publisher };
  for (const section of sections.values()) section.paragraphs = section.paragraphs.map(again);
}

function withPinyin(text: string, share: number, chance: Chance): string {
  return Array.from(text, (character) => {
    if (!/\p{Script=Han}/u.test(character) || !chance.maybe(share)) return character;
    const reading = pinyin(character);
    return /[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]/u.test(reading) ? `${character}(${reading})` : character;
  }).join("");
}

const isTextual = ({ format }: { format: string }) => format === "text" || format === "markdown";

/** Puts lines between the pieces of the page. */
function between(
  draft: Draft,
  line: () => Block,
  isPlace: (block: Block, before: Block | undefined) => boolean,
): void {
  draft.blocks = draft.blocks.flatMap((block, index, all) =>
    isPlace(block, all[index - 1]) ? [line(), block] : [block],
  );
}

/** What happens to whole pages. */
export const PAGE_INJURIES: readonly Injury[] = [
  page("Traditional script", "script", (draft) => everywhere(draft, toTraditional, toSimplified)),
  page("mixed scripts", "script", (draft) =>
    everywhere(
      draft,
      // Every other text by its length: the same text always in the same script.
      (text) => (text.length % 2 === 0 ? toTraditional(text) : text),
      toSimplified,
    ),
  ),
  page("pinyin in brackets", "script", (draft, chance) => {
    const share = chance.pick([0.05, 0.3]);
    draft.blocks = mapTexts(draft.blocks, (text) =>
      /^[\d.,-]*$/.test(text) ? text : withPinyin(text, share, chance),
    );
  }),
  page(
    "lines of lost characters",
    "lost",
    (draft) =>
      between(
        draft,
        () => ({ kind: "line", text: "??" }),
        ({ kind }) => kind === "paragraph" || kind === "heading",
      ),
    { fits: isTextual },
  ),
  page(
    "characters lost in the prose",
    "lost",
    (draft) => {
      for (const key of ["overview", "problems"] as const) {
        draft.mayMiss.add(`section.${key}`);
        const section = draft.truth.sections.get(key);
        if (section)
          section.paragraphs = section.paragraphs.map((text) => text.replace("。", "?。"));
      }
      draft.blocks = draft.blocks.map((block) =>
        block.kind === "paragraph" && (block.section === "overview" || block.section === "problems")
          ? { ...block, text: block.text.replace("。", "?。") }
          : block,
      );
    },
    { reading: "doubt" },
  ),
  page("the body twice", "copies", (draft) => {
    draft.blocks = [...draft.blocks, ...draft.blocks];
  }),
  page("another report in the same file", "copies", (draft, chance) => {
    const second = soundDraft(truthOf(chance), draft.shape, chance);
    if (second.truth.year === draft.truth.year && second.truth.who.name === draft.truth.who.name)
      return false;
    draft.second = second;
    draft.blocks = [...draft.blocks, ...second.blocks];
    for (const key of second.mayDoubt) draft.mayDoubt.add(inSecond(key));
  }),
  page("page numbers between the pieces", "pages", (draft) => {
    let number = 0;
    between(
      draft,
      () => ({ kind: "line", text: `- ${++number} -` }),
      ({ kind }) => kind === "heading" || kind === "table",
    );
    draft.strays.push(...Array.from({ length: 12 }, (_, index) => `-${index + 1}-`));
  }),
  page(
    "page numbers inside the tables",
    "pages",
    (draft, chance) => {
      draft.blocks = draft.blocks.flatMap((block) => {
        if (block.kind !== "table" || block.rows.length < 8) return [block];
        const at = 5 + chance.below(block.rows.length - 6);
        // A cell that reaches over the cut would have to be cut too.
        const cut = splitAt(block.rows, at);
        if (cut === null) return [block];
        return [
          { ...block, rows: block.rows.slice(0, cut) },
          { kind: "line", text: `第${2 + chance.below(5)}页` },
          { ...block, rows: block.rows.slice(cut) },
        ];
      });
      draft.strays.push(..."23456".split("").map((digit) => `第${digit}页`));
    },
    { reading: "doubt" },
  ),
  page("an advertisement in the prose", "strays", (draft) => {
    const spam = "澳门娱乐城最新网址，注册即送彩金。";
    draft.strays.push(spam);
    between(
      draft,
      () => ({ kind: "paragraph", text: spam }),
      ({ kind }, before) => kind === "heading" && before?.kind === "paragraph",
    );
  }),
  page("share buttons and breadcrumbs", "strays", (draft) => {
    const crumbs = "当前位置：首页 > 政府信息公开 > 政府信息公开年报";
    const share = ["【打印本页】【关闭窗口】", "分享到：微信 微博"];
    draft.strays.push(crumbs, ...share);
    draft.blocks = [
      { kind: "line", text: crumbs },
      ...draft.blocks,
      ...share.map((text): Block => ({ kind: "line", text })),
    ];
  }),
  page("the unit above the tables", "strays", (draft) => {
    draft.strays.push("单位：件");
    between(
      draft,
      () => ({ kind: "line", text: "单位：件" }),
      ({ kind }) => kind === "table",
    );
  }),
  page("captions above the tables", "strays", (draft) => {
    draft.blocks = draft.blocks.flatMap((block): Block[] => {
      const table = draft.truth.form.tables.find(
        ({ key }) => block.kind === "table" && key === block.key,
      );
      if (!table) return [block];
      draft.strays.push(`表：${table.caption.zh}`);
      return [{ kind: "line", text: `表：${table.caption.zh}` }, block];
    });
  }),
  page(
    "the table of the other edition too",
    "copies",
    (draft) => {
      const other = draft.truth.form.id === "2019" ? null : draft;
      if (!other) return false;
      const cell = (text: string) => ({ kind: "filler" as const, text, colSpan: 1, rowSpan: 1 });
      const rows = [
        ["信息内容", "本年新制作数量", "本年新公开数量", "对外公开总数量"].map(cell),
        ["规章", "3", "3", "9"].map(cell),
        ["规范性文件", "5", "5", "31"].map(cell),
      ];
      for (const key of cellsOfTable(draft, "proactive")) draft.mayDoubt.add(key);
      between(
        draft,
        () => ({ kind: "table", key: null, rows }),
        (block) => block.kind === "table" && block.key === "proactive",
      );
      draft.mayMiss.add("section.proactive");
    },
    { reading: "doubt" },
  ),
  page(
    "all on one line",
    "lines",
    (draft) => {
      draft.finishing.push((text) => text.replace(/\n+/gu, " "));
    },
    { fits: ({ layout }) => layout.name === "one line" },
  ),
  page(
    "CRLF",
    "lines",
    (draft) => {
      draft.finishing.push((text) => text.replaceAll("\n", "\r\n"));
    },
    { fits: ({ format }) => format !== "docx" && format !== "xlsx" },
  ),
  page(
    "nbsp for blanks",
    "lines",
    (draft) => {
      draft.finishing.push((text) => text.replaceAll(" | ", "\u00a0|\u00a0"));
    },
    { fits: ({ format }) => format === "text" },
  ),
  page("full-width forms everywhere", "script", (draft) => {
    everywhere(
      draft,
      (text) => text.replace(/[!-~]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) + 0xfee0)),
      fold,
    );
  }),
];

/** The nearest row at or after a place where no merged cell is cut; null where there is none. */
function splitAt(rows: Extract<Block, { kind: "table" }>["rows"], from: number): number | null {
  let reach = 0;
  for (const [index, row] of rows.entries()) {
    if (index >= from && reach <= index) return index;
    for (const { rowSpan } of row) reach = Math.max(reach, index + rowSpan);
  }
  return null;
}
