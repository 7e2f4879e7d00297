/** What stands in every title: said by everyone, it tells no report from another. Longest first. */
export const BOILERPLATE_PHRASES =
  /政府信息与?政务公开|政府信息公开工作年度报告|政府信息公开工作年报|政府信息公开年度报告|政府信息公开年报|信息公开工作年度报告|信息公开年度报告|信息公开年报|工作年度报告|年度报告|年报/gu;

/** Words that are left out where others remain. */
export const BOILERPLATE_WORDS: ReadonlySet<string> = new Set([
  "政府信息公开",
  "政府信息",
  "信息公开",
  "信息",
  "公开",
  "工作",
  "年度",
  "报告",
  "年报",
  "年度报告",
  "情况",
  "全文",
  "查询",
  "关于",
  "有关",
  "年",
  "县",
  "区",
  "市",
  "省",
  "镇",
  "乡",
  "局",
]);

/** Words that name a level. */
export const LEVEL_WORDS: readonly (readonly [pattern: RegExp, level: string])[] = [
  [/国家级|中央/u, "national"],
  [/省级/u, "province"],
  [/地市级|地级|市级/u, "city"],
  [/区县级|县区级|县级(?!市)|区级/u, "county"],
  [/乡镇级|街道级|乡级|镇级/u, "township"],
];
