const DIGITS = "〇一二三四五六七八九";
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 10_000 };

/** Chinese digits and numerals in folded text. */
export const CHINESE_NUMERAL = "[〇○零Oo0一二三四五六七八九十廿卅百千万两]";

function digitOf(character: string): number {
  if ("○零Oo0".includes(character)) return 0;
  return character === "两" ? 2 : DIGITS.indexOf(character);
}

/** The integer that a Chinese numeral says, spelled with units (二十一) or digit by digit (二〇二四); null where it is none. */
export function parseChineseNumber(text: string): number | null {
  if (text === "") return null;
  // 廿 and 卅, in the days of a month: 廿六.
  const characters = Array.from(text.replace(/^廿/u, "二十").replace(/^卅/u, "三十"));
  const hasUnits = characters.some((character) => character in UNITS);
  return hasUnits ? withUnits(characters) : digitByDigit(characters);
}

function digitByDigit(characters: readonly string[]): number | null {
  let value = 0;
  for (const character of characters) {
    const digit = digitOf(character);
    if (digit < 0) return null;
    value = value * 10 + digit;
  }
  return Number.isSafeInteger(value) ? value : null;
}

function withUnits(characters: readonly string[]): number | null {
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  for (const character of characters) {
    const unit = UNITS[character];
    if (unit === undefined) {
      digit = digitOf(character);
      if (digit < 0) return null;
    } else if (unit === 10_000) {
      total += (section + (digit ?? 0)) * unit;
      section = 0;
      digit = null;
    } else {
      section += (digit ?? 1) * unit;
      digit = null;
    }
  }
  return total + section + (digit ?? 0);
}
