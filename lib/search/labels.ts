import type { Text } from "#lib/editions/edition.ts";
import { EDITIONS } from "#lib/editions/registry.ts";
import { SECTION_LABELS } from "#lib/editions/section-labels.ts";
import { SERIES } from "#lib/editions/series.ts";
import type { FacetName, RangeKey, Sort } from "./engine.ts";
import type { SearchState } from "./query.ts";

const text = (zh: string, en: string): Text => ({ zh, en });

/** What each facet is called. */
export const FACET_LABELS: Readonly<Record<FacetName, Text>> = {
  year: text("年度", "Year"),
  region: text("地区", "Region"),
  level: text("层级", "Level"),
  kind: text("单位类型", "Kind of agency"),
  scope: text("口径", "Scope"),
  edition: text("格式版本", "Edition"),
  check: text("勾稽校验", "Sums"),
};

const VALUES: Readonly<Record<string, Readonly<Record<string, Text>>>> = {
  level: {
    national: text("国家", "National"),
    province: text("省级", "Province"),
    city: text("市级", "City"),
    county: text("县级", "County"),
    township: text("乡级", "Township"),
  },
  kind: {
    government: text("政府", "Government"),
    office: text("办公厅（室）", "General office"),
    department: text("部门", "Department"),
    township: text("乡镇、街道", "Township"),
    other: text("其他", "Other"),
  },
  scope: {
    organ: text("本机关", "The organ itself"),
    government: text("本级政府汇总", "Government with departments"),
    area: text("本行政区域汇总", "Whole area"),
  },
  edition: {
    ...Object.fromEntries(EDITIONS.map(({ id }) => [id, text(`${id} 年格式`, `Form of ${id}`)])),
    none: text("更早的格式", "Earlier forms"),
  },
  check: {
    pass: text("全部成立", "All sums hold"),
    warn: text("有警告", "Warnings"),
    fail: text("有不成立", "A sum fails"),
    unknown: text("有无法判断", "Cannot tell"),
  },
};

/** What a value of a facet is called; years and regions are called what they are. */
export function valueLabel(facet: FacetName, value: string): Text {
  return VALUES[facet]?.[value] ?? text(value, value);
}

/** What a series that can be bounded is called. */
export function rangeLabel(key: RangeKey): Text {
  if (key === "grantedShare") return text("予以公开占办理总计（%）", "Disclosed, % of handled");
  return SERIES.find((series) => series.key === key)?.label ?? text(key, key);
}

/** What each order is called. */
export const SORT_LABELS: Readonly<Record<Sort, Text>> = {
  relevance: text("相关度", "Relevance"),
  year: text("年度", "Year"),
  published: text("发布日期", "Date published"),
  received: text("新收申请", "Requests received"),
};

/** Facets in the order in which they are shown. */
export const FACET_ORDER: readonly FacetName[] = [
  "year",
  "region",
  "level",
  "kind",
  "check",
  "scope",
  "edition",
] satisfies readonly (keyof SearchState)[];

/** What a section of the form is called. */
export function sectionLabel(key: string): Text {
  return Object.entries(SECTION_LABELS).find(([name]) => name === key)?.[1] ?? text(key, key);
}
