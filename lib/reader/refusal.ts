import type { Text } from "#lib/editions/edition.ts";
import type { Refusal } from "#lib/platform/result.ts";
import { type NotReport, notReportText } from "./not-report.ts";

/** Why a file was not read at all. */
export type ReadRefusal =
  | Refusal<"reader.empty">
  | Refusal<"reader.too-large", { bytes: number; limit: number }>
  | Refusal<"reader.binary">
  | Refusal<"reader.unsupported", { format: string }>
  | Refusal<"reader.undecodable">
  | Refusal<"reader.archive">
  | Refusal<"reader.damaged">
  | Refusal<"reader.unsafe-archive">
  | Refusal<"reader.encrypted">
  | Refusal<"reader.doctype">
  | Refusal<"reader.blank">
  | Refusal<"reader.scanned">
  | Refusal<"reader.too-many-pages", { pages: number; limit: number }>
  | Refusal<"reader.too-complex">
  | Refusal<"reader.not-annual-report", { kind: NotReport }>
  | Refusal<"reader.no-report">;

const megabytes = (bytes: number) => (bytes / 1_048_576).toFixed(1);

/** A refusal in words, in both languages. */
export function refusalText(refusal: ReadRefusal): Text {
  switch (refusal.code) {
    case "reader.empty":
      return { zh: "文件是空的。", en: "The file is empty." };
    case "reader.too-large": {
      const bytes = megabytes(refusal.facts?.bytes ?? 0);
      const limit = megabytes(refusal.facts?.limit ?? 0);
      return {
        zh: `文件有 ${bytes} MB，超过 ${limit} MB 的上限，未读取。`,
        en: `The file has ${bytes} MB, more than the limit of ${limit} MB; it was not read.`,
      };
    }
    case "reader.binary":
      return {
        zh: "这不是文本文件，无法读取；请改用 DOCX、XLSX、PDF、网页或纯文本，压缩包请先解压。",
        en: "This is not a text file and cannot be read; use DOCX, XLSX, PDF, a web page or plain text, and unpack archives first.",
      };
    case "reader.unsupported":
      return {
        zh: `暂不支持 ${refusal.facts?.format ?? ""} 文件，请另存为 DOCX、XLSX、PDF、网页或纯文本后再试。`,
        en: `${refusal.facts?.format ?? ""} files are not supported; save it as DOCX, XLSX, PDF, a web page or plain text.`,
      };
    case "reader.undecodable":
      return {
        zh: "无法识别文件的字符编码（支持 UTF-8、UTF-16、GB18030）。",
        en: "The character encoding is not recognised (UTF-8, UTF-16 and GB18030 are).",
      };
    case "reader.archive":
      return {
        zh: "这是压缩包，不是 Word 或 Excel 文件，请解压后逐个读取。",
        en: "This is an archive, not a Word or Excel file; unpack it and read its files one by one.",
      };
    case "reader.damaged":
      return {
        zh: "文件已损坏或不完整，无法读取。",
        en: "The file is damaged or incomplete and cannot be read.",
      };
    case "reader.unsafe-archive":
      return {
        zh: "文件解压后过大或内含文件过多，为安全起见未读取。",
        en: "The file would unpack to far too much; it was not read, for safety.",
      };
    case "reader.encrypted":
      return {
        zh: "文件设有密码，请取消密码后再试。",
        en: "The file is protected by a password; remove it and try again.",
      };
    case "reader.blank":
      return {
        zh: "这份 PDF 的各页都是空白，没有可以读取的内容；请检查文件是否选对、导出是否完整。",
        en: "All pages of this PDF are blank, so there is nothing to read; check whether it is the right file and was exported whole.",
      };
    case "reader.scanned":
      return {
        zh: "这份 PDF 是扫描件，没有文字层，无法读取；请改用 Word、Excel 原件，或先做文字识别（OCR）并核对后再试。",
        en: "This PDF is a scan without text and cannot be read; use the original Word or Excel file, or have its text recognised (OCR) and compared first.",
      };
    case "reader.too-many-pages": {
      const { pages = 0, limit = 0 } = refusal.facts ?? {};
      return {
        zh: `文件有 ${pages} 页，超过 ${limit} 页的上限，未读取；请只保留年报部分后再试。`,
        en: `The file has ${pages} pages, more than the limit of ${limit}; it was not read. Keep only the report and try again.`,
      };
    }
    case "reader.doctype":
      return {
        zh: "文件内含不允许的文档类型声明（DOCTYPE），为安全起见未读取。",
        en: "The file declares a document type (DOCTYPE), which is not allowed; it was not read.",
      };
    case "reader.too-complex":
      return {
        zh: "文件的结构过于庞大或嵌套过深，未读取。",
        en: "The file has too many parts or nests them too deeply; it was not read.",
      };
    case "reader.not-annual-report":
      return notReportText(refusal.facts?.kind ?? "page");
    case "reader.no-report":
      return {
        zh: "文件里没有找到政府信息公开工作年度报告的内容。",
        en: "No annual report on government information disclosure was found in the file.",
      };
  }
}
