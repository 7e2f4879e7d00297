import { type Column, defineEdition, type Text } from "./edition.ts";
import { formSums } from "./form-sums.ts";
import { REMEDY_TABLE } from "./remedy-table.ts";
import { requestTable } from "./request-table.ts";
import { SECTION_LABELS } from "./section-labels.ts";

const text = (zh: string, en: string): Text => ({ zh, en });

const DOCUMENT_COLUMNS: readonly Column[] = [
  { key: "made", label: text("本年制发件数", "Issued this year"), type: "count" },
  { key: "repealed", label: text("本年废止件数", "Repealed this year"), type: "count" },
  { key: "inForce", label: text("现行有效件数", "In force"), type: "count" },
];
const DECISION_COLUMNS: readonly Column[] = [
  { key: "decisions", label: text("本年处理决定数量", "Decisions this year"), type: "count" },
];

/** 国办公开办函〔2021〕30号, for the years 2021 onwards. */
export const EDITION_2021 = defineEdition({
  id: "2021",
  label: text("2021 版格式", "2021 form"),
  notice: "国办公开办函〔2021〕30号",
  validFrom: 2021,
  validTo: null,
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
          columns: DOCUMENT_COLUMNS,
          rows: [
            { key: "regulations", label: text("规章", "Regulations") },
            { key: "normativeDocuments", label: text("行政规范性文件", "Normative documents") },
          ],
        },
        {
          article: text("第二十条第（五）项", "Article 20 (5)"),
          columns: DECISION_COLUMNS,
          rows: [{ key: "licences", label: text("行政许可", "Administrative licences") }],
        },
        {
          article: text("第二十条第（六）项", "Article 20 (6)"),
          columns: DECISION_COLUMNS,
          rows: [
            { key: "penalties", label: text("行政处罚", "Administrative penalties") },
            { key: "coercions", label: text("行政强制", "Coercive measures") },
          ],
        },
        {
          article: text("第二十条第（八）项", "Article 20 (8)"),
          columns: [
            {
              key: "amount",
              label: text("本年收费金额（单位：万元）", "Fees this year (10,000 yuan)"),
              type: "amount",
              unit: "万元",
            },
          ],
          rows: [{ key: "fees", label: text("行政事业性收费", "Administrative fees") }],
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
      otherGroup: {
        key: "other",
        label: text("（六）其他处理", "(6) Other handling"),
        group: "results",
      },
      otherRows: [
        {
          key: "other.notCorrected",
          label: text(
            "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
            "1. Not corrected in time without good reason, closed",
          ),
          short: text("1.逾期不补正", "1. Not corrected in time"),
          group: "other",
        },
        {
          key: "other.feeUnpaid",
          label: text(
            "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
            "2. Fee not paid in time, closed",
          ),
          short: text("2.逾期未缴费", "2. Fee not paid"),
          group: "other",
        },
        { key: "other.other", label: text("3.其他", "3. Other"), group: "other" },
        {
          key: "other",
          label: text("（六）其他处理", "(6) Other handling"),
          group: "results",
          insteadOf: ["other.notCorrected", "other.feeUnpaid", "other.other"],
        },
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
    "other.notCorrected",
    "other.feeUnpaid",
    "other.other",
    "other",
  ]),
});
