import { emptyContent, type ReportContent } from "#lib/editions/content.ts";
import type { Edition } from "#lib/editions/edition.ts";

/** Stands where last year's figure stood and this year's must be written. */
export const GAP = "＿＿";

/** Numbers that are no figures of the year: document numbers, ordinals, days. */
const KEPT =
  /〔[0-9０-９]{4}〕\s*[0-9０-９]+\s*号|第[0-9０-９]+[条项款号章]|[0-9０-９]{1,2}月(?:[0-9０-９]{1,2}日)?/u;
const FIGURE = /[0-9０-９][0-9０-９,，.．]*[0-9０-９]|[0-9０-９]/u;
const EITHER = new RegExp(`(${KEPT.source})|(${FIGURE.source})`, "gu");

/** Last year's prose with every figure taken out and its year moved on, so that no old number is published as new. */
export function proseSkeleton(text: string, lastYear: number): string {
  return text.replaceAll(EITHER, (match, kept: string | undefined) => {
    if (kept !== undefined) return kept;
    const plain = match.normalize("NFKC");
    if (plain === String(lastYear)) return String(lastYear + 1);
    if (plain === String(lastYear - 1)) return String(lastYear);
    return GAP;
  });
}

/** A draft for this year with last year's headings and words, and no figure. */
export function skeletonFrom(last: ReportContent, edition: Edition, year: number): ReportContent {
  const empty = emptyContent(edition.id, year);
  return {
    ...empty,
    agency: last.agency,
    publisher: last.publisher,
    scope: last.scope,
    sections: empty.sections.map((section) => {
      const old = last.sections.find(({ key }) => key === section.key);
      if (!old) return section;
      const text = proseSkeleton(old.text, year - 1);
      return { ...section, heading: old.heading, text, raw: text };
    }),
  };
}
