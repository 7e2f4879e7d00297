import { styleText } from "node:util";
import type { FileReport } from "#lib/check-service/file-report.ts";
import { allWays } from "#lib/check-service/ways.ts";
import { ruleById } from "#lib/checks/catalogue.ts";
import type { Issue } from "#lib/checks/issue.ts";
import type { CheckSummary } from "#lib/checks/summary.ts";
import type { ReportContent, Scope } from "#lib/editions/content.ts";
import { counted } from "#lib/editions/counted.ts";
import { type Edition, officialCells, type Text } from "#lib/editions/edition.ts";
import { editionById } from "#lib/editions/registry.ts";
import { displayWidth, padRight, printable } from "./columns.ts";
import { type Language, pick } from "./language.ts";

const text = (zh: string, en: string): Text => ({ zh, en });
const NOT_SAID = text("（未写明）", "(not said)");

/** The name of the file, with the part where it holds several reports, underlined. */
export function heading({ file, part }: FileReport, language: Language): string[] {
  const name =
    part === null ? file : `${file}  ${pick(text(`第 ${part} 份`, `report ${part}`), language)}`;
  return [name, "─".repeat(Math.min(displayWidth(name), 72))];
}

/** Title, agency, year, form and badge always; what else the report says of itself where it says it. */
export function metadata(
  content: ReportContent,
  checks: CheckSummary,
  language: Language,
): string[] {
  const edition = editionById(content.edition);
  const form = edition
    ? text(`${edition.label.zh}（${edition.notice}）`, `${edition.label.en} (${edition.notice})`)
    : text("不在已知格式之内，不读取数字", "none of the forms known here: no figures are read");
  const always: [Text, string | null][] = [
    [text("标题", "Title"), content.title],
    [text("单位", "Agency"), content.agency],
    [text("年度", "Year"), content.year === null ? null : String(content.year)],
    [text("格式", "Form"), pick(form, language)],
  ];
  const ifSaid: [Text, string | null][] = [
    [text("行政区划", "Region"), content.region ?? null],
    [text("口径", "Scope"), content.scope && pick(SCOPE_NAMES[content.scope], language)],
    [text("索引号", "Index no."), content.indexNumber],
    [text("文号", "Document no."), content.documentNumber],
    [text("发布机构", "Publisher"), content.publisher],
    [text("发布日期", "Published"), content.publishedOn],
    [text("成文日期", "Signed"), content.signedOn],
    [text("统计期限", "Period"), content.period?.join(" — ") ?? null],
    [text("来源地址", "Source"), content.sourceUrl ?? null],
    [text("单元格", "Cells"), edition && cellCount(content, edition)],
  ];
  const sums: [Text, string] = [text("勾稽", "Sums"), badge(checks, language)];
  return facts(
    [...always, ...ifSaid.filter(([, value]) => value !== null), sums].map(([label, value]) => [
      pick(label, language),
      value ?? pick(NOT_SAID, language),
    ]),
  );
}

const SCOPE_NAMES: Readonly<Record<Scope, Text>> = {
  organ: text("本机关", "the organ itself"),
  government: text("本级政府汇总", "the government with its departments"),
  area: text("本行政区域汇总", "the whole area"),
};

function cellCount({ cells }: ReportContent, edition: Edition): string {
  return `${Object.keys(cells).length} / ${officialCells(edition).length}`;
}

/** The badge: `41 / 42 项勾稽成立，1 项不成立`. */
function badge({ holds, fails, unknown, total }: CheckSummary, language: Language): string {
  const zh = [`${holds} / ${total} 项勾稽成立`];
  const en = [`${holds} of ${total} sums hold`];
  if (fails > 0) {
    zh.push(`${fails} 项不成立`);
    en.push(counted(fails, "fails", "fail"));
  }
  if (unknown > 0) {
    zh.push(`${unknown} 项无法判断`);
    en.push(`${unknown} cannot be told`);
  }
  if (total === 0)
    return pick(text("没有可核对的勾稽关系", "There are no sums to check"), language);
  return pick(text(zh.join("，"), en.join(", ")), language);
}

/** Labels and values in two columns. */
export function facts(pairs: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...pairs.map(([label]) => displayWidth(label)));
  return pairs.map(
    ([label, value]) => `  ${padRight(printable(label), width)}  ${printable(value)}`,
  );
}

const SEVERITIES = {
  error: text("错误", "error"),
  warning: text("提醒", "warning"),
  note: text("提示", "note"),
};

/** One issue: its mark, rule and message, and below them the hint and the ways to read what is glued, if any. */
export function issueLines(issue: Issue, language: Language): string[] {
  const fails = issue.outcome === "fails";
  const colour = fails && issue.severity === "error" ? "red" : "yellow";
  const mark = styleText(colour, fails ? "✗" : "?");
  const isRule = ruleById(issue.rule) !== null;
  const rule = isRule ? issue.rule : pick(text("读取", "read"), language);
  const open = isRule ? text("不明", "unknown") : text("存疑", "doubt");
  const severity = pick(fails ? SEVERITIES[issue.severity] : open, language);
  const head = `  ${mark} ${padRight(rule, 4)} ${padRight(severity, language === "zh" ? 4 : 7)}  `;
  const indent = " ".repeat(language === "zh" ? 15 : 18);
  const hint = issue.hint ? [`${indent}${pick(issue.hint, language)}`] : [];
  const ways = allWays(issue).map((way) => `${indent}${printable(way)}`);
  return [`${head}${printable(pick(issue.message, language))}`, ...hint, ...ways];
}
