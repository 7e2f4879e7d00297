import { isoDate } from "#lib/chinese/dates.ts";
import { CHINESE_NUMERAL, parseChineseNumber } from "#lib/chinese/numerals.ts";
import { periodInWords } from "./period-words.ts";

const N = `(?:\\d{1,4}|${CHINESE_NUMERAL}{1,4})`;
/** A year, words for the report's own, or nothing after what announces the period: 统计期限为1月1日至12月31日. */
const YEAR = `(?:(?<![\\d上])(${N})\\s?年度?\\s?|(?:本年度?|当年|(?<=(?:期限|时间|期间|时段)[^。;,\\n]{0,8})(?<![较比与同])上一?年度?)\\s?|(?<=(?:统计|数据)[^。;\\n]{0,6}(?:期限|时间|期间|时段)[为是自从由:]{1,3}\\s?))`;
const TO = "(?:\\(含[^)]{0,4}\\))?[\\s,]?(?:起)?[\\s,]?(?:截?至|到|止|[-—–－~～])+\\s?";
const PERIOD = new RegExp(
  `${YEAR}(${N}|元)\\s?月?\\s?(?:(${N})\\s?日)?(?:0?0?时|零时)?${TO}(?:(?:(?<!\\d)(${N})\\s?年|本年)\\s?)?(${N})\\s?月\\s?(?:(${N})\\s?日)?`,
  "gu",
);
const NUMERIC =
  /(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})\s?(?:至|到|[-—–~]+)\s?(\d{4})\2(\d{1,2})\2(\d{1,2})(?!\d)/gu;
const CUE = /统计|期限|起止|时限|期间|数据|时段|截[至止]|报告期/u;
/** The end of a year, as the day it is. */
const YEAR_END = /(?<=[至到]\s?)(\d{4}\s?年|[本当]年|年)[底末]/gu;

/** The span of time the figures cover, as far as it is written out; 本年度 is the year that `year` says. */
export function readPeriod(text: string, year: number | null): [string, string] | null {
  const dated = text.replace(
    YEAR_END,
    (_, which: string) => `${which === "年" ? "" : which}12月31日`,
  );
  // A span that nothing calls the period is that of some campaign, unless it is a year.
  const spans = [...written(dated, year), ...numeric(dated)].filter(
    ({ isCued, isYear }) => isCued || isYear,
  );
  const [best] = spans.toSorted(
    (a, b) =>
      Number(b.isCued) - Number(a.isCued) ||
      Number(b.isYear) - Number(a.isYear) ||
      a.index - b.index,
  );
  return best?.span ?? periodInWords(text, year);
}

interface Found {
  span: [string, string];
  index: number;
  isCued: boolean;
  isYear: boolean;
}

function written(text: string, year: number | null): Found[] {
  return Array.from(text.matchAll(PERIOD)).flatMap((match) => {
    const [, from, month, day, until, lastMonth, lastDay] = match;
    const first = from === undefined ? year : fullYear(integer(from));
    const last = until === undefined ? first : fullYear(integer(until));
    const end = integer(lastMonth);
    const length = new Date(Date.UTC(last ?? 0, end ?? 0, 0)).getUTCDate();
    return found(
      text,
      match,
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
      match,
      isoDate(year ?? null, month ?? null, day ?? null),
      isoDate(lastYear ?? null, lastMonth ?? null, lastDay ?? null),
    );
  });
}

function found(
  text: string,
  { 0: words, index }: RegExpExecArray,
  start: string | null,
  end: string | null,
): Found[] {
  if (!start || !end || end < start) return [];
  const before = text.slice(Math.max(0, index - 24), index);
  const isCued = CUE.test(before) || isAlone(before, text.slice(index + words.length));
  const isYear = start.endsWith("-01-01") && end === `${start.slice(0, 4)}-12-31`;
  return [{ span: [start, end], index, isCued, isYear }];
}

/** A line that says nothing else, as under a title: (2023年1月1日至2023年11月30日). */
function isAlone(before: string, after: string): boolean {
  return /(?:^|\n)[\s(自从]*$/u.test(before) && /^[\s止)。]*(?:\n|$)/u.test(after.slice(0, 8));
}

function integer(text: string | undefined): number | null {
  if (text === undefined) return null;
  return /^\d+$/u.test(text) ? Number(text) : parseChineseNumber(text);
}

function fullYear(year: number | null): number | null {
  return year !== null && year < 100 ? 2000 + year : year;
}
