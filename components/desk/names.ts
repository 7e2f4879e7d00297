import { inLocale, type Locale } from "#i18n/locales.ts";
import { cellName as nameOf } from "#lib/checks/names.ts";
import type { CellKey } from "#lib/editions/content.ts";
import { cellSpecs, type Edition } from "#lib/editions/edition.ts";

/** Names a figure for people by its address; the address itself where the form has no such cell. */
export function cellName(edition: Edition, key: CellKey, locale: Locale): string {
  const spec = cellSpecs(edition).get(key);
  return spec ? inLocale(nameOf(edition, spec), locale) : key;
}
