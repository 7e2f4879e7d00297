import type { Column, Row, TableHead, Value } from "#lib/exports/table.ts";
import { shanghaiDay } from "#lib/platform/clock.ts";
import { RANGES } from "./engine.ts";
import { FACET_LABELS, rangeLabel, valueLabel } from "./labels.ts";
import type { ShownRow } from "./shown.ts";

export type Language = "zh" | "en";

interface Field extends Column {
  of: (row: ShownRow) => Value;
}

const text = (zh: string, en: string, of: Field["of"], width = 14) => ({
  label: { zh, en },
  kind: "text" as const,
  width,
  of,
});

/** The columns of a result's file in this language; `site` is where the pages stand. */
export function resultFields(language: Language, site: string): readonly Field[] {
  const facet = (name: keyof typeof FACET_LABELS, of: (row: ShownRow) => string) => {
    const { zh, en } = FACET_LABELS[name];
    return text(zh, en, (row) => valueLabel(name, of(row))[language]);
  };
  const given = [
    text("标题", "Title", ({ title }) => title, 44),
    text("单位", "Agency", ({ agency }) => agency, 32),
    text("单位编号", "Agency id", ({ agencyId }) => agencyId),
    text("行政区划代码", "Region code", ({ region }) => region.at(-1)?.code ?? null),
    text("行政区划", "Region", ({ region }) => region.map(({ name }) => name).join(" "), 28),
    { ...text("年度", "Year", ({ year }) => year, 8), kind: "number" as const },
    facet("level", ({ level }) => level),
    facet("kind", ({ kind }) => kind),
    facet("scope", ({ scope }) => scope),
    facet("edition", ({ edition }) => edition ?? "none"),
    facet("check", ({ check }) => check),
    text("索引号", "Index number", ({ indexNumber }) => indexNumber, 24),
    text("文号", "Document number", ({ documentNumber }) => documentNumber, 20),
    text("发布日期", "Published", ({ publishedAt }) => shanghaiDay(new Date(publishedAt))),
    ...RANGES.map((key) => ({
      label: rangeLabel(key),
      kind: "number" as const,
      width: 12,
      of: ({ figures }: ShownRow) => figures[key],
    })),
    text("说明", "Remark", (row) => remark(row, language), 18),
    text("网址", "Address", (row) => `${site}${reportPath(row, language)}`, 44),
    text("编号", "Id", ({ id }) => id, 38),
  ];
  return given.map((field) => ({ ...field, label: field.label[language] }));
}

/** What a list must not keep to itself: invented reports, and summaries in other words. */
function remark({ synthetic, summarised }: ShownRow, language: Language): string | null {
  const said = [
    ...(synthetic ? [{ zh: "虚构演示数据", en: "invented for the demonstration" }] : []),
    ...(summarised ? [{ zh: "摘要改写，非原文", en: "summarised, not the original" }] : []),
  ];
  return said.length === 0 ? null : said.map((each) => each[language]).join("; ");
}

/** The page of a report. */
export function reportPath({ agencyId, year }: ShownRow, language: Language): string {
  const path = `/agencies/${encodeURIComponent(agencyId)}/${year}`;
  return language === "en" ? `/en${path}` : path;
}

/** The head of a result's file. */
export function resultHead(fields: readonly Field[], language: Language): TableHead {
  return { name: { zh: "检索结果", en: "Reports" }[language], columns: fields };
}

/** One report as a row of a result's file. */
export function resultRow(fields: readonly Field[], report: ShownRow): Row {
  return fields.map(({ of }) => of(report));
}
