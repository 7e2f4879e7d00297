import { attributeOf, childOf, childrenOf, type Markup } from "../archive/markup.ts";

/** How a cell's number is shown, as far as it changes what the number says. */
export type NumberFormat = "plain" | "percent" | "date" | { scaledBy: string };

/** The formats of a workbook's cells, by the number of their style. */
export function formatsOf(styles: Markup | null): NumberFormat[] {
  const codes = new Map(
    childrenOf(childOf(styles ?? undefined, "numFmts"), "numFmt").map((one) => [
      attributeOf(one, "numFmtId"),
      attributeOf(one, "formatCode") ?? "",
    ]),
  );
  return childrenOf(childOf(styles ?? undefined, "cellXfs"), "xf").map((one) => {
    const id = attributeOf(one, "numFmtId") ?? "0";
    const code = codes.get(id);
    return code === undefined ? builtIn(Number(id)) : formatOf(code);
  });
}

/** The numbers below 164 are fixed by the standard; 27–36 and 50–58 are East Asian dates. */
function builtIn(id: number): NumberFormat {
  if (id === 9 || id === 10) return "percent";
  const isDate = [
    [14, 22],
    [27, 36],
    [45, 47],
    [50, 58],
  ].some(([from = 0, to = 0]) => id >= from && id <= to);
  return isDate ? "date" : "plain";
}

function formatOf(code: string): NumberFormat {
  const [positive = ""] = code.split(";");
  const bare = positive.replace(/"[^"]*"|\[[^\]]*\]|_./gu, "");
  // `0,` and `0!.0,` show thousands or ten thousands of what the cell holds.
  if (/[!\\]\./u.test(bare) || /[0#?],+(?![0#?,])/u.test(bare)) return { scaledBy: code };
  const shown = bare.replace(/[\\!]./gu, "");
  if (shown.includes("%")) return "percent";
  return /general|g\/通用格式/iu.test(shown) || !/[ymdhs]/iu.test(shown) ? "plain" : "date";
}

const DAY = 86_400_000;

/** A number as written: no artefact of its binary form, a share with its sign, a date as a date. */
export function writtenNumber(value: string, format: NumberFormat, is1904: boolean): string {
  const number = Number(value);
  if (value.trim() === "" || !Number.isFinite(number)) return value;
  if (format === "percent") return `${plain(number * 100)}%`;
  if (format === "date") return dateOf(number, is1904) ?? value;
  const isExact = /^-?\d{1,15}(?:\.\d{1,9})?$/.test(value);
  const written = isExact ? value : plain(number);
  return typeof format === "object" ? `${written}[${format.scaledBy}]` : written;
}

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
