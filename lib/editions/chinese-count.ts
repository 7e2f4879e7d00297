const DIGITS = "〇一二三四五六七八九";
const UNITS = [
  [1000, "千"],
  [100, "百"],
  [10, "十"],
  [1, ""],
] as const;

/** The count below 10,000 that Chinese numerals spell, 一百零三 or 一〇三; null where they could mean another or are no count. */
export function chineseCount(text: string): number | null {
  const plain = text.replace(/[零○]/gu, "〇").replace(/[两兩]/gu, "二");
  // 一 alone is also how a dash comes out of a keyboard or a scan.
  if (/^一+$/u.test(plain)) return null;
  if (plain === "〇" && text !== "○") return 0;
  if (/^[一二三四五六七八九][〇一二三四五六七八九]{0,3}$/u.test(plain)) return byDigits(plain);
  const value = byUnits(plain);
  // 一百三 is 130 to some and 103 to others: only the one proper spelling counts.
  const proper = value === null ? "" : spelled(value);
  const written = plain.startsWith("十") ? `一${plain}` : plain;
  return plain !== "" && proper === written ? value : null;
}

function byDigits(text: string): number {
  return Number(Array.from(text, (character) => DIGITS.indexOf(character)).join(""));
}

function byUnits(text: string): number | null {
  let sum = 0;
  let digit = 0;
  for (const character of text) {
    const unit = UNITS.find(([, name]) => name === character)?.[0];
    const value = DIGITS.indexOf(character);
    if (unit !== undefined) {
      sum += (digit || 1) * unit;
      digit = 0;
    } else if (value >= 0) digit = value;
    else return null;
  }
  return sum + digit;
}

function spelled(value: number): string {
  let text = "";
  let hasGap = false;
  for (const [unit, name] of UNITS) {
    const digit = Math.floor(value / unit) % 10;
    if (digit === 0) hasGap = text !== "";
    else {
      text += `${hasGap ? "〇" : ""}${DIGITS[digit]}${name}`;
      hasGap = false;
    }
  }
  return text;
}
