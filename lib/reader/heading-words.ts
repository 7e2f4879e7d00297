import { fold } from "#lib/chinese/fold.ts";
import { parseChineseNumber } from "#lib/chinese/numerals.ts";
import { SECTION_KEYS, type SectionKey } from "#lib/editions/content.ts";
import { EDITIONS } from "#lib/editions/registry.ts";
import { labelKey, likeness } from "./labels.ts";
import { vocabularies } from "./vocabulary.ts";

/** How a heading is numbered: 一、 · (一) · 1. · 第一部分 · not at all. */
export type Style = "roman" | "bracket" | "digit" | "part" | "none";

/** What the words of a line say as a heading. */
export interface Said {
  key: SectionKey;
  style: Style;
  number: number | null;
  /** 3: the form's own words, 2: a wording known for them, 1: words that only such a heading has. */
  weight: 1 | 2 | 3;
  /** A part on fees for information (信息处理费), which the form wants in 六. */
  isFee: boolean;
}

const LIKE = 0.6;

/** The form's words for its sections, marks and numbers aside. */
export const FORM_WORDS: readonly { key: SectionKey; words: string }[] = EDITIONS.flatMap(
  ({ sections }) =>
    SECTION_KEYS.map((key) => ({ key, words: labelKey(fold(sections[key].zh)).key })),
).filter(
  (known, index, all) =>
    all.findIndex(({ key, words }) => key === known.key && words === known.words) === index,
);

/** Other wordings, those of the forms before 2019 included; marks and blanks left out. */
const WORDINGS: Readonly<Record<SectionKey, RegExp>> = {
  overview:
    /^(?:政府信息公开)?(?:工作)?(?:年度)?(?:的)?(?:总体(?:工作)?情况|基本(?:工作)?情况|工作概述|概述|概况|总体概述|工作情况)$/u,
  proactive:
    /^(?:本?年度)?(?:主动公开(?:政府)?(?:信息)?|(?:政府)?信息主动公开)(?:的|工作)?(?:情况)?$/u,
  requests:
    /^(?:(?:收到|受理|接收|办理)(?:和|及|与)?(?:处理|办理|答复)?)?(?:政府)?(?:信息)?(?:公开申请|依申请公开)(?:政府信息)?(?:的|工作)?(?:受理|办理|处理|答复|和|及)*(?:的)?(?:情况)?$/u,
  remedies:
    /^(?:因)?(?:(?:政府)?信息(?:依申请)?公开|依申请公开)?(?:工作)?(?:被|引起|引发|导致|涉及|的|方面)*(?:申请|提起)?(?:行政)?复议(?:和|与|及|以及|被|提起)*(?:行政)?诉讼(?:和申诉)?(?:的)?(?:情况)?$/u,
  problems:
    /^(?:政府信息公开)?(?:工作)?(?:中)?(?:存在(?:的)?(?:主要)?(?:问题|不足)|主要问题|存在(?:的)?困难)(?:和|及|与|以及)?(?:其)?(?:下一步|今后)?(?:工作)?(?:的)?(?:改进|整改|解决)?(?:情况|措施|意见|打算|办法|方向)?$/u,
  other:
    /^(?:其[他它](?:需要|需|须|应)?(?:报告|说明|公开)?(?:的)?(?:事项|情况|问题)|(?:需要|应当)(?:报告|说明)的(?:其[他它])?(?:事项|情况|问题)|附则)$/u,
};

/** Stems in the order in which they decide: 复议 is about remedies whatever else the line says. */
const STEMS: readonly (readonly [SectionKey, RegExp])[] = [
  ["remedies", /复议|诉讼/u],
  ["other", /其[他它](?:需|应|须|事项|情况|说明|问题)|需要(?:说明|报告)|附则/u],
  ["problems", /问题|改进|不足/u],
  ["requests", /申请公开|公开申请|申请.{0,8}情况/u],
  ["proactive", /主动公开/u],
  ["overview", /总体情况|基本情况|概述|概况|总体工作/u],
];
const FEE = /信息处理费|收费|减免/u;
/** A row of the form is about fees that were not paid, and the rows after it may be joined with it. */
const NO_FEE = /办理|受理|收到|行政事业性|逾期/u;
/** Rows of the table are numbered like headings; so are their misprints. */
const ROWS = /新收|上年结转|结转下年|办理结果|申请数量/u;

const NUMBERING =
  /^(?:(?<roman>[一二三四五六七八九十]{1,2})(?:[、.,:]|(?=总体情况$|主动公开政府信息情况$|收到和处理政府信息公开申请的?情况$|政府信息公开行政复议、?行政诉讼情况$|存在的主要问题及改进情况$|其他需要报告的事项$))|\((?<bracket>[一二三四五六七八九十]{1,2})\)[、.,]?|(?<digit>\d{1,2})[、.](?!\d)|第(?<part>[一二三四五六七八九十]{1,2})(?:部分|章|节)[、:]?)/u;

/** Reads the words of a line, blanks already gone, as the heading of a section; null where they are none. */
export function headingSaid(line: string): Said | null {
  const match = NUMBERING.exec(line);
  const groups = match?.groups ?? {};
  const style = (Object.keys(groups) as Style[]).find((name) => groups[name]) ?? "none";
  const printed = groups[style];
  const number = printed
    ? style === "digit"
      ? Number(printed)
      : parseChineseNumber(printed)
    : null;
  const rest = line.slice(match?.[0].length ?? 0);
  const words = rest.replace(/[\p{P}\p{S}\s]/gu, "");
  if (words === "" || isRow(words)) return null;
  const at = { style, number, isFee: false };
  const form = FORM_WORDS.find((known) => known.words === words);
  if (form) return { ...at, key: form.key, weight: 3 };
  const worded = SECTION_KEYS.find((key) => WORDINGS[key].test(words));
  if (worded) return { ...at, key: worded, weight: 2 };
  if (style === "none" || /[。;!,:?]/u.test(rest.replace(/[?:]+$/u, ""))) return null;
  if (FEE.test(words) && !NO_FEE.test(words))
    return { ...at, key: "other", weight: 2, isFee: true };
  const near = FORM_WORDS.find(
    (known) =>
      SECTION_KEYS.indexOf(known.key) + 1 === number && likeness(known.words, words) >= LIKE,
  );
  const key = near?.key ?? STEMS.find(([, stem]) => stem.test(words))?.[0];
  return key ? { ...at, key, weight: 1 } : null;
}

function isRow(words: string): boolean {
  if (ROWS.test(words)) return true;
  const label = { key: words, bare: words, number: null };
  return EDITIONS.some((edition) => vocabularies(edition).some((table) => table.knows(label)));
}
