import { NUMBER } from "./numbers.ts";

/** Pieces of patterns, in the words reports use. */

/** Between a noun and its figure; words of approximation (约, 近, 不少于) are not among them. */
const JOIN =
  '(?:总数|总量|数量|件数|案件|事项|情形|件|类|数)?[”"]?(?:的)?(?:全年|本年度?)?(?:仅有|仅为|仅|只有|共计|总计|合计|一共|总共|共有|共|累计|达到|达|计|有|均为|都为|为|是|:)? ?';
/** One request, document or case; `件次`, `条以上` and the like are no such thing. */
const UNIT = "(?:件|条|次|起|份|宗|例|个|部)(?!次|以上|左右|以内|以下)";
/** A decision is counted by these; 项 counts kinds of them, 条 what was written about them. */
const DECISION_UNIT = "(?:件|宗|起|个|份|例)(?!次|以上|左右|以内|以下)";

/** What is asked for: `政府信息公开申请`, `依申请公开事项`, `申请`. */
const OBJECT =
  "(?:(?:依申请公开(?:的)?(?:政府信息|信息)?(?:公开)?(?:的)?(?:申请|事项)?|(?:政府|政务)?信息公开(?:的)?申请(?:事项)?|政务公开申请|公开政府信息(?:的)?申请|申请)(?![人表书费单]))";
/** Whoever may ask, named as a whole. */
const ANYBODY =
  "(?:(?:公民、法人(?:和|或|或者|及|以及|与|、)其他组织|社会公众|人民群众|群众|社会各界|公众)(?:所)?(?:提出|提交|递交)?的?|各类|各项)?";

const PIECES: Readonly<Record<string, string>> = {
  N: `${JOIN} ?${NUMBER} ?${UNIT}`,
  D: `${JOIN} ?${NUMBER} ?${DECISION_UNIT}`,
  M: `${JOIN} ?${NUMBER} ?元`,
  /** A figure that comes first. */
  F: `${NUMBER} ?${UNIT}`,
  OBJ: OBJECT,
  WHO: ANYBODY,
  LAST: "(?:上年度?|上一年度?|去年|20\\d\\d ?年度?)",
  NEXT: "(?:下年度?|下一年度?|次年度?|20\\d\\d ?年度?)",
  DOC: "(?:行政)?规范性文件",
  REG: "(?:政府|部门)?规章(?!制度)",
  MADE: "(?:制定印发|制定出台|新制定|新制发|制发|制定|制订|印发|出台)",
  END: "(?:事项|案件|情况|情形)?(?:发生)?(?:的)?(?:情况|情形|事项|案件)?(?=[,;、)]|$)",
};

/** A pattern with its pieces, `{N}` and the like, put in. */
export function pattern(source: string, flags = "gu"): RegExp {
  return new RegExp(
    source.replace(/\{([A-Z]+)\}/g, (_, name: string) => PIECES[name] ?? ""),
    flags,
  );
}
