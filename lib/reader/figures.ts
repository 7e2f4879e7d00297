import { parseRaw, UNFILLED } from "#lib/editions/cell-value.ts";
import type { Column } from "#lib/editions/edition.ts";

const LABEL = { zh: "", en: "" };
/** A figure counts as one wherever some column of a form could hold it. */
const COLUMNS: readonly Column[] = [
  { key: "change", label: LABEL, type: "change" },
  { key: "amount", label: LABEL, type: "amount", unit: "printed" },
];
const LONGEST = 60;
const MAY_BEGIN = /^[\d+\-*/\\_\u2010-\u2015\u2212\u2500\u2501增减新下↑↓无暂不N]/iu;
/** Figures written without a gap between them, or set apart by blanks: no number, and no word either. */
const GLUED = /^(?:\d[\d,]*(?: +\d[\d,]*)*|(?:0|[1-9]\d*)-\d+)$/u;
/** What a share or a larger unit says is no figure of a form, but no word either. */
const OTHER_UNIT = /^[\d.,]+(?:%|亿元)$/u;

/** Thousands parted by one blank each, perhaps with decimals and a unit: `1 234`, `12 345.6元`. */
const BLANK_THOUSANDS = /^[1-9]\d{0,2}(?: \d{3})+(?:\.\d+)?(?:\p{Script=Han}{1,2})?$/u;

/** A folded figure whose thousands are parted by blanks, without them; null for any other. It may also be two figures. */
export function withoutBlankThousands(folded: string): string | null {
  return BLANK_THOUSANDS.test(folded) ? folded.replaceAll(" ", "") : null;
}

/** A folded count that begins with noughts, `007`, without them; null for any other. It may also be several figures. */
export function withoutLeadingZeros(folded: string): string | null {
  return /^0\d{1,8}$/u.test(folded) ? folded.replace(/^0+(?=\d)/u, "") : null;
}

/** Whether a folded text can stand in a figure's place without being words: a number, `/`, `—`, 无, or digits glued together. */
export function isFigure(folded: string): boolean {
  if (folded.length > LONGEST || !MAY_BEGIN.test(folded)) return false;
  if ([GLUED, OTHER_UNIT, UNFILLED].some((way) => way.test(folded))) return true;
  const figure = withoutBlankThousands(folded) ?? folded;
  return COLUMNS.some((column) =>
    ["number", "not-applicable"].includes(parseRaw({ column }, figure).state),
  );
}
