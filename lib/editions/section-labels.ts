import type { SectionKey } from "./content.ts";
import type { Text } from "./edition.ts";

/** Headings of the six sections, the same in both editions. */
export const SECTION_LABELS: Readonly<Record<SectionKey, Text>> = {
  overview: { zh: "一、总体情况", en: "I. Overview" },
  proactive: { zh: "二、主动公开政府信息情况", en: "II. Proactive disclosure" },
  requests: { zh: "三、收到和处理政府信息公开申请情况", en: "III. Disclosure on request" },
  remedies: {
    zh: "四、政府信息公开行政复议、行政诉讼情况",
    en: "IV. Reconsideration and litigation",
  },
  problems: { zh: "五、存在的主要问题及改进情况", en: "V. Problems and improvement" },
  other: { zh: "六、其他需要报告的事项", en: "VI. Other matters" },
};
