import type { Text } from "../../editions/edition.ts";
import { APPLICANT_COLUMNS, requestRowsIn } from "../../editions/request-table.ts";

/** A quantity that prose speaks of and the form has a figure for. */
export interface Target {
  /** In the words of people, as the labelled sentences name it. */
  name: Text;
  /** The sums of cells (`-` before one to be taken off) that the words may mean, the likeliest first; they disagree with the form only where none agrees. */
  readings: readonly (readonly string[])[];
}

const requests = (...rows: string[]) => rows.map((row) => `requests.${row}.total`);
const group = (key: string) => requests(...requestRowsIn(key));
const target = (zh: string, en: string, ...readings: (readonly string[])[]): Target => ({
  name: { zh, en },
  readings,
});
const cell = (zh: string, en: string, key: string) => target(zh, en, [key]);

const RECEIVED = requests("received");
const WITH_CARRIED_IN = requests("received", "carriedIn");
const HANDLED = requests("handled");
const DENIED = group("denied");
const UNAVAILABLE = group("unavailable");
const NOT_PROCESSED = group("notProcessed");
/** Three rows or one, whichever the report prints. */
const OTHER = requests("other.notCorrected", "other.feeUnpaid", "other.other", "other");
const ORGANISATIONS = APPLICANT_COLUMNS.filter(({ group }) => group === "organisations").map(
  ({ key }) => key,
);
const applicants = (row: string, columns: readonly string[]) =>
  columns.map((column) => `requests.${row}.${column}`);
const byApplicant = (columns: readonly string[]) => [
  applicants("received", columns),
  [...applicants("received", columns), ...applicants("carriedIn", columns)],
  applicants("handled", columns),
];
const RECONSIDERATION = "remedies.reconsideration.total";
const DIRECT = "remedies.litigationDirect.total";
const AFTER = "remedies.litigationAfterReconsideration.total";

/** Everything prose is compared with, by key. */
export const TARGETS = {
  received: target("新收", "requests received", RECEIVED),
  carriedIn: target("上年结转", "carried in", requests("carriedIn")),
  receivedWithCarriedIn: target("新收加结转", "received and carried in", WITH_CARRIED_IN),
  accepted: target("受理", "requests accepted", RECEIVED, WITH_CARRIED_IN, HANDLED),
  dealtWith: target("办理", "requests dealt with", HANDLED, WITH_CARRIED_IN, RECEIVED),
  /** All that were handled, or those of this year alone. */
  handled: target("办结", "requests handled", HANDLED, [...HANDLED, "-requests.carriedIn.total"]),
  carriedOut: target("结转下年", "carried out", requests("carriedOut")),
  granted: target("予以公开", "disclosed", requests("granted")),
  partlyGranted: target("部分公开", "partly disclosed", requests("partlyGranted")),
  denied: target("不予公开", "denied", DENIED),
  unavailable: target("无法提供", "unable to provide", UNAVAILABLE),
  notProcessed: target("不予处理", "not processed", NOT_PROCESSED),
  otherHandling: target("其他处理", "other handling", OTHER),
  naturalPerson: target("自然人", "natural persons", ...byApplicant(["naturalPerson"])),
  organisations: target("法人", "organisations", ...byApplicant(ORGANISATIONS)),
  reconsideration: cell("复议", "reconsideration", RECONSIDERATION),
  litigation: target("诉讼", "litigation", [DIRECT, AFTER]),
  litigationDirect: cell("直接起诉", "litigation without reconsideration", DIRECT),
  litigationAfter: cell("复议后起诉", "litigation after reconsideration", AFTER),
  remedies: target("复议诉讼", "reconsideration and litigation", [RECONSIDERATION, DIRECT, AFTER]),
  documentsMade: cell(
    "规范性文件制发",
    "normative documents issued",
    "proactive.normativeDocuments.made",
  ),
  documentsRepealed: cell(
    "规范性文件废止",
    "normative documents repealed",
    "proactive.normativeDocuments.repealed",
  ),
  documentsInForce: cell(
    "规范性文件有效",
    "normative documents in force",
    "proactive.normativeDocuments.inForce",
  ),
  regulationsMade: cell("规章制发", "regulations issued", "proactive.regulations.made"),
  regulationsRepealed: cell("规章废止", "regulations repealed", "proactive.regulations.repealed"),
  regulationsInForce: cell("规章有效", "regulations in force", "proactive.regulations.inForce"),
  licences: cell("许可", "administrative licences", "proactive.licences.decisions"),
  penalties: cell("处罚", "administrative penalties", "proactive.penalties.decisions"),
  coercions: cell("强制", "coercive measures", "proactive.coercions.decisions"),
  fees: cell("收费", "administrative fees", "proactive.fees.amount"),
} as const satisfies Record<string, Target>;

export type TargetKey = keyof typeof TARGETS;
