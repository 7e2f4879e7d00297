import type { Table } from "./edition.ts";

/** Section 四, the same in both editions: three rows printed side by side as one row of fifteen cells. */
export const REMEDY_TABLE: Table = {
  key: "remedies",
  section: "remedies",
  caption: {
    zh: "政府信息公开行政复议、行政诉讼情况",
    en: "Administrative reconsideration and litigation over disclosure",
  },
  rowHead: { zh: "救济途径", en: "Remedy" },
  layout: "side-by-side",
  headDepth: 0,
  columnGroups: [],
  rowGroups: [{ key: "litigation", label: { zh: "行政诉讼", en: "Administrative litigation" } }],
  blocks: [
    {
      columns: [
        { key: "upheld", label: { zh: "结果维持", en: "Upheld" }, type: "count" },
        { key: "corrected", label: { zh: "结果纠正", en: "Corrected" }, type: "count" },
        { key: "other", label: { zh: "其他结果", en: "Other result" }, type: "count" },
        { key: "pending", label: { zh: "尚未审结", en: "Pending" }, type: "count" },
        { key: "total", label: { zh: "总计", en: "Total" }, type: "count" },
      ],
      rows: [
        {
          key: "reconsideration",
          label: { zh: "行政复议", en: "Administrative reconsideration" },
        },
        {
          key: "litigationDirect",
          label: { zh: "未经复议直接起诉", en: "Litigation without reconsideration" },
          group: "litigation",
        },
        {
          key: "litigationAfterReconsideration",
          label: { zh: "复议后起诉", en: "Litigation after reconsideration" },
          group: "litigation",
        },
      ],
    },
  ],
};
