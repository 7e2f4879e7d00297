import { type Column, defineEdition, type Text } from "./edition.ts";
import { formSums } from "./form-sums.ts";
import { REMEDY_TABLE } from "./remedy-table.ts";
import { requestTable } from "./request-table.ts";
import { SECTION_LABELS } from "./section-labels.ts";

const text = (zh: string, en: string): Text => ({ zh, en });

const LAST_YEAR: Column = {
  key: "itemsLastYear",
  label: text("上一年项目数量", "Items last year"),
  type: "count",
};
const CHANGE: Column = {
  key: "change",
  label: text("本年增/减", "Change this year"),
  type: "change",
};
const ITEM_COLUMNS: readonly Column[] = [
  LAST_YEAR,
  CHANGE,
  { key: "decisions", label: text("处理决定数量", "Decisions"), type: "count" },
];

/** 国办公开办函〔2019〕60号, for the years 2019 and 2020. */
export const EDITION_2019 = defineEdition({
  id: "2019",
  label: text("2019 版格式", "2019 form"),
  notice: "国办公开办函〔2019〕60号",
  validFrom: 2019,
  validTo: 2020,
  sections: SECTION_LABELS,
  tables: [
    {
      key: "proactive",
      section: "proactive",
      caption: text("主动公开政府信息情况", "Proactive disclosure"),
      rowHead: text("信息内容", "Content"),
      layout: "blocks",
      headDepth: 1,
      columnGroups: [],
      rowGroups: [],
      blocks: [
        {
          article: text("第二十条第（一）项", "Article 20 (1)"),
          columns: [
            { key: "made", label: text("本年新制作数量", "Made this year"), type: "count" },
            {
              key: "published",
              label: text("本年新公开数量", "Published this year"),
              type: "count",
            },
            {
              key: "totalPublic",
              label: text("对外公开总数量", "Total published"),
              type: "count",
            },
          ],
          rows: [
            { key: "regulations", label: text("规章", "Regulations") },
            { key: "normativeDocuments", label: text("规范性文件", "Normative documents") },
          ],
        },
        {
          article: text("第二十条第（五）项", "Article 20 (5)"),
          columns: ITEM_COLUMNS,
          rows: [
            { key: "licences", label: text("行政许可", "Administrative licences") },
            {
              key: "otherServices",
              label: text("其他对外管理服务事项", "Other administrative services"),
            },
          ],
        },
        {
          article: text("第二十条第（六）项", "Article 20 (6)"),
          columns: ITEM_COLUMNS,
          rows: [
            { key: "penalties", label: text("行政处罚", "Administrative penalties") },
            { key: "coercions", label: text("行政强制", "Coercive measures") },
          ],
        },
        {
          article: text("第二十条第（八）项", "Article 20 (8)"),
          columns: [LAST_YEAR, CHANGE],
          rows: [{ key: "fees", label: text("行政事业性收费", "Administrative fees") }],
        },
        {
          article: text("第二十条第（九）项", "Article 20 (9)"),
          columns: [
            { key: "projects", label: text("采购项目数量", "Procurement projects"), type: "count" },
            {
              key: "amount",
              label: text("采购总金额", "Total amount"),
              type: "amount",
              unit: "printed",
            },
          ],
          rows: [
            { key: "procurement", label: text("政府集中采购", "Central government procurement") },
          ],
        },
      ],
    },
    requestTable({
      rowHead: text(
        "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
        "(I plus II equals III plus IV)",
      ),
      partlyGranted: text(
        "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
        "(2) Partly disclosed (counted here only)",
      ),
      otherRows: [
        { key: "other", label: text("（六）其他处理", "(6) Other handling"), group: "results" },
      ],
    }),
    REMEDY_TABLE,
  ],
  sums: formSums([
    "granted",
    "partlyGranted",
    "denied.stateSecret",
    "denied.otherLaw",
    "denied.safetyStability",
    "denied.thirdParty",
    "denied.internalAffairs",
    "denied.processInformation",
    "denied.enforcementFile",
    "denied.administrativeInquiry",
    "unavailable.notHeld",
    "unavailable.needsCreation",
    "unavailable.unclear",
    "notProcessed.petition",
    "notProcessed.repeated",
    "notProcessed.publications",
    "notProcessed.excessive",
    "notProcessed.reconfirm",
    "other",
  ]),
});
