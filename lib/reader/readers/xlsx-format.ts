import { attributeOf, childOf, childrenOf, type Markup } from "../archive/markup.ts";
import { type FormatSection, sectionsOf } from "./xlsx-sections.ts";

/** How a number is shown, as far as it changes what the number says. */
type Kind = "plain" | "percent" | "date" | { scaledBy: string };

/** How the numbers and the words of a cell are shown. */
export interface NumberFormat {
  numbers: readonly (FormatSection & { kind: Kind })[];
  textWords: string | null;
}

/** The format of a cell that has none. */
export const GENERAL: NumberFormat = formatOf("General");

/**
 * The numbers below 164 are fixed by the standard, here without signs of a currency; 27–36 and 50–58 are East Asian dates.
 * Accounts (41–44) print a dash for zero. What is not here shows a number as it is, or as a fraction.
 */
const BUILT_IN: ReadonlyMap<number, NumberFormat> = new Map(
  Object.entries({
    "0": [1],
    "0.00": [2],
    "#,##0": [3, 5, 6, 37, 38],
    "#,##0.00": [4, 7, 8, 39, 40],
    "0.00E+00": [11],
    "##0.0E+0": [48],
    "0%": [9],
    "0.00%": [10],
    "yyyy-m-d": [...idsOf(14, 22), ...idsOf(27, 36), ...idsOf(45, 47), ...idsOf(50, 58)],
    '#,##0;-#,##0;"-";@': [41, 42],
    '#,##0.00;-#,##0.00;"-"??;@': [43, 44],
  }).flatMap(([code, ids]) => {
    const format = formatOf(code);
    return ids.map((id) => [id, format] as const);
  }),
);

function idsOf(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** The formats of a workbook's cells, by the number of their style. */
export function formatsOf(styles: Markup | null): NumberFormat[] {
  const codes = new Map(
    childrenOf(childOf(styles ?? undefined, "numFmts"), "numFmt").map((one) => [
      attributeOf(one, "numFmtId"),
      formatOf(attributeOf(one, "formatCode") ?? ""),
    ]),
  );
  return childrenOf(childOf(styles ?? undefined, "cellXfs"), "xf").map((one) => {
    const id = attributeOf(one, "numFmtId") ?? "0";
    return codes.get(id) ?? BUILT_IN.get(Number(id)) ?? GENERAL;
  });
}

/** A number format by its code. */
export function formatOf(code: string): NumberFormat {
  const { numbers, textWords } = sectionsOf(code);
  return { textWords, numbers: numbers.map((one) => ({ ...one, kind: kindOf(one.code) })) };
}

function kindOf(section: string): Kind {
  const bare = section.replace(/"[^"]*"|\[[^\]]*\]|_./gu, "");
  // `0,` and `0!.0,` show thousands or ten thousands of what the cell holds.
  if (/[!\\]\./u.test(bare) || /[0#?],+(?![0#?,])/u.test(bare)) return { scaledBy: section };
  const shown = bare.replace(/[\\!]./gu, "");
  if (shown.includes("%")) return "percent";
  return /general|g\/通用格式/iu.test(shown) || !/[ymdhs]/iu.test(shown) ? "plain" : "date";
}

const DAY = 86_400_000;

/** A number as shown: no artefact of its binary form, a share with its sign, a date as a date; what its format prints in its place. */
export function writtenNumber(value: string, format: NumberFormat, is1904: boolean): string {
  const number = Number(value);
  if (value.trim() === "" || !Number.isFinite(number)) return value;
  const section = sectionFor(number, format);
  const words = number === 0 ? (section?.zeroWords ?? section?.words) : section?.words;
  if (words !== undefined && words !== null) return words;
  const kind = section?.kind ?? "plain";
  if (kind === "percent") return `${plain(number * 100)}%`;
  if (kind === "date") return dateOf(number, is1904) ?? value;
  const isExact = /^-?\d{1,15}(?:\.\d{1,9})?$/.test(value);
  const written = isExact ? value : plain(number);
  if (typeof kind === "object") return `${written}[${kind.scaledBy}]`;
  return section && hidesSign(number, section, format) ? `${written}[${section.code}]` : written;
}

/** Whether a number below zero is shown without its sign: the format has a part of its own for it that prints none. */
function hidesSign(number: number, section: FormatSection, { numbers }: NumberFormat): boolean {
  if (number >= 0 || section === numbers[0] || /[-−(（]/u.test(section.code)) return false;
  // Parts chosen by conditions of their own keep the sign.
  return numbers.every(({ code }) => !/\[[<>=]/u.test(code));
}

function sectionFor(number: number, { numbers }: NumberFormat) {
  return numbers.find(({ isFor }) => isFor(number));
}

/** Whether a number is shown with fewer digits than it has. */
export function isRounded(value: string, format: NumberFormat): boolean {
  const number = Number(value);
  const { kind, decimals, powerPlaces } = sectionFor(number, format) ?? {};
  if (kind !== "plain" || decimals === null || decimals === undefined) return false;
  const shown = powerPlaces
    ? number.toExponential(Math.min(decimals + digitsBefore(number, powerPlaces), MOST_DECIMALS))
    : number.toFixed(Math.min(decimals, MOST_DECIMALS));
  return Number(shown) !== Number(plain(number));
}

/** With room for several digits before the point, a power of ten is one of as many: 12.3E+3 for `##0.0E+0`. */
function digitsBefore(number: number, places: number): number {
  const power = Number(number.toExponential().split("e")[1]);
  return ((power % places) + places) % places;
}

const MOST_DECIMALS = 20;

/** Sums of binary fractions are off by less than the twelfth digit; nobody types so many. */
function plain(number: number): string {
  return String(Number(number.toPrecision(12)));
}

function dateOf(serial: number, is1904: boolean): string | null {
  const origin = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const date = new Date(origin + Math.floor(serial) * DAY);
  if (serial < 1 || Number.isNaN(date.getTime())) return null;
  return `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月${date.getUTCDate()}日`;
}
