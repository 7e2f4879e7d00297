/** A part of a number format: for which numbers, and what it shows of them. */
export interface FormatSection {
  code: string;
  isFor(number: number): boolean;
  /** The words it shows in the place of any number; null where it shows the number. */
  words: string | null;
  /** The words it shows in the place of zero, where it has no place for a zero; else null. */
  zeroWords: string | null;
  /** How many digits it shows behind the point; null where it says nothing of that. */
  decimals: number | null;
  /** How many digits before the point of a power of ten it has room for; null where it shows none. */
  powerPlaces: number | null;
}

export interface Sections {
  numbers: FormatSection[];
  /** The words shown in the place of any text; null where the text is shown. */
  textWords: string | null;
}

/** No format that a spreadsheet writes is longer. */
const LONGEST_CODE = 255;

/** Cuts a number format into its sections, `;` in quotes and behind `\` left alone. */
export function sectionsOf(code: string): Sections {
  const parts = [""];
  for (const [piece] of code.slice(0, LONGEST_CODE).matchAll(PIECES))
    if (piece === ";") parts.push("");
    else parts[parts.length - 1] += piece;
  const fourth = parts[3];
  if (fourth !== undefined)
    return { numbers: numbersOf(parts.slice(0, 3)), textWords: textOf(fourth) };
  const last = parts.at(-1);
  const isOfText = parts.length > 1 && last !== undefined && printedBy(last).isText;
  return { numbers: numbersOf(isOfText ? parts.slice(0, -1) : parts), textWords: null };
}

/** `0;` names no other format for what is below zero. */
function numbersOf(parts: readonly string[]): FormatSection[] {
  const codes = parts.length === 2 && parts[1] === "" ? parts.slice(0, 1) : parts;
  return codes.map((code, index) => sectionOf(code, index, codes.length));
}

function textOf(code: string): string | null {
  const { isText, showsAll, words } = printedBy(code);
  return isText || showsAll ? null : words;
}

const PIECES = /"([^"]*)"|[\\!](.)|\*(.)|_.|\[([^\]]*)\]|./gsu;

function sectionOf(code: string, index: number, count: number): FormatSection {
  const { words, places, decimals, powerPlaces, showsAll } = printedBy(code);
  const showsNumber = showsAll || places !== "";
  const hasZero = showsAll || places.includes("0");
  return {
    code,
    isFor: conditionOf(code) ?? usualCondition(index, count),
    words: showsNumber ? null : words,
    zeroWords: hasZero ? null : words,
    decimals: showsAll || places === "" ? null : decimals,
    powerPlaces,
  };
}

function usualCondition(index: number, count: number): (number: number) => boolean {
  if (index === count - 1) return () => true;
  if (index === 1) return (number) => number < 0;
  return count === 2 ? (number) => number >= 0 : (number) => number > 0;
}

const CONDITION = /\[(<>|<=|>=|[<>=])(-?\d+(?:\.\d+)?)\]/u;

function conditionOf(code: string): ((number: number) => boolean) | null {
  const [, sign, limit] = CONDITION.exec(code.replace(/"[^"]*"/gu, "")) ?? [];
  if (sign === undefined) return null;
  const other = Number(limit);
  return (number) => {
    if (number === other) return sign.includes("=");
    return sign.includes(number < other ? "<" : ">");
  };
}

const POWER = /([0#?]+)(?:\.[0#?]*)?e[+-]/iu;

interface Printed {
  /** The words around the number, without signs of a currency. */
  words: string;
  /** The places for digits, and how many of them stand behind the point. */
  places: string;
  decimals: number;
  powerPlaces: number | null;
  /** Whether the number, or the date, is shown as it is. */
  showsAll: boolean;
  /** Whether text has its place in it. */
  isText: boolean;
}

function printedBy(code: string): Printed {
  let words = "";
  let bare = "";
  for (const [piece, quoted, escaped, filler] of code.matchAll(PIECES)) {
    const literal = quoted ?? escaped ?? filler;
    if (literal !== undefined) words += literal;
    else if (piece.length > 1) continue;
    else {
      if (!/[0-9#?.,%@a-z]/iu.test(piece)) words += piece;
      bare += piece;
    }
  }
  const isGeneral = /general|g\/通用格式/iu.test(bare);
  return {
    words: words.replace(/[￥¥$€]/gu, "").trim(),
    places: bare.replace(/[^0#?]/gu, ""),
    decimals: (/\.([0#?]*)/u.exec(bare)?.[1] ?? "").length,
    powerPlaces: POWER.exec(bare)?.[1]?.length ?? null,
    showsAll:
      isGeneral || /[0#?]\/[\d#?]/u.test(bare) || bare.includes("@") || /[ymdhs]/iu.test(bare),
    isText: bare.includes("@"),
  };
}
