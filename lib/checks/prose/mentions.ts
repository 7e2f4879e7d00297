import { type Around, type FigurePattern, REQUEST_PATTERNS } from "./figure-patterns.ts";
import {
  clauseBefore,
  namesAnother,
  type Setting,
  speaksOfOthers,
  speaksOfOtherTime,
  speaksOfPlans,
} from "./guards.ts";
import { type Said, saidNumber } from "./numbers.ts";
import { PROACTIVE_PATTERNS } from "./proactive-patterns.ts";
import { REMEDY_PATTERNS } from "./remedy-patterns.ts";
import { inOneWidth, type Sentence, sentencesOf } from "./sentences.ts";
import type { TargetKey } from "./targets.ts";

/** A passage of a text that says something the form says too. */
export interface Passage {
  target: TargetKey;
  /** [start, end) in UTF-16 units of the text. */
  span: [number, number];
  /** The words that say it, in one width and without blanks: the same words are the same passage. */
  words: string;
}

/** A figure stated in prose. */
export interface Mention extends Passage, Said {}

const PATTERNS: readonly FigurePattern[] = [
  ...REMEDY_PATTERNS,
  ...REQUEST_PATTERNS,
  ...PROACTIVE_PATTERNS,
];
const isReversed = ({ regex }: FigurePattern) => regex.source.indexOf("(?<n>") < 30;
/** A figure belongs to the noun before it; only one that has none belongs to what follows. */
const IN_ORDER = [...PATTERNS.filter((each) => !isReversed(each)), ...PATTERNS.filter(isReversed)];
const HAS_FIGURE = /[\d〇零一二三四五六七八九十百千万两] ?(?:[件条次起份宗例个部]|[万亿]?元)/u;
/** More than any report states; a text made to have more is not followed to its end. */
const MOST = 300;

/** What is true of the sentence a match stands in, and of the words around it. */
export function aroundOf(
  text: string,
  { text: sentence, start }: Sentence,
  match: RegExpExecArray,
): Around {
  const before = sentence.slice(0, match.index);
  const paragraph = text.lastIndexOf("\n", start - 1) + 1;
  return {
    before,
    clause: clauseBefore(before),
    words: match[0],
    after: sentence.slice(match.index),
    sentence,
    context: text.slice(Math.max(paragraph, start - 400), start),
  };
}

/** Whether the words around a match give it to another year, to others, or to the future. */
export function isAnother(around: Around, setting: Setting, hasSubject: boolean): boolean {
  const { before, clause } = around;
  return (
    speaksOfOtherTime(before, setting.year) ||
    speaksOfOthers(before, setting.scope) ||
    speaksOfPlans(before, clause) ||
    (hasSubject && namesAnother(clause, setting.agency))
  );
}

/** Every figure a text states of the form's quantities; what may mean something else is left out. */
export function findMentions(text: string, setting: Setting): Mention[] {
  const whole = inOneWidth(text);
  const found: Mention[] = [];
  for (const sentence of sentencesOf(text)) {
    if (!HAS_FIGURE.test(sentence.text)) continue;
    found.push(...withoutBreakdowns(inSentence(whole, sentence, setting)));
    if (found.length >= MOST) break;
  }
  return found.sort((a, b) => a.span[0] - b.span[0]).slice(0, MOST);
}

function inSentence(text: string, sentence: Sentence, setting: Setting): Mention[] {
  const taken = new Map<number, FigurePattern>();
  const found: Mention[] = [];
  for (const pattern of IN_ORDER) {
    if (!sentence.text.includes(pattern.needs)) continue;
    for (const match of sentence.text.matchAll(pattern.regex)) {
      const at = match.index + match[0].lastIndexOf(match.groups?.n ?? "");
      const other = taken.get(at);
      if (other && !(other.isShared && pattern.isShared)) continue;
      const mention = mentionOf(text, sentence, pattern, match, setting);
      if (!mention) continue;
      taken.set(at, pattern);
      found.push(mention);
    }
  }
  return found;
}

function mentionOf(
  text: string,
  sentence: Sentence,
  { target, unless, hasSubject }: FigurePattern,
  match: RegExpExecArray,
  setting: Setting,
): Mention | null {
  const around = aroundOf(text, sentence, match);
  const { n = "", scale } = match.groups ?? {};
  const said = saidNumber(n, scale);
  if (!said || isIdiom(match[0], around.before) || isYearOff(target, match[0], setting.year))
    return null;
  if (unless?.(around) || isAnother(around, setting, hasSubject === true)) return null;
  const start = sentence.start + match.index;
  return {
    ...inUnit(target, match[0], said),
    target: withCarriedIn(target, around) ? "receivedWithCarriedIn" : target,
    span: [start, start + match[0].length],
    words: match[0].replaceAll(" ", ""),
  };
}

/** 一起 is “together” and 一次 “once” more often than a count; 另一件 counts none. */
function isIdiom(words: string, before: string): boolean {
  return /一[起次]/u.test(words) || (/^一/u.test(words) && /[另每同某这那哪]$/u.test(before));
}

/** 2022年结转 is carried in only to 2023, 结转2024年 carried out only of it. */
function isYearOff(target: TargetKey, words: string, year: number | null): boolean {
  const named = /(20\d\d) ?年/u.exec(words)?.[1];
  if (named === undefined || year === null) return named !== undefined;
  if (target === "carriedIn") return Number(named) !== year - 1;
  return target === "carriedOut" && Number(named) !== year + 1;
}

const INCLUDES_CARRIED_IN =
  /^[,( ]*(?<!不)(?:其中|含|包括|包含)[^;]{0,10}?(?:上年|上一年|去年|20\d\d ?年)度?(?:的)?(?:结转|转结)/u;

function withCarriedIn(target: TargetKey, { after, words }: Around): boolean {
  return target === "received" && INCLUDES_CARRIED_IN.test(after.slice(words.length));
}

/** Money is compared in 万元, as the form asks for it. */
function inUnit(target: TargetKey, words: string, { value, tolerance }: Said): Said {
  const isYuan = target === "fees" && words.endsWith("元");
  return isYuan ? { value: value / 10_000, tolerance: tolerance / 10_000 } : { value, tolerance };
}

/** A sentence that states a quantity twice with different figures breaks it down by something: none of them is the whole. */
function withoutBreakdowns(mentions: Mention[]): Mention[] {
  return mentions.filter(({ target, value }) =>
    mentions.every((other) => other.target !== target || other.value === value),
  );
}
