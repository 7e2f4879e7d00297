import { sumRule } from "../sum-rule.ts";

/** R03: Six kinds of applicant = 总计, for each row. */
export const APPLICANTS_MAKE_TOTAL = sumRule({
  id: "R03",
  name: {
    zh: "各类申请人之和等于总计",
    en: "Kinds of applicant add up to the total",
  },
  formula: {
    zh: "自然人 + 商业企业 + 科研机构 + 社会公益组织 + 法律服务机构 + 其他 = 总计",
    en: "Natural persons + companies + research institutions + public-interest organisations + legal-service organisations + others = total",
  },
  basis: {
    zh: "格式第三部分“申请人情况”：总计为自然人与法人或其他组织各类之和，逐行计算",
    en: "Form, section III, “Applicants”: the total covers natural persons and all kinds of organisations, row by row",
  },
});
