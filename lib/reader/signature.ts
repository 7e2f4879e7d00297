import { findDates, monthAtEnd } from "#lib/chinese/dates.ts";
import { isBelow, isEndFurniture, isListHead, withoutButtons } from "./foot.ts";
import { linesOf, type Range } from "./plain.ts";
import { regionInName } from "./region.ts";

/** The signature below a report: who signed and when. */
export interface Signature extends Range {
  agency: Range | null;
  signedOn: string | null;
  /** Only where the day is not printed: `2024-01`. */
  month: string | null;
}

/** A date alone may be the page's own further up; a name with a date under it is a signature. */
const LINES = 14;
const LINES_NAMED = 80;
const LONGEST_NAME = 34;
const LONGEST_LINE = LONGEST_NAME + 30;
const NAME =
  /^[^\d,。;:!?、()|]{2,34}(?:政府|[局厅委室院社处队办部署所站行区县市镇乡省州旗盟馆校场会科园库]|办事处|中心|小组|公司|街道|大学|医院|海关|电视台|银行)$/u;
const SEAL = /\((?:公章|盖章|印章|签章|章|印)\)$/u;

/** What may stand before the date in its line; 发布 and 更新 are the page's. */
const DATE_LABEL = /^(?:(?:落款|成文|报告|编制|填报|签发|签署)(?:日期|时间)|日期):$/u;

/** Whether words read as the name of an organ. */
export function isAgencyName(words: string): boolean {
  return NAME.test(words.replace(/\s+/gu, ""));
}

/** Finds the signature among the last lines of a stretch of folded text; where nothing but what a site prints follows one, the next is of who printed it, or the site's. */
export function findSignature(text: string, range: Range): Signature | null {
  const lines = linesOf(text, range).slice(-LINES_NAMED);
  const last = signatureIn(text, lines);
  if (!last) return last;
  const above = signatureIn(
    text,
    lines.filter(({ end }) => end <= last.start),
  );
  if (!above?.agency) return last;
  const between = lines.filter(({ start, end }) => start >= above.end && end <= last.start);
  const areSites = between.every(({ start, end }) => isSites(text.slice(start, end)));
  return areSites ? above : last;
}

const isSites = (line: string) => isEndFurniture(line) || isBelow(line) || isListHead(line);

function signatureIn(text: string, lines: readonly Range[]): Signature | null {
  for (let index = lines.length - 1; index >= 0; index--) {
    const found = signatureAt(text, lines, index);
    if (found) return found;
  }
  return null;
}

function signatureAt(text: string, lines: readonly Range[], index: number): Signature | null {
  const isLast = index === lines.length - 1;
  const printed = lines[index];
  if (!printed) return null;
  const whole = isLast ? lastWords(text, withoutButtons(text, printed)) : printed;
  const cut = dateLine(text, whole) ? null : cutDate(text, lines[index - 1], whole);
  const line = cut ?? whole;
  const date = dateLine(text, line);
  if (!date) return null;
  const { name: own, ...said } = date;
  if (own) return { ...line, agency: own, ...said };
  // The name stands on a line above, or, in some houses, below.
  const before = lines.slice(0, cut ? index - 1 : index);
  const name = signerIn(text, before);
  if (name) return { start: firstSigner(text, before, name), end: line.end, agency: name, ...said };
  // A date alone may be the page's own further up; a month alone is prose.
  if (index < lines.length - LINES || said.signedOn === null) return null;
  const below = placeNameIn(text, lines[index + 1]);
  return { start: line.start, end: below?.end ?? line.end, agency: below, ...said };
}

/** A date whose end stands on the next line: 2024年 and 1月18日. */
function cutDate(text: string, above: Range | undefined, line: Range): Range | null {
  const rest = text.slice(line.start, line.end);
  if (!above || !/^(?:\d{1,2}\s?月\s?)?\d{0,2}\s?日$|^[年月].{1,8}日$/u.test(rest)) return null;
  return { start: above.start, end: line.end };
}

