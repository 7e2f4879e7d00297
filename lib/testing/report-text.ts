import type { ReportContent } from "#lib/editions/content.ts";
import { type Edition, type Table, tableOf } from "#lib/editions/edition.ts";
import { omittedRows, printedTable } from "#lib/editions/printed.ts";
import { editionById } from "#lib/editions/registry.ts";

/** A report as a web page leaves it when its text is copied: rows of ` | `, merged cells once, sections under their headings. */
export function reportAsText(content: ReportContent): string {
  const edition = editionById(content.edition);
  if (!edition) throw new Error("only reports of a known form have tables to write");
  const intro = content.period
    ? `现公布${content.agency ?? "本机关"}${content.year}年政府信息公开工作年度报告，统计期限为${content.year}年1月1日至12月31日。`
    : "";
  const sections = content.sections.flatMap(({ key, heading, text }) => {
    const table = edition.tables.find((candidate) => candidate.section === key);
    const body = table ? tableLines(edition, table, content) : [text];
    return [heading ?? edition.sections[key].zh, ...body];
  });
  return `${[...(content.title ? [content.title] : []), intro, ...sections].join("\n")}\n`;
}

function tableLines(edition: Edition, { key }: Table, { cells }: ReportContent): string[] {
  const table = tableOf(edition, key);
  const omit = omittedRows(table, (cell) => cell in cells);
  return printedTable(table, omit).map(
    (row) =>
      `${row.map(({ text, cell }) => (cell ? (cells[cell]?.raw ?? "") : (text?.zh ?? ""))).join(" | ")} |`,
  );
}
