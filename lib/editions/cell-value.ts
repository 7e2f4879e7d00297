import { chineseCount } from "./chinese-count.ts";
import type { AmountUnit, Cell } from "./content.ts";
import type { CellSpec, Column } from "./edition.ts";

/** Dashes of every width that stand for a minus or for "not applicable". */
const DASHES = /[\u2010-\u2015\u2212\u2500\u2501\u30FC\uFE58\uFE63\uFF0D]/gu;
/** Superscripts, fractions and circled digits: one spelling for all would make 5² into 52. */
const NO_DIGITS =
  /[\u00B2\u00B3\u00B9\u00BC-\u00BE\u2070-\u209F\u2150-\u218B\u2460-\u24FF\u2776-\u2793\u3200-\u33FF]/u;
const COUNT_UNITS = "件|项|項|条|條|次|份|宗|个|個|起|例|部|人次";
const MONEY_UNITS = "万元|萬元|万|萬|元";
const UNIT = `(?:${MONEY_UNITS}|${COUNT_UNITS})`;
/** Signs and words, perhaps with the unit of the form, with which a report says that a figure does not apply, or that there is nothing to count. */
const NOT_APPLICABLE = new RegExp(
  `^(?:[/\\\\_-]+|\\*+|[暂暫]?[无無]|不适用|不適用|不涉及|N/A)${UNIT}?$`,
  "iu",
);
/** A line to write a figure on, with none on it. */
export const UNFILLED = new RegExp(`^(?:_{2,}${UNIT}?|_${UNIT})$`, "u");
/** A figure, perhaps with its unit and a remark in brackets: `22件（其中修订16件）`. */
const NUMBER = new RegExp(
  `^([+-]?)([1-9]\\d{0,2}(?:,\\d{3})+|0|[1-9]\\d*|[〇○零一二两兩三四五六七八九十百千]+)(\\.\\d+)?(${UNIT})?(?:\\(([^()]{1,40})\\))?$`,
  "u",
);
/** A long dash before a figure is a minus only where there can be less than nothing: else "none" with the mark of a note. */
const LONG_DASH = /^\s*[\u2014\u2015\u2500\u2501]/u;
const UNIT_IN_BRACKETS = new RegExp(`^(?:[单單]位[:为為]?)?(${UNIT})$`, "u");
const MORE = /^(?:新?增加?了?|增[长長]|↑)(?=[\d〇零一二两三四五六七八九十])/u;
const LESS = /^(?:[减減]少?了?|下降了?|↓)(?=[\d〇零一二两三四五六七八九十])/u;

/** What a written figure says, without the writing itself. */
type Figure = Omit<Cell, "raw">;

/** What a figure says, from what was written for it: number, blank, not applicable, or text that is no number. */
export function parseRaw({ column }: Pick<CellSpec, "column">, raw: string): Cell {
  return { raw, ...parseFigure(column, raw) };
}

/** What a figure says when it is written over another: an amount without a unit of its own keeps the one in 元 or 万元 it had. */
export function parseOver(spec: Pick<CellSpec, "column">, raw: string, before?: Cell): Cell {
  const cell = parseRaw(spec, raw);
  const { column } = spec;
  if (column.type !== "amount" || !before?.unit) return cell;
  const { unit: written } = parseRaw({ column: { ...column, unit: "printed" } }, raw);
  return written ? cell : { ...cell, unit: before.unit };
}

/** The remark in brackets behind a figure: `其中修订16件` of `22（其中修订16件）`; null where there is none, or only a unit. */
export function remarkOf(raw: string): string | null {
  const remark = NUMBER.exec(inOneSpelling(raw))?.[5];
  return remark === undefined || UNIT_IN_BRACKETS.test(remark) ? null : remark;
}

/** Words with which a remark says of what the figure before it is made up, and leaves it as it is. */
const PART = /^(?:其中|含|包括|包含)/u;

/** Whether a remark may change what the figure before it says: not where it names a part that is no more than the whole. */
export function isOpenRemark(remark: string, figure: number): boolean {
  const parts = remark.match(/\d+(?:\.\d+)?/gu) ?? [];
  return !PART.test(remark) || parts.some((part) => Number(part) > Math.abs(figure));
}

function parseFigure(column: Column, written: string): Figure {
  const isAmount = column.type === "amount";
  const fixed = isAmount ? { unit: column.unit === "万元" ? ("万元" as const) : null } : {};
  const plain = inOneSpelling(written);
  if (plain === "" || UNFILLED.test(plain)) return { value: null, state: "blank", ...fixed };
  if (NOT_APPLICABLE.test(plain)) return { value: null, state: "not-applicable", ...fixed };
  const text = { value: null, state: "text", ...fixed } as const;
  const match = NUMBER.exec(column.type === "change" ? withSign(plain) : plain);
  if (!match || NO_DIGITS.test(written)) return text;
  if (column.type !== "change" && LONG_DASH.test(written)) return text;
  const value = numberOf(match);
  const units = unitsOf(match);
  // More digits than a number holds exactly are no figure.
  if (value === null || units === null || Math.abs(value) > Number.MAX_SAFE_INTEGER) return text;
  const [suffix] = units;
  if (suffix !== undefined && isMoney(suffix) !== isAmount) return text;
  const unit = suffix === undefined ? null : moneyUnit(suffix);
  return { value: value === 0 ? 0 : value, state: "number", ...fixed, ...(unit && { unit }) };
}

function inOneSpelling(written: string): string {
  return (
    written
      .normalize("NFKC")
      .replace(DASHES, "-")
      .replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]+/gu, "")
      // A reading glued to a word: 3件(jiàn).
      .replace(/(?<=\p{Script=Han})\([\p{Script=Latin}\p{M}]{1,8}\)/gu, "")
      // A blank between two digits stays: `9 8` are two figures, and no number.
      .replace(/(?<![\d,.])\s+|\s+(?![\d,.])/gu, "")
  );
}

function withSign(plain: string): string {
  return plain.replace(MORE, "+").replace(LESS, "-");
}

function numberOf([, sign, whole = "", decimals = "", suffix]: RegExpExecArray): number | null {
  const isChinese = !/\d/u.test(whole);
  // 一 alone may be a dash, 一件 is one.
  const isOne = whole === "一" && suffix !== undefined;
  const spelled = isChinese ? chineseCount(whole) : Number(whole.replaceAll(",", ""));
  const count = isOne ? 1 : spelled;
  if (count === null || (isChinese && decimals !== "")) return null;
  const value = decimals === "" ? count : Number(`${count}${decimals}`);
  return sign === "-" ? -value : value;
}

/** The unit after the figure or in brackets, at most one; null where two differ or the brackets hold another figure. */
function unitsOf([, , , , suffix, brackets]: RegExpExecArray): [string?] | null {
  if (brackets === undefined) return suffix === undefined ? [] : [suffix];
  const inBrackets = UNIT_IN_BRACKETS.exec(brackets)?.[1];
  if (inBrackets === undefined) {
    if (!/\p{L}/u.test(brackets)) return null;
    return suffix === undefined ? [] : [suffix];
  }
  return suffix === undefined || suffix === inBrackets ? [inBrackets] : null;
}

function isMoney(unit: string): boolean {
  return MONEY_UNITS.split("|").includes(unit);
}

function moneyUnit(unit: string): AmountUnit | null {
  if (!isMoney(unit)) return null;
  return unit === "元" ? "元" : "万元";
}
