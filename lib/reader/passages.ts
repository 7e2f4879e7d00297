import type { CellKey, Section, SectionKey } from "#lib/editions/content.ts";
import type { Page, Span } from "./plain.ts";

/** Where what was read stood in the text as the file's own reader wrote it down, line by line. */
export interface ReadSpans {
  cells: Record<CellKey, Span>;
  sections: Partial<Record<SectionKey, Span>>;
}

/** Where each section stood, from its heading to its last word: its raw text is a piece of the page, one after another. */
export function sectionSpans(
  page: Page,
  from: number,
  sections: readonly Section[],
): ReadSpans["sections"] {
  const spans: ReadSpans["sections"] = {};
  let after = page.plainAt(from);
  for (const { key, raw } of sections) {
    const start = raw === "" ? -1 : page.plain.indexOf(raw, after);
    if (start < 0) continue;
    after = start + raw.length;
    spans[key] ??= [start, after];
  }
  return spans;
}
