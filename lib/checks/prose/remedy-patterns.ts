import type { Around, FigurePattern } from "./figure-patterns.ts";
import { pattern } from "./words.ts";

const ABOUT_DISCLOSURE = /信息公开|依申请公开|申请公开|公开申请|政务公开/u;
/** What the office does about others' cases, not about its own. */
const AS_TRIBUNAL =
  /(?:受理|办理|审理|承办|化解|代理|调解|审结|应诉|出庭|参加)(?:了)?(?:各类)?[^,;]{0,6}$/u;

const isAnotherCase = ({ sentence, clause, before }: Around) =>
  !ABOUT_DISCLOSURE.test(sentence) ||
  AS_TRIBUNAL.test(clause) ||
  /(?:受理|办理|审理|应诉)[^,;]{0,6}(?:复议|诉讼)|复议机关/u.test(before) ||
  /(?:受理|办理|审理|承办|代理)(?!部门|机构)/u.test(clause);

/** What was brought about need not be said again of what the sentence before was about. */
const isAnotherConsequence = (around: Around) =>
  isAnotherCase({ ...around, sentence: `${around.context.slice(-80)}${around.sentence}` });

const isPartOfBoth = ({ before }: Around) =>
  /复议(?:案件|申请)?(?:和|及|与|、|或|以及)$/u.test(before);

const each: FigurePattern[] = (["reconsideration", "litigation"] as const).map((target) => ({
  target,
  needs: "复议",
  regex: pattern(
    "行政复议(?:申请|案件)?(?:和|及|与|、|或|以及)(?:行政)?诉讼(?:案件|事项)?(?:各|(?:均|都)为 ?(?!0|〇|零)){N}",
  ),
  unless: isAnotherCase,
  isShared: true,
}));

/** 行政复议 and 行政诉讼 over disclosure. */
export const REMEDY_PATTERNS: readonly FigurePattern[] = [
  ...each,
  {
    target: "remedies",
    needs: "复议",
    regex: pattern(
      "行政复议(?:申请|案件)?(?:和|及|与|、|或|以及)(?:行政)?诉讼(?:案件|事项)?(?!各){N}",
    ),
    // 均为 2 件 says it of each; only 均为 0 件 says it of both.
    unless: (around) => isAnotherCase(around) || /[均都]为(?! ?(?:0|〇|零))/u.test(around.words),
  },
  {
    target: "reconsideration",
    needs: "复议",
    regex: pattern("行政复议(?:申请)?{N}"),
    unless: isAnotherCase,
  },
  {
    target: "reconsideration",
    needs: "复议",
    regex: pattern(
      "(?<!其中[^,;]{0,3}){F}(?:申请)?[^,;]{0,20}(?:引起|引发|提起|产生|导致|发生)(?:了)?(?:政府信息公开)?行政复议(?!申请|[^,;]{0,6}\\d)",
    ),
    unless: isAnotherConsequence,
  },
  {
    target: "litigation",
    needs: "诉讼",
    regex: pattern("(?:行政)?诉讼{N}"),
    unless: (around) =>
      isAnotherCase(around) ||
      isPartOfBoth(around) ||
      /(?:直接|复议后(?:再)?)(?:提起|起诉)?$/u.test(around.before),
  },
  {
    target: "litigationDirect",
    needs: "直接",
    regex: pattern("(?:未经复议)?直接(?:起诉|提起(?:行政)?诉讼){N}"),
    unless: isAnotherCase,
  },
  {
    target: "litigationAfter",
    needs: "复议后",
    regex: pattern("复议后(?:再)?(?:起诉|提起(?:行政)?诉讼){N}"),
    unless: isAnotherCase,
  },
];
