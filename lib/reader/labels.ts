/** How printed labels are compared: folded, without numbering, marks and blanks. */
export interface LabelKey {
  /** The words alone. */
  key: string;
  /** The words without what stands in brackets. */
  bare: string;
  /** `一`, `(六)` or `3`, as far as printed. */
  number: string | null;
  /** The words with `?` where characters were lost; absent where none were. */
  lost?: string;
}

const NUMBERING =
  /^(?:([一二三四五六七八九十]{1,3})[、.,:]|\(([一二三四五六七八九十]{1,3})\)[、.,]?|\(?(\d{1,2})(?:[.、),?](?!\d)|(?=\p{Script=Han})))/u;

/** Takes a folded label apart. */
export function labelKey(folded: string): LabelKey {
  const text = folded.replace(/\s+/gu, "");
  const match = NUMBERING.exec(text);
  const rest = match ? text.slice(match[0].length) : text;
  const [, roman, bracketed, digit] = match ?? [];
  const number = roman ?? (bracketed ? `(${bracketed})` : (digit ?? null));
  const lost = LOST.test(rest)
    ? { lost: words(rest.replace(LOST_MARKS, "\0")).replaceAll("\0", "?") }
    : {};
  return { key: words(rest), bare: words(rest.replace(/\([^()]*\)/gu, "")), number, ...lost };
}

const LOST = /[?\uFFFD]/u;
const LOST_MARKS = /[?\uFFFD]+/gu;
const NO_WORDS = /[\p{P}\p{S}\s]/gu;
/** Readings glued to each character say nothing that the characters do not. */
const READINGS = /[\p{Script=Latin}\p{M}]+/gu;

function words(text: string): string {
  const plain = text.replace(NO_WORDS, "");
  return /\p{Script=Latin}/u.test(plain) && /\p{Script=Han}/u.test(plain)
    ? plain.replace(READINGS, "")
    : plain;
}

/** Likeness of two labels from 0 to 1, by the pairs of neighbouring characters they share. */
export function likeness(left: string, right: string): number {
  if (left === right) return 1;
  const a = pairs(left);
  const b = pairs(right);
  if (a.length === 0 || b.length === 0) return 0;
  const pool = new Map<string, number>();
  for (const pair of a) pool.set(pair, (pool.get(pair) ?? 0) + 1);
  let shared = 0;
  for (const pair of b) {
    const left = pool.get(pair) ?? 0;
    if (left > 0) shared++;
    pool.set(pair, left - 1);
  }
  return (2 * shared) / (a.length + b.length);
}

/** Likeness of two labels from 0 to 1 by the characters that must change, so that one typo in a short label counts little. */
export function closeness(left: string, right: string): number {
  const a = Array.from(left);
  const b = Array.from(right);
  const longest = Math.max(a.length, b.length);
  if (longest === 0 || longest > LONGEST_COMPARED) return 0;
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  a.forEach((character, row) => {
    const line = [row + 1];
    b.forEach((other, column) => {
      const change = (above[column] ?? 0) + (character === other ? 0 : 1);
      line.push(Math.min(change, (above[column + 1] ?? 0) + 1, (line[column] ?? 0) + 1));
    });
    above = line;
  });
  return 1 - (above[b.length] ?? longest) / longest;
}

const LONGEST_COMPARED = 24;

function pairs(text: string): string[] {
  const characters = Array.from(text);
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}

/** Whether two labels say the same words, what stands in brackets left aside. */
export function sameLabel(one: LabelKey, other: LabelKey): boolean {
  return (
    one.key === other.key ||
    (one.bare.length > 1 && (one.bare === other.key || one.bare === other.bare)) ||
    (other.bare.length > 1 && other.bare === one.key)
  );
}

/** The number of a label that is set in another font, and so stands alone. */
export const LONE_NUMBER = /^\d{1,2}[.、．]$/u;
