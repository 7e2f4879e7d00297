import type { AmountUnit, Cell } from "#lib/editions/content.ts";
import type { Column } from "#lib/editions/edition.ts";

const NUMBER =
  /^([+\-−]?)\s*(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s*(亿元|万元|元|件|次|项|个|条|份|宗|%)?\s*(\([^()\d][^()]{0,40}\)|\([^()]{2,40}\))?$/u;
const NOT_APPLICABLE = /^(?:[/\\]|[-—–―─_]{1,4}|不适用|N\/A)$/iu;

/** Whether a folded text can stand in a figure's place without being words: a number, `/` or `—`. */
export function isFigure(folded: string): boolean {
  return NOT_APPLICABLE.test(folded) || NUMBER.test(folded);
}

/** What a printed figure says; `folded` is `raw` in one spelling. Money takes the unit printed with it, else the form's. */
export function readFigure(folded: string, raw: string, column: Column): Cell {
  const text = folded.trim();
  const unit = column.type === "amount" ? { unit: formUnit(column) } : {};
  if (text === "") return { raw, value: null, state: "blank", ...unit };
  if (NOT_APPLICABLE.test(text)) return { raw, value: null, state: "not-applicable", ...unit };
  const match = NUMBER.exec(text);
  if (!match) return { raw, value: null, state: "text", ...unit };
  const [, sign, integer, decimals, printed] = match;
  const digits = `${sign === "-" || sign === "−" ? "-" : ""}${integer?.replaceAll(",", "")}${decimals ?? ""}`;
  const value = Number(digits);
  if (!isReadable(value, printed, column)) return { raw, value: null, state: "text", ...unit };
  if (column.type !== "amount") return { raw, value: value + 0, state: "number" };
  const isMoney = printed === "元" || printed === "万元";
  return { raw, value: value + 0, state: "number", unit: isMoney ? printed : formUnit(column) };
}

function formUnit(column: Column): AmountUnit | null {
  return column.unit === "万元" ? "万元" : null;
}

/** A count in 元, a share in %, or more digits than a number holds exactly is no figure of this column. */
function isReadable(value: number, printed: string | undefined, column: Column): boolean {
  if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER) return false;
  if (printed === undefined) return true;
  if (printed === "%" || printed === "亿元") return false;
  const isMoney = printed === "元" || printed === "万元";
  return isMoney === (column.type === "amount");
}

/** Whether a figure carries a remark in brackets, `22(其中修订16件)`. */
export function hasRemark(folded: string): boolean {
  return NUMBER.exec(folded.trim())?.[5] !== undefined;
}
