import { sumRule } from "../sum-rule.ts";

/** R02: 一 + 二 = 三（七） + 四, for each applicant column: the total column alone hides errors. */
export const IN_EQUALS_OUT = sumRule({
  id: "R02",
  name: {
    zh: "收到与结转的申请等于办结与结转下年的申请",
    en: "Requests coming in equal requests handled and carried out",
  },
  formula: {
    zh: "一 + 二 = 三（七）+ 四",
    en: "I + II = III (7) + IV",
  },
  basis: {
    zh: "格式第三部分表头：第一项加第二项之和，等于第三项加第四项之和，逐列计算",
    en: "Form, section III, head of the table: the first item plus the second equals the third plus the fourth, column by column",
  },
});
