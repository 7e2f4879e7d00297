import { isoDate } from "#lib/chinese/dates.ts";
import { inOneWidth } from "./sentences.ts";

export const PERSONAL_KINDS = ["idCard", "bankCard", "mobile"] as const;
export type PersonalKind = (typeof PERSONAL_KINDS)[number];

/** A number that belongs to a person, found in prose. */
export interface PersonalNumber {
  kind: PersonalKind;
  span: [number, number];
  /** Its beginning and end, the rest starred out. */
  masked: string;
  /** Its digits alone: to tell it from others, never to be shown. */
  digits: string;
}

const GAP = "[ \\-–—]?";
const EDGE_BEFORE = "(?<![\\dA-Za-z.])";
const EDGE_AFTER = "(?![\\dA-Za-z])";
const ID = new RegExp(`${EDGE_BEFORE}[1-9](?:${GAP}\\d){16}${GAP}[\\dXx]${EDGE_AFTER}`, "gu");
const CARD = new RegExp(`${EDGE_BEFORE}[3-69](?:${GAP}\\d){15,18}${EDGE_AFTER}`, "gu");
const MOBILE = new RegExp(
  `${EDGE_BEFORE}(?:\\+?86${GAP})?1[3-9]\\d${GAP}\\d{4}${GAP}\\d{4}${EDGE_AFTER}`,
  "gu",
);
const MOST = 50;

/** Identity numbers, bank cards and mobile numbers of persons; numbers that only look alike are left out. */
export function findPersonalNumbers(text: string): PersonalNumber[] {
  const whole = inOneWidth(text);
  const found = [
    ...numbersOf(whole, "idCard", ID, isIdCard),
    ...numbersOf(whole, "bankCard", CARD, isBankCard),
    ...numbersOf(whole, "mobile", MOBILE, isPersonsMobile),
  ];
  return found
    .filter(({ span }, index) => !found.slice(0, index).some((other) => overlaps(other.span, span)))
    .sort((a, b) => a.span[0] - b.span[0])
    .slice(0, MOST);
}

const overlaps = (one: [number, number], other: [number, number]) =>
  one[0] < other[1] && other[0] < one[1];

function numbersOf(
  text: string,
  kind: PersonalKind,
  regex: RegExp,
  test: (digits: string, before: string, after: string) => boolean,
): PersonalNumber[] {
  const found: PersonalNumber[] = [];
  for (const match of text.matchAll(regex)) {
    const digits = match[0].replace(/[^\dXx]/g, "").toUpperCase();
    const end = match.index + match[0].length;
    const before = text.slice(Math.max(0, match.index - 30), match.index);
    if (!test(digits, before, text.slice(end, end + 6))) continue;
    found.push({ kind, span: [match.index, end], masked: masked(digits), digits });
    if (found.length >= MOST) break;
  }
  return found;
}

function masked(digits: string): string {
  return `${digits.slice(0, 3)}${"*".repeat(digits.length - 5)}${digits.slice(-2)}`;
}

/** Numbers of organs, projects and documents are as long as those of persons. */
const OF_NO_PERSON =
  /(?:信用代码|机构代码|索引号|项目代码|项目编号|编号|文号|流水号|订单号|合同号|标识码|备案号|许可证号|档案号)[^,。;]{0,4}$/u;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** GB 11643: a region, a real date of birth, and a check digit that agrees. */
function isIdCard(digits: string, before: string): boolean {
  if (OF_NO_PERSON.test(before) || !/^[1-9]\d{16}[\dX]$/.test(digits)) return false;
  const year = Number(digits.slice(6, 10));
  const birth = isoDate(year, Number(digits.slice(10, 12)), Number(digits.slice(12, 14)));
  if (birth === null || year < 1900 || year > 2099) return false;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return "10X98765432"[sum % 11] === digits[17];
}

/** Numbers that cards begin with, and how many digits they then have. */
const CARDS = /^(?:62\d{14,17}|4\d{15}|5[1-5]\d{14}|35\d{14}|9558\d{15})$/;

function isBankCard(digits: string, before: string): boolean {
  return CARDS.test(digits) && !OF_NO_PERSON.test(before) && passesLuhn(digits);
}

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = Number(digits[digits.length - 1 - index]);
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** Only an office has such a line. */
const OFFICE =
  /(?:监督|咨询|办公|举报|服务|投诉|受理|公开)(?:联系)?(?:电话|热线)[^。;]{0,16}$|(?:热线|值班|传真)[^。;]{0,16}$/u;
/** An office's line, unless a person is spoken of. */
const CONTACT = /(?:联系电话|联系方式|联系人|电话)[^。;]{0,16}$/u;
const PERSON =
  /申请人|投诉人|举报人|当事人|村民|居民|群众|市民|户主|被处罚人|[某先女][某生士]|\p{Script=Han}某|身份证/u;
const AMOUNT = /^ ?(?:元|万|亿|件|条|次|人|户|亩|吨|个|平方|公里|美元|%)/u;

function isPersonsMobile(_digits: string, before: string, after: string): boolean {
  if (AMOUNT.test(after) || OF_NO_PERSON.test(before)) return false;
  return !OFFICE.test(before) && (PERSON.test(before) || !CONTACT.test(before));
}
