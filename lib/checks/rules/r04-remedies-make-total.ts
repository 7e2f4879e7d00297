import { sumRule } from "../sum-rule.ts";

/** R04: Four outcomes = 总计, for reconsideration and both kinds of litigation. */
export const REMEDIES_MAKE_TOTAL = sumRule({
  id: "R04",
  name: {
    zh: "复议、诉讼各项结果之和等于总计",
    en: "Outcomes of each remedy add up to its total",
  },
  formula: {
    zh: "结果维持 + 结果纠正 + 其他结果 + 尚未审结 = 总计",
    en: "Upheld + corrected + other result + pending = total",
  },
  basis: {
    zh: "格式第四部分：行政复议、未经复议直接起诉、复议后起诉各自的总计",
    en: "Form, section IV: the totals of reconsideration, of litigation without it and of litigation after it",
  },
});
