import { counted } from "#lib/editions/counted.ts";
import type { Text } from "#lib/editions/edition.ts";
import type { Refusal } from "#lib/platform/result.ts";
import { type ReadRefusal, refusalText } from "#lib/reader/refusal.ts";

/** Why a file or a text was not checked. */
export type CheckRefusal =
  | ReadRefusal
  | Refusal<"check.nothing-given">
  | Refusal<"check.malformed">
  | Refusal<"check.fault">
  | Refusal<"check.several-files", { count: number }>
  | Refusal<"check.too-large", { limit: number }>
  | Refusal<"check.unsupported-type", { type: string }>
  | Refusal<"check.too-many-reports", { count: number; limit: number }>
  | Refusal<"check.too-slow", { seconds: number }>
  | Refusal<"check.busy", { seconds: number }>
  | Refusal<"check.too-often", { seconds: number }>;

const STATUS = {
  "check.nothing-given": 400,
  "check.malformed": 400,
  "check.several-files": 400,
  "check.fault": 500,
  "check.too-large": 413,
  "check.unsupported-type": 415,
  "check.too-many-reports": 422,
  "check.too-slow": 422,
  "check.busy": 503,
  "check.too-often": 429,
  "reader.empty": 400,
  "reader.too-large": 413,
  "reader.binary": 415,
  "reader.unsupported": 415,
  "reader.undecodable": 422,
  "reader.archive": 415,
  "reader.damaged": 422,
  "reader.unsafe-archive": 422,
  "reader.encrypted": 422,
  "reader.doctype": 422,
  "reader.blank": 422,
  "reader.scanned": 422,
  "reader.too-many-pages": 422,
  "reader.too-complex": 422,
  "reader.no-report": 422,
  "reader.not-annual-report": 422,
} as const satisfies Record<CheckRefusal["code"], number>;

/** The HTTP status that a refusal is answered with. */
export function statusOf(refusal: CheckRefusal): (typeof STATUS)[CheckRefusal["code"]] {
  return STATUS[refusal.code];
}

/** After how many seconds it is worth trying again; null where the same input would be refused again. */
export function retryAfter(refusal: CheckRefusal): number | null {
  if (refusal.code !== "check.too-often" && refusal.code !== "check.busy") return null;
  return refusal.facts?.seconds ?? 1;
}

/** A refusal in words, in both languages. */
export function checkRefusalText(refusal: CheckRefusal): Text {
  switch (refusal.code) {
    case "check.nothing-given":
    case "check.malformed":
    case "check.fault":
      return FIXED[refusal.code];
    case "check.several-files":
      return severalFiles(refusal.facts?.count ?? 2);
    case "check.too-large":
      return tooLarge((refusal.facts?.limit ?? 0) / 1_048_576);
    case "check.unsupported-type":
      return unsupported(refusal.facts?.type ?? "");
    case "check.too-many-reports":
      return tooMany(refusal.facts?.count ?? 0, refusal.facts?.limit ?? 0);
    case "check.too-slow":
    case "check.busy":
    case "check.too-often":
      return TIMED[refusal.code](refusal.facts?.seconds ?? 1);
    default:
      return refusalText(refusal);
  }
}

const FIXED = {
  "check.nothing-given": {
    zh: "没有收到内容：请选择一个文件，或粘贴年报全文。",
    en: "Nothing was received: choose a file, or paste the text of a report.",
  },
  "check.malformed": {
    zh: "请求的内容不完整或格式有误，无法读取。以 JSON 提交时，正文放在 text 一项中；抓取工具存下的 JSON 请作为文件提交。",
    en: "The request is incomplete or malformed and cannot be read. As JSON, put the report’s text under “text”; send JSON that a scraper saved as a file.",
  },
  "check.fault": {
    zh: "读取时程序出错，已记入日志（不含文件内容）。可以换一种格式再试。",
    en: "The program failed while reading; the failure has been logged, without the file. Try another format.",
  },
} satisfies Record<string, Text>;

const TIMED = {
  "check.too-slow": (seconds) => ({
    zh: `读取超过 ${seconds} 秒，已停止。可以只粘贴年报正文再试。`,
    en: `Reading took more than ${seconds} seconds and was stopped. Try pasting the report’s text alone.`,
  }),
  "check.busy": (seconds) => ({
    zh: `正在校验的人较多，请 ${seconds} 秒后再试。`,
    en: `Many checks are under way; please try again in ${counted(seconds, "second", "seconds")}.`,
  }),
  "check.too-often": (seconds) => ({
    zh: `校验次数过多，请 ${seconds} 秒后再试。`,
    en: `Too many checks in a short time; please try again in ${counted(seconds, "second", "seconds")}.`,
  }),
} satisfies Record<string, (seconds: number) => Text>;

const severalFiles = (count: number): Text => ({
  zh: `收到 ${count} 个文件。一次只校验一个文件，请分别提交；本次未作校验。`,
  en: `${count} files were received, but one file is checked at a time. Please send them one by one; none of them was checked.`,
});

const tooLarge = (megabytes: number): Text => ({
  zh: `内容超过 ${megabytes} MB 的上限，未读取。可以只粘贴年报正文再试。`,
  en: `It is larger than the limit of ${megabytes} MB and was not read. Try pasting the report’s text alone.`,
});

const unsupported = (type: string): Text => ({
  zh: `${type === "" ? "请求没有写明内容的类型（Content-Type）" : `不接受“${type}”类型的请求`}；请用 text/plain、text/html、text/markdown、text/csv、multipart/form-data、application/json，或者 DOCX、XLSX、PDF 的类型。`,
  en: `${type === "" ? "The request does not say the type of its content (Content-Type)" : `Requests of type “${type}” are not accepted`}; use text/plain, text/html, text/markdown, text/csv, multipart/form-data, application/json, or the types of DOCX, XLSX and PDF.`,
});

const tooMany = (count: number, limit: number): Text => ({
  zh: `文件里有 ${count} 份年报，一次最多校验 ${limit} 份，请分开再试。`,
  en: `The file holds ${count} reports; at most ${limit} are checked at once. Please split it.`,
});
