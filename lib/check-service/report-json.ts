import type { Issue } from "#lib/checks/issue.ts";
import { summarise } from "#lib/checks/summary.ts";
import type { Cell, ReportContent, Section } from "#lib/editions/content.ts";
import { cellSpecs, type Text } from "#lib/editions/edition.ts";
import { editionById } from "#lib/editions/registry.ts";
import { checksOf } from "./checks-of.ts";
import type { FileFault, FileReport } from "./file-report.ts";

/** The side of a bilingual text that a caller asked for. */
export type Language = keyof Text;

/** What `read --json` prints of one report; the order of the keys is part of the format. */
export function readJson({ file, part, report }: FileReport, language: Language): object {
  const { content } = report;
  const issues = [...report.issues, ...checksOf(report).filter(isOpen)];
  return {
    file,
    ok: true,
    ...(part === null ? {} : { part }),
    title: content.title,
    agency: content.agency,
    region: content.region ?? null,
    year: content.year,
    edition: content.edition,
    indexNumber: content.indexNumber,
    documentNumber: content.documentNumber,
    publisher: content.publisher,
    publishedOn: content.publishedOn,
    signedOn: content.signedOn,
    period: content.period,
    sourceUrl: content.sourceUrl ?? null,
    ...(content.scope === null ? {} : { scope: content.scope }),
    sections: content.sections.map(sectionJson),
    cells: cellsJson(content),
    issues: issues.map((issue) => issueJson(issue, language)),
  };
}

/** What `POST /api/v1/check` answers of one report: what `read --json` prints, and how many sums of the form hold. */
export function checkedJson(found: FileReport, language: Language): object {
  const { holds, fails, unknown, total, outcome } = summarise(checksOf(found.report));
  return { ...readJson(found, language), checks: { holds, fails, unknown, total, outcome } };
}

/** What `check --json` prints of one report. */
export function checkJson({ file, part, report }: FileReport, language: Language): object {
  const { title, agency, year, edition } = report.content;
  const checks = checksOf(report);
  const { outcome, holds, fails, unknown, total } = summarise(checks);
  const issues = [...checks.filter(isOpen), ...report.issues];
  return {
    file,
    ok: true,
    ...(part === null ? {} : { part }),
    title,
    agency,
    year,
    edition,
    outcome,
    sums: { holds, fails, unknown, total },
    issues: issues.map((issue) => issueJson(issue, language)),
  };
}

/** What `--json` prints of a file that gave no report. */
export function faultJson({ file, code, message }: FileFault, language: Language): object {
  return { file, ok: false, error: { code, message: message[language] } };
}

/** Whether a check found something to say: it fails, or it cannot tell. */
export function isOpen({ outcome }: Issue): boolean {
  return outcome === "fails" || outcome === "cannot-tell";
}

function sectionJson({ key, heading, text, raw, at }: Section): object {
  return { key, heading, text, raw, at: at ?? null };
}

function cellsJson({ edition, cells }: ReportContent): Record<string, object> {
  const form = editionById(edition);
  const order = form ? [...cellSpecs(form).keys()].filter((key) => key in cells) : [];
  return Object.fromEntries(order.map((key) => [key, cellJson(cells[key])]));
}

function cellJson(cell: Cell | undefined): object {
  const { raw, value, state, unit, at, where } = cell ?? { raw: "", value: null, state: "blank" };
  return {
    raw,
    value,
    state,
    ...(unit === undefined ? {} : { unit }),
    at: at ?? null,
    ...(where === undefined ? {} : { where }),
  };
}

function issueJson(issue: Issue, language: Language): object {
  const { rule, outcome, severity, cells, section, span, formula, hint, candidates } = issue;
  return {
    rule,
    outcome,
    severity,
    cells,
    ...(section === undefined ? {} : { section }),
    ...(span === undefined ? {} : { span }),
    message: issue.message[language],
    ...(formula === null ? {} : { formula }),
    ...(hint === undefined ? {} : { hint: hint[language] }),
    ...(candidates === undefined ? {} : { candidates }),
  };
}