/** The name in the last lines before a date; one that its line cut, with the line above. */
function signerIn(text: string, before: readonly Range[]): Range | null {
  const above = before.slice(-2).findLast(isText(text));
  const name = above && nameIn(text, above);
  if (!above || !name) return null;
  const cut = before[before.indexOf(above) - 1];
  if (!cut || regionInName(text.slice(name.start, name.end)) !== null) return name;
  const head = text.slice(cut.start, cut.end);
  const whole = (head + text.slice(name.start, name.end)).replace(/\s+/gu, "");
  const isCut = name.end - name.start <= CUT_NAME && !nameIn(text, cut);
  return isCut && isAgencyName(whole) && regionInName(whole) !== null
    ? { start: cut.start, end: name.end }
    : name;
}

/** What a line leaves over of a name is short. */
const CUT_NAME = 8;

/** The first of several signers that stand one below the other, each with the name of its place. */
function firstSigner(text: string, before: readonly Range[], last: Range): number {
  let { start } = last;
  for (const line of before.filter(({ end }) => end <= last.start).reverse()) {
    if (!placeNameIn(text, line)) break;
    start = line.start;
  }
  return start;
}

/** Of a text on one line, what follows its last sentence. */
function lastWords(text: string, line: Range): Range {
  const from = Math.max(line.start, line.end - LONGEST_LINE);
  const lead = /^.*[。;!|]\s*/su.exec(text.slice(from, line.end))?.[0].length;
  return lead === undefined || from + lead >= line.end
    ? line
    : { start: from + lead, end: line.end };
}

/** A name with another of its own in brackets, or of two organs: 街道党工委、办事处. */
const OTHER_NAME = /\(([^()]{2,20})\)$/u;

function isSigner(words: string): boolean {
  const other = OTHER_NAME.exec(words);
  const one = other && isAgencyName(other[1] ?? "") ? words.slice(0, other.index) : words;
  return isAgencyName(
    one.trimEnd().replace(/(?<=[\p{Script=Han}]{2})、(?=\p{Script=Han}{2})/u, ""),
  );
}

const isText = (text: string) => (line: Range) =>
  /\p{Script=Han}/u.test(text.slice(line.start, line.end));

function nameIn(text: string, { start, end }: Range): Range | null {
  const words = text.slice(start, end).replace(SEAL, "").trimEnd();
  return isSigner(words) ? { start, end: start + words.length } : null;
}

/** The name of an organ with that of its place, below its date. */
function placeNameIn(text: string, line: Range | undefined): Range | null {
  const name = line ? nameIn(text, line) : null;
  return name && regionInName(text.slice(name.start, name.end)) !== null ? name : null;
}

interface DateLine {
  signedOn: string | null;
  month: string | null;
  name: Range | null;
}

/** A date alone, with blanks within its figures: 2024年 1 月1 8日. */
const SPACED_DATE = /^[\d\s]{4,9}年[\d\s]{1,5}月[\d\s]{1,5}日$/u;

function dateLine(text: string, line: Range): DateLine | null {
  if (line.end - line.start > LONGEST_LINE) return null;
  const words = text.slice(line.start, line.end);
  const date = findDates(words).at(-1);
  const spaced = date ? undefined : findDates(words.replace(/\s+/gu, ""))[0];
  if (spaced?.start === 0 && SPACED_DATE.test(words))
    return { signedOn: spaced.iso, month: null, name: null };
  if (!date) {
    const found = monthAtEnd(words);
    return found ? named(words, line, found.start, { signedOn: null, month: found.month }) : null;
  }
  const rest = words.slice(date.end).replace(/[|\s()]|印发$|星期[一二三四五六日天]$/gu, "");
  const said = { signedOn: date.iso, month: null };
  if (rest === "") return named(words, line, date.start, said);
  // The date first and the name after it.
  const from = line.start + words.indexOf(rest, date.end);
  const name = nameIn(text, { start: from, end: line.end });
  return name && words.slice(0, date.start).trim() === "" ? { ...said, name } : null;
}

function named(
  words: string,
  line: Range,
  dateStart: number,
  said: Omit<DateLine, "name">,
): DateLine | null {
  const before = words.slice(0, dateStart).replace(/[|\s(,]+$/u, "");
  if (before === "" || DATE_LABEL.test(before.replace(/\s+/gu, ""))) return { ...said, name: null };
  const name = before.replace(SEAL, "").trimEnd();
  if (!isAgencyName(name)) return null;
  return { ...said, name: { start: line.start, end: line.start + name.length } };
}
