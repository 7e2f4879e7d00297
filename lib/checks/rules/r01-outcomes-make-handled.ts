import { sumRule } from "../sum-rule.ts";

/** R01: （一）…（六） = （七）总计, for each applicant column. */
export const OUTCOMES_MAKE_HANDLED = sumRule({
  id: "R01",
  name: {
    zh: "办理结果各项之和等于（七）总计",
    en: "Outcomes add up to (7) total handled",
  },
  formula: {
    zh: "（一）+（二）+（三）+（四）+（五）+（六）=（七）",
    en: "(1) + (2) + (3) + (4) + (5) + (6) = (7)",
  },
  basis: {
    zh: "格式第三部分“三、本年度办理结果”：（七）总计为（一）至（六）各项之和，逐列计算",
    en: "Form, section III, “III. Outcomes this year”: (7) is the total of (1) to (6), column by column",
  },
});
