import { inLocale, type Locale } from "#i18n/locales.ts";
import type { CellKey } from "#lib/editions/content.ts";
import { cellSpecs, type Edition } from "#lib/editions/edition.ts";

/** Names a figure for people: its row and its column. */
export function cellName(edition: Edition, key: CellKey, locale: Locale): string {
  const spec = cellSpecs(edition).get(key);
  if (!spec) return key;
  const join = locale === "en" ? ", " : "，";
  return [spec.row.label, spec.column.label].map((text) => inLocale(text, locale)).join(join);
}
