import {
  emptyContent,
  type ReportContent,
  type Scope,
  type SectionKey,
} from "#lib/editions/content.ts";
import { officialCells } from "#lib/editions/edition.ts";
import { editionById } from "#lib/editions/registry.ts";
import { cellsFrom } from "../write-cells.ts";

/** The organ that published a real report. */
export interface RealAgency {
  id: string;
  name: string;
  nameEn: string;
  aliases: readonly string[];
  kind: "government" | "office" | "township";
  level: "province" | "county" | "township";
  regionCode: string;
  usualScope: Scope;
}

/** A real report: its figures as published, its prose as a short summary in other words. */
export interface RealReport {
  agency: RealAgency;
  year: number;
  edition: string;
  /** Who published it; no address is kept where none is known. */
  sourceName: string;
  sourceUrl: string | null;
  /** What the report itself prints about itself. */
  printed: Partial<
    Pick<
      ReportContent,
      "title" | "agency" | "indexNumber" | "publisher" | "publishedOn" | "signedOn" | "scope"
    >
  >;
  period: [string, string] | null;
  /** Cells that are not printed as 0, as they are printed; "" is a printed blank. */
  cells: Readonly<Record<string, string>>;
  summary: Readonly<Record<"overview" | "problems" | "other", string>>;
}

/** Opens every summary, so that no copy of the text goes without it. */
export const SUMMARY_MARK = "（摘要改写，非原文）";

/** The content of a real report: every cell of its form, summaries for prose. */
export function realContent(report: RealReport): ReportContent {
  const edition = editionById(report.edition);
  if (!edition) throw new Error(`no edition ${report.edition}`);
  const raw = new Map(officialCells(edition).map(({ key }) => [key, "0"]));
  for (const [key, text] of Object.entries(report.cells)) raw.set(key, text);
  const empty = emptyContent(edition.id, report.year);
  return {
    ...empty,
    ...report.printed,
    period: report.period,
    cells: cellsFrom(edition, raw),
    sections: empty.sections.map(({ key }) => {
      const text = summaryOf(report, key);
      return { key, heading: edition.sections[key].zh, text, raw: text };
    }),
  };
}

function summaryOf({ summary }: RealReport, key: SectionKey): string {
  const text = key === "overview" || key === "problems" || key === "other" ? summary[key] : "";
  return text === "" ? "" : `${SUMMARY_MARK}${text}`;
}

/** The whole of a calendar year, which is the period of a report. */
export function wholeYear(year: number): [string, string] {
  return [`${year}-01-01`, `${year}-12-31`];
}
