import { CHINESE_NUMERAL, parseChineseNumber } from "./numerals.ts";

/** A date found in a text, and where. */
export interface FoundDate {
  /** `2024-01-31`. */
  iso: string;
  start: number;
  end: number;
}

const NUMBER = `(?:\\d{1,4}|(?:${CHINESE_NUMERAL}\\s?){1,4})`;
const WRITTEN = `(?<!\\d)(${NUMBER})\\s?年\\s?(${NUMBER}|元)\\s?月\\s?(${NUMBER})\\s?日`;
const NUMERIC = "(?<!\\d)(\\d{4})\\s?([-/.])\\s?(\\d{1,2})\\s?\\5\\s?(\\d{1,2})(?!\\d)";
const DATE = new RegExp(`${WRITTEN}|${NUMERIC}`, "gu");
const MONTH = new RegExp(`(?<!\\d)(${NUMBER})\\s?年\\s?(${NUMBER}|元)\\s?月$`, "u");
/** A year of two digits in a date belongs to this century. */
const CENTURY = 2000;

/** Every full date of a folded text: 2024年1月31日, 24年1月31日, 二〇二四年元月三十一日, 2024-01-31, 2024/1/31, 2024.1.31. */
export function findDates(text: string): FoundDate[] {
  const found: FoundDate[] = [];
  for (const match of text.matchAll(DATE)) {
    const [, year, month, day, y, , m, d] = match;
    const iso = isoDate(fullYear(integer(year ?? y)), integer(month ?? m), integer(day ?? d));
    if (iso) found.push({ iso, start: match.index, end: match.index + match[0].length });
  }
  return found;
}

/** Where a folded text ends with a year and a month and no day (二〇二四年元月); null where it does not. */
export function monthAtEnd(text: string): { month: string; start: number } | null {
  const match = MONTH.exec(text);
  if (!match) return null;
  const iso = isoDate(fullYear(integer(match[1])), integer(match[2]), 1);
  return iso ? { month: iso.slice(0, 7), start: match.index } : null;
}

/** The ISO form of a calendar date, or null where there is no such day. */
export function isoDate(
  year: number | null,
  month: number | null,
  day: number | null,
): string | null {
  if (year === null || month === null || day === null || year < 1900 || year > 2200) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? date.toISOString().slice(0, 10) : null;
}

function fullYear(year: number | null): number | null {
  return year !== null && year > 0 && year < 100 ? CENTURY + year : year;
}

function integer(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (text === "元") return 1;
  return /^\d+$/.test(text) ? Number(text) : parseChineseNumber(text.replace(/\s+/gu, ""));
}
