import { isoDate } from "#lib/chinese/dates.ts";
import { CHINESE_NUMERAL, parseChineseNumber } from "#lib/chinese/numerals.ts";

const N = `(?:\\d{1,4}|${CHINESE_NUMERAL}{1,4})`;
const YEAR = `(?:(?<!\\d)(${N})\\s?年度?\\s?|(本年度?|当年)\\s?)`;
const TO = "[\\s,]?(?:起)?[\\s,]?(?:至|到|止|[-—–－~～])+\\s?";
const PERIOD = new RegExp(
  `${YEAR}(${N}|元)\\s?月?\\s?(?:(${N})\\s?日)?(?:0?0?时|零时)?${TO}(?:(?:(?<!\\d)(${N})\\s?年|本年)\\s?)?(${N})\\s?月\\s?(?:(${N})\\s?日)?`,
  "gu",
);
const NUMERIC =
  /(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})\s?(?:至|到|[-—–~]+)\s?(\d{4})\2(\d{1,2})\2(\d{1,2})(?!\d)/gu;
const WHOLE =
  /(?:统计|数据|报告)[^。;\n]{0,10}(?:期限|时限|期间|时间|区间)[^。;\n\d]{0,6}?(?:为|是|:)\s?(?:(\d{4})\s?年|(本年))度?(?:全年)?(?=[。,;\n\s]|$)/u;
const CUE = /统计|期限|起止|时限|期间|数据|时段|截[至止]/u;

/** The span of time the figures cover, as far as it is written out; 本年度 is the year that `year` says. */
export function readPeriod(text: string, year: number | null): [string, string] | null {
  const spans = [...written(text, year), ...numeric(text)];
  const [best] = spans.toSorted(
    (a, b) =>
      Number(b.isCued) - Number(a.isCued) ||
      Number(b.isYear) - Number(a.isYear) ||
      a.index - b.index,
  );
  return best?.span ?? wholeYear(text, year);
}

interface Found {
  span: [string, string];
  index: number;
  isCued: boolean;
  isYear: boolean;
}

function written(text: string, year: number | null): Found[] {
  return Array.from(text.matchAll(PERIOD)).flatMap((match) => {
    const [, from, , month, day, until, lastMonth, lastDay] = match;
    const first = from === undefined ? year : fullYear(integer(from));
    const last = until === undefined ? first : fullYear(integer(until));
    const end = integer(lastMonth);
    const length = new Date(Date.UTC(last ?? 0, end ?? 0, 0)).getUTCDate();
    return found(
      text,
      match.index,
      isoDate(first, month === "元" ? 1 : integer(month), integer(day) ?? 1),
      isoDate(last, end, integer(lastDay) ?? length),
    );
  });
}

function numeric(text: string): Found[] {
  return Array.from(text.matchAll(NUMERIC)).flatMap((match) => {
    const [, year, , month, day, lastYear, lastMonth, lastDay] = match.map(Number);
    return found(
      text,
      match.index,
      isoDate(year ?? null, month ?? null, day ?? null),
      isoDate(lastYear ?? null, lastMonth ?? null, lastDay ?? null),
    );
  });
}

function found(text: string, index: number, start: string | null, end: string | null): Found[] {
  if (!start || !end || end < start) return [];
  const isCued = CUE.test(text.slice(Math.max(0, index - 24), index));
  const isYear = start.endsWith("-01-01") && end === `${start.slice(0, 4)}-12-31`;
  return [{ span: [start, end], index, isCued, isYear }];
}

function wholeYear(text: string, year: number | null): [string, string] | null {
  const match = WHOLE.exec(text);
  if (!match) return null;
  const which = match[1] ? Number(match[1]) : year;
  return which === null ? null : [`${which}-01-01`, `${which}-12-31`];
}

function integer(text: string | undefined): number | null {
  if (text === undefined) return null;
  return /^\d+$/u.test(text) ? Number(text) : parseChineseNumber(text);
}

function fullYear(year: number | null): number | null {
  return year !== null && year < 100 ? 2000 + year : year;
}
