import type { Cells } from "./content.ts";
import type { Text } from "./edition.ts";
import { requestRowsIn } from "./request-table.ts";

/** A figure that means the same in several editions: the headline numbers of search, charts and trends. */
export interface Series {
  key: string;
  label: Text;
  unit: "件" | "万元";
  /** Cells that are added, by edition id; an edition that is not named has no such series. */
  cells: Readonly<Record<string, readonly string[]>>;
}

const inBoth = (...cells: string[]) => ({ "2019": cells, "2021": cells });
const totals = (group: string) => requestRowsIn(group).map((row) => `requests.${row}.total`);

const DENIED = totals("denied");
const UNAVAILABLE = totals("unavailable");
const NOT_PROCESSED = totals("notProcessed");

const text = (zh: string, en: string): Text => ({ zh, en });

/** The series kept as a narrow row beside each version, in the order in which they are shown. */
export const SERIES: readonly Series[] = [
  {
    key: "received",
    label: text("本年新收申请", "Requests received"),
    unit: "件",
    cells: inBoth("requests.received.total"),
  },
  {
    key: "carriedIn",
    label: text("上年结转", "Carried in"),
    unit: "件",
    cells: inBoth("requests.carriedIn.total"),
  },
  {
    key: "granted",
    label: text("予以公开", "Disclosed"),
    unit: "件",
    cells: inBoth("requests.granted.total"),
  },
  {
    key: "partlyGranted",
    label: text("部分公开", "Partly disclosed"),
    unit: "件",
    cells: inBoth("requests.partlyGranted.total"),
  },
  { key: "refused", label: text("不予公开", "Denied"), unit: "件", cells: inBoth(...DENIED) },
  {
    key: "unavailable",
    label: text("无法提供", "Unable to provide"),
    unit: "件",
    cells: inBoth(...UNAVAILABLE),
  },
  {
    key: "notProcessed",
    label: text("不予处理", "Not processed"),
    unit: "件",
    cells: inBoth(...NOT_PROCESSED),
  },
  {
    key: "otherHandling",
    label: text("其他处理", "Other handling"),
    unit: "件",
    cells: {
      "2019": ["requests.other.total"],
      "2021": [
        "requests.other.notCorrected.total",
        "requests.other.feeUnpaid.total",
        "requests.other.other.total",
        "requests.other.total",
      ],
    },
  },
  {
    key: "handled",
    label: text("办理总计", "Handled"),
    unit: "件",
    cells: inBoth("requests.handled.total"),
  },
  {
    key: "carriedOut",
    label: text("结转下年", "Carried out"),
    unit: "件",
    cells: inBoth("requests.carriedOut.total"),
  },
  {
    key: "reconsideration",
    label: text("行政复议", "Reconsideration"),
    unit: "件",
    cells: inBoth("remedies.reconsideration.total"),
  },
  {
    key: "litigation",
    label: text("行政诉讼", "Litigation"),
    unit: "件",
    cells: inBoth(
      "remedies.litigationDirect.total",
      "remedies.litigationAfterReconsideration.total",
    ),
  },
  {
    key: "normativeInForce",
    label: text("现行有效规范性文件", "Normative documents in force"),
    unit: "件",
    cells: { "2021": ["proactive.normativeDocuments.inForce"] },
  },
  {
    key: "normativeMade",
    label: text("本年制发规范性文件", "Normative documents issued"),
    unit: "件",
    cells: { "2021": ["proactive.normativeDocuments.made"] },
  },
];

/** The value of a series in a report; null where a cell it needs is blank or absent (blank is not zero). */
export function seriesValue(
  series: Series,
  edition: string | null,
  cells: Cells,
  replaced: ReadonlySet<string>,
): number | null {
  const keys = edition === null ? undefined : series.cells[edition];
  const needed = keys?.filter((key) => !replaced.has(key));
  if (!needed || needed.length === 0) return null;
  let sum = 0;
  for (const key of needed) {
    const value = cells[key]?.value ?? null;
    if (value === null) return null;
    sum += value;
  }
  return sum;
}
