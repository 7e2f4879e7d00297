import { emptyContent, type ReportContent } from "#lib/editions/content.ts";
import { officialCells } from "#lib/editions/edition.ts";
import { editionForYear } from "#lib/editions/registry.ts";
import { numberCell } from "#lib/testing/content.ts";
import { reportAsText } from "#lib/testing/report-text.ts";

const YEAR = 2023;

/** Eight requests, all disclosed; one reconsideration corrected; a litigation total of 1 beside four zeros (R04 fails). */
const FIGURES: Readonly<Record<string, number>> = {
  "requests.received.naturalPerson": 8,
  "requests.received.total": 8,
  "requests.granted.naturalPerson": 8,
  "requests.granted.total": 8,
  "requests.handled.naturalPerson": 8,
  "requests.handled.total": 8,
  "remedies.reconsideration.corrected": 1,
  "remedies.reconsideration.total": 1,
  "remedies.litigationAfterReconsideration.total": 1,
};

/** A county office's report for 2023 as a text file, with one sum that fails. */
export function reportFile(agency: string): { name: string; mimeType: string; buffer: Buffer } {
  const text = reportAsText(reportOf(agency));
  return { name: "2023.txt", mimeType: "text/plain", buffer: Buffer.from(text, "utf8") };
}

function reportOf(agency: string): ReportContent {
  const edition = editionForYear(YEAR);
  if (!edition) throw new Error(`no form for ${YEAR}`);
  const content = emptyContent(edition.id, YEAR);
  const prose: Partial<Record<string, string>> = {
    overview: `${YEAR}年，我办收到政府信息公开申请8件，均已在法定期限内办结，群众办事指南同步更新。`,
    problems: "一是公开内容与群众需求仍有差距；二是业务培训还不够经常。下一步逐项改进。",
    other: `${YEAR}年度未收取政府信息公开信息处理费。`,
  };
  return {
    ...content,
    title: `${agency}${YEAR}年政府信息公开工作年度报告`,
    agency,
    cells: Object.fromEntries(
      officialCells(edition).map(({ key }) => [key, numberCell(FIGURES[key] ?? 0)]),
    ),
    sections: content.sections.map((section) => {
      const words = prose[section.key] ?? "";
      return { ...section, heading: edition.sections[section.key].zh, text: words, raw: words };
    }),
  };
}
