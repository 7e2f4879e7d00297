import type { Text } from "#lib/editions/edition.ts";

/** Why an agency of the register is, or may be, the one a file names. */
const REASONS = {
  exact: { zh: "名称一致", en: "the same name" },
  script: { zh: "繁简或全半角不同，名称一致", en: "the same name in another script or width" },
  alias: { zh: "与登记的曾用名或别名一致", en: "a registered former or other name" },
  "region-spelling": {
    zh: "区划名称的写法或上级区划有增减，单位相同",
    en: "the same organ, its region written otherwise or with more or less above it",
  },
  "short-form": { zh: "单位简称相同", en: "a usual short form of its name" },
  context: {
    zh: "由发布机构、网站或指定区划得知所在地",
    en: "its place follows from the publisher, the site or the region given",
  },
  typo: { zh: "仅差一字，疑为笔误", en: "one character apart, probably a slip" },
  region: { zh: "只写了区划名称", en: "only the region is named" },
  related: {
    zh: "同一政府及其办公机构",
    en: "the government and its office stand for each other",
  },
  publisher: { zh: "与发布机构一致", en: "the publisher's name" },
  namesake: { zh: "有同名区划，无法确定", en: "several regions have this name" },
  succession: {
    zh: "按机构沿革，该年度由该单位报告",
    en: "by succession, it owed the report of that year",
  },
  inactive: { zh: "该年度不在运行", en: "not active in that year" },
} as const satisfies Record<string, Text>;

export type MatchReason = keyof typeof REASONS;

/** Why, in words. */
export function reasonText(reason: MatchReason): Text {
  return REASONS[reason];
}
