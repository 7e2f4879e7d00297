import type { Column, Group, Row, Table, Text } from "./edition.ts";

/** Section 三 of both editions; only （六）其他处理 differs. */

const text = (zh: string, en: string): Text => ({ zh, en });

export const APPLICANT_COLUMNS: readonly Column[] = [
  { key: "naturalPerson", label: text("自然人", "Natural persons"), type: "count" },
  { key: "company", label: text("商业企业", "Companies"), type: "count", group: "organisations" },
  {
    key: "research",
    label: text("科研机构", "Research institutions"),
    type: "count",
    group: "organisations",
  },
  {
    key: "publicInterest",
    label: text("社会公益组织", "Public-interest organisations"),
    type: "count",
    group: "organisations",
  },
  {
    key: "legalService",
    label: text("法律服务机构", "Legal-service organisations"),
    type: "count",
    group: "organisations",
  },
  {
    key: "otherOrganisation",
    label: text("其他", "Others"),
    type: "count",
    group: "organisations",
  },
  { key: "total", label: text("总计", "Total"), type: "count" },
];

const COLUMN_GROUPS: readonly Group[] = [
  { key: "organisations", label: text("法人或其他组织", "Legal persons and other organisations") },
];

const ROW_GROUPS: readonly Group[] = [
  { key: "results", label: text("三、本年度办理结果", "III. Outcomes this year") },
  { key: "denied", label: text("（三）不予公开", "(3) Disclosure denied"), group: "results" },
  { key: "unavailable", label: text("（四）无法提供", "(4) Unable to provide"), group: "results" },
  { key: "notProcessed", label: text("（五）不予处理", "(5) Not processed"), group: "results" },
];

const RECEIVED: readonly Row[] = [
  {
    key: "received",
    label: text("一、本年新收政府信息公开申请数量", "I. Requests received this year"),
    short: text("一、本年新收", "I. Received"),
  },
  {
    key: "carriedIn",
    label: text("二、上年结转政府信息公开申请数量", "II. Requests carried in from last year"),
    short: text("二、上年结转", "II. Carried in"),
  },
  { key: "granted", label: text("（一）予以公开", "(1) Disclosed"), group: "results" },
];

const REFUSED: readonly Row[] = [
  { key: "denied.stateSecret", label: text("1.属于国家秘密", "1. State secret"), group: "denied" },
  {
    key: "denied.otherLaw",
    label: text(
      "2.其他法律行政法规禁止公开",
      "2. Disclosure forbidden by other laws or regulations",
    ),
    group: "denied",
  },
  {
    key: "denied.safetyStability",
    label: text(
      "3.危及“三安全一稳定”",
      "3. Endangers national, public or economic security, or social stability",
    ),
    group: "denied",
  },
  {
    key: "denied.thirdParty",
    label: text("4.保护第三方合法权益", "4. Protects the lawful rights of third parties"),
    group: "denied",
  },
  {
    key: "denied.internalAffairs",
    label: text("5.属于三类内部事务信息", "5. Internal affairs (three kinds)"),
    group: "denied",
  },
  {
    key: "denied.processInformation",
    label: text("6.属于四类过程性信息", "6. Information of an unfinished process (four kinds)"),
    group: "denied",
  },
  {
    key: "denied.enforcementFile",
    label: text("7.属于行政执法案卷", "7. Administrative enforcement file"),
    group: "denied",
  },
  {
    key: "denied.administrativeInquiry",
    label: text("8.属于行政查询事项", "8. Matter of administrative inquiry"),
    group: "denied",
  },
  {
    key: "unavailable.notHeld",
    label: text("1.本机关不掌握相关政府信息", "1. Information not held by this organ"),
    group: "unavailable",
  },
  {
    key: "unavailable.needsCreation",
    label: text("2.没有现成信息需要另行制作", "2. Would have to be created"),
    group: "unavailable",
  },
  {
    key: "unavailable.unclear",
    label: text("3.补正后申请内容仍不明确", "3. Request still unclear after correction"),
    group: "unavailable",
  },
  {
    key: "notProcessed.petition",
    label: text("1.信访举报投诉类申请", "1. Petition, report or complaint"),
    group: "notProcessed",
  },
  {
    key: "notProcessed.repeated",
    label: text("2.重复申请", "2. Repeated request"),
    group: "notProcessed",
  },
  {
    key: "notProcessed.publications",
    label: text("3.要求提供公开出版物", "3. Asks for published works"),
    group: "notProcessed",
  },
  {
    key: "notProcessed.excessive",
    label: text("4.无正当理由大量反复申请", "4. Excessive requests without good reason"),
    group: "notProcessed",
  },
  {
    key: "notProcessed.reconfirm",
    label: text(
      "5.要求行政机关确认或重新出具已获取信息",
      "5. Asks to confirm or reissue information already obtained",
    ),
    group: "notProcessed",
  },
];

/** The rows of a group that both editions have (`denied`, `unavailable`, `notProcessed`), by their keys in the form's order. */
export function requestRowsIn(group: string): string[] {
  return REFUSED.filter((row) => row.group === group).map(({ key }) => key);
}

const CLOSING: readonly Row[] = [
  { key: "handled", label: text("（七）总计", "(7) Total handled"), group: "results" },
  {
    key: "carriedOut",
    label: text("四、结转下年度继续办理", "IV. Carried over to next year"),
    short: text("四、结转下年度", "IV. Carried out"),
  },
];

/** Builds section 三 from what an edition says of （二）部分公开 and （六）其他处理. */
export function requestTable(own: {
  rowHead: Text;
  partlyGranted: Text;
  otherGroup?: Group;
  otherRows: readonly Row[];
}): Table {
  const partlyGranted: Row = {
    key: "partlyGranted",
    label: own.partlyGranted,
    short: text("（二）部分公开", "(2) Partly disclosed"),
    group: "results",
  };
  return {
    key: "requests",
    section: "requests",
    caption: text("收到和处理政府信息公开申请情况", "Requests received and handled"),
    rowHead: own.rowHead,
    columnHead: text("申请人情况", "Applicants"),
    layout: "grouped",
    headDepth: 3,
    columnGroups: COLUMN_GROUPS,
    rowGroups: own.otherGroup ? [...ROW_GROUPS, own.otherGroup] : ROW_GROUPS,
    blocks: [
      {
        columns: APPLICANT_COLUMNS,
        rows: [...RECEIVED, partlyGranted, ...REFUSED, ...own.otherRows, ...CLOSING],
      },
    ],
  };
}
