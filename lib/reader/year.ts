import type { Issue } from "#lib/checks/issue.ts";
import { parseChineseNumber } from "#lib/chinese/numerals.ts";
import { readIssue } from "./issues.ts";
import { ANNUAL, SUBJECT } from "./title-words.ts";

/** What a report says about its year, in several places. */
export interface YearEvidence {
  title: string | null;
  opening: string;
  period: [string, string] | null;
  /** The first section. */
  body: string;
  signedOn: string | null;
  publishedOn: string | null;
  documentNumber: string | null;
  /** What the report says of its problems, and of what is to be done in the year after. */
  plans: string;
}

const FIRST = 2000;
const LAST = 2100;
const WRITTEN =
  /(?<!\d)((?:19|20|21)\d{2})\s?(?:年|$|\))|([一二][〇○零O0九][一二三四五六七八九〇○零O0]{2})\s?年|(?<!\d)(\d{2})\s?年/u;

/** The year a report is about: the title's, unless more of the report says another; what disagrees gets an issue. */
export function readYear(evidence: YearEvidence): { year: number | null; issues: Issue[] } {
  const title = yearIn(evidence.title ?? "");
  const opening = yearBefore(evidence.opening);
  const period = evidence.period ? Number(evidence.period[1].slice(0, 4)) : null;
  const body = mostNamed(evidence.body);
  const signature = reportedBySignature(evidence.signedOn);
  const said = [title, opening, period, body, signature];
  const counts = new Map<number, number>();
  for (const year of said) if (year !== null) counts.set(year, (counts.get(year) ?? 0) + 1);
  const stated = title ?? opening ?? period ?? body ?? null;
  if (stated === null) return { year: null, issues: [] };
  const [best = stated] = [...counts].toSorted((a, b) => b[1] - a[1]).map(([year]) => year);
  const year = (counts.get(best) ?? 0) > (counts.get(stated) ?? 0) ? best : stated;
  // A report signed years later is late; where nothing but one place says its year, that place may be wrong.
  const reported = signature ?? reportedBySignature(evidence.publishedOn);
  const numbered = reportedByNumber(evidence.documentNumber);
  const planned = reportedByPlans(evidence.plans);
  const latest = Math.max(reported ?? 0, numbered ?? 0, planned ?? 0);
  const isLate = latest > year && counts.get(year) === 1;
  const isDisputed =
    isLate ||
    isNext(evidence.body, title) ||
    [title, opening, period].some((one) => one !== null && one !== year) ||
    (title === null && /(?<!\d)\d{4}\s?年/u.test(evidence.title ?? ""));
  return {
    year,
    issues: isDisputed
      ? [
          disputed(year, {
            ...{ title, opening, period, body, signature: reported, number: numbered },
            plans: planned,
          }),
        ]
      : [],
  };
}

/** Whether the first section begins with the year after the title's, as one that is over, and never names the title's own. */
function isNext(body: string, title: number | null): boolean {
  if (title === null || body.includes(String(title))) return false;
  const first = /^\s*(20\d{2})\s?年(?!.{0,24}(?:将|拟|计划))/u.exec(body)?.[1];
  return Number(first) === title + 1;
}

const PLACES = ["title", "opening", "period", "body", "signature", "number", "plans"] as const;

function disputed(
  year: number,
  places: Readonly<Record<(typeof PLACES)[number], number | null>>,
): Issue {
  const names = {
    title: { zh: "标题", en: "the title says" },
    opening: { zh: "开头", en: "the opening says" },
    period: { zh: "统计期限", en: "the period says" },
    body: { zh: "正文", en: "the body says" },
    signature: { zh: "按日期推算", en: "its date implies" },
    number: { zh: "按文号推算", en: "its document number implies" },
    plans: { zh: "按下一步打算推算", en: "its plans imply" },
  };
  const said = PLACES.filter((key) => places[key] !== null);
  const zh = said.map((key) => `${names[key].zh}为 ${places[key]} 年`).join("，");
  const en = said.map((key) => `${names[key].en} ${places[key]}`).join(", ");
  return readIssue("yearDoubt", {
    zh: `年度前后不一：${zh}；按 ${year} 年读取，请核对。`,
    en: `The year is not the same everywhere: ${en}; it was read as ${year}. Please check.`,
  });
}

function inRange(year: number | null): number | null {
  return year !== null && year >= FIRST && year <= LAST ? year : null;
}

function yearIn(words: string): number | null {
  const match = WRITTEN.exec(words.normalize("NFKC"));
  if (!match) return null;
  const [, digits, chinese, short] = match;
  if (digits) return inRange(Number(digits));
  if (chinese) return inRange(parseChineseNumber(chinese));
  return short ? inRange(2000 + Number(short)) : null;
}

const BEFORE_NAME = new RegExp(
  `(?<!\\d)(20\\d{2})\\s?年度?(?!\\s?\\d{1,2}\\s?月)[^。]{0,30}?${SUBJECT}(?:工作)?${ANNUAL}(?!格式)`,
  "u",
);

/** 2023年 … 政府信息公开工作年度报告 in the opening sentence. */
function yearBefore(opening: string): number | null {
  const match = BEFORE_NAME.exec(opening);
  return match ? Number(match[1]) : null;
}

/** The year named most often, where none is named as often. */
function mostNamed(body: string): number | null {
  const counts = new Map<number, number>();
  for (const [, year] of body.slice(0, 4000).matchAll(/(?<!\d)(20\d{2})\s?年/gu))
    counts.set(Number(year), (counts.get(Number(year)) ?? 0) + 1);
  const [first, second] = [...counts].toSorted((a, b) => b[1] - a[1]);
  return first && first[1] > (second?.[1] ?? 0) ? first[0] : null;
}

/** A report is signed in the months after its year, or in its last days. */
function reportedBySignature(signedOn: string | null): number | null {
  if (signedOn === null) return null;
  const month = Number(signedOn.slice(5, 7));
  return month <= 6 ? Number(signedOn.slice(0, 4)) - 1 : null;
}

/** A document on a year is numbered in the year after: 青政公〔2024〕26号 is about 2023. */
function reportedByNumber(documentNumber: string | null): number | null {
  const match = /[〔[(](20\d{2})[〕\])]/u.exec((documentNumber ?? "").normalize("NFKC"));
  return match ? Number(match[1]) - 1 : null;
}

/** A goal set for a year, 到2025年 or 2025年底前, is further off than what is to be done next. */
const PLANNED =
  /(?<![\d到至争—-])(?<!截止|截至)(20\d{2})\s?年度?(?![底末前])[^。;；\d]{0,12}?(?:将|將|拟|擬|计划|計劃)/gu;

/** What is to be done is said of the year after; null where several years are planned for. */
function reportedByPlans(text: string): number | null {
  const years = new Set([...text.slice(0, 4000).matchAll(PLANNED)].map(([, year]) => Number(year)));
  const [only] = years;
  return only !== undefined && years.size === 1 ? only - 1 : null;
}
