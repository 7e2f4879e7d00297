import { parseChineseNumber } from "#lib/chinese/numerals.ts";

/** A number as it is written in a text, and how far it may be rounded. */
export interface Said {
  value: number;
  /** Half of the last place written: 1.2万 stands for anything from 11,500 to 12,500. 0 for plain whole numbers. */
  tolerance: number;
}

/** A figure in Arabic or Chinese digits with an optional 万 or 亿; named groups `n` and `scale`. */
export const NUMBER =
  "(?<n>\\d{1,3}(?:,\\d{3})+(?![\\d,])(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|(?<!第)[〇零一二三四五六七八九十百千两]+) ?(?<scale>[万亿])?";

const SCALES: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };

/** What a figure says; null where it is no number. */
export function saidNumber(figure: string, scale: string | undefined): Said | null {
  const factor = scale ? (SCALES[scale] ?? 1) : 1;
  if (!/^\d/.test(figure)) {
    const value = parseChineseNumber(figure);
    return value === null ? null : { value: value * factor, tolerance: scale ? factor / 2 : 0 };
  }
  const digits = figure.replaceAll(",", "");
  const decimals = digits.split(".")[1]?.length ?? 0;
  const isRounded = factor > 1 || decimals > 0;
  const value = Math.round(Number(digits) * factor * 10_000) / 10_000;
  return Number.isFinite(value)
    ? { value, tolerance: isRounded ? factor / 10 ** decimals / 2 : 0 }
    : null;
}
