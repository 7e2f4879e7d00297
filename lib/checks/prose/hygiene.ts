import { pinyinNotes } from "#lib/chinese/pinyin-notes.ts";
import { TRADITIONAL } from "./traditional.ts";

export const BLEMISH_KINDS = [
  "pinyin",
  "traditional",
  "foreignScript",
  "foreignAddress",
  "controlCharacter",
  "pageNumber",
  "markup",
  "button",
] as const;
export type BlemishKind = (typeof BLEMISH_KINDS)[number];

/** A trace of a careless conversion or of the page around the report. */
export interface Blemish {
  kind: BlemishKind;
  span: [number, number];
  /** How often it occurs; `span` is the first. */
  count: number;
}

type Finder = (text: string) => [number, number][];

const by =
  (regex: RegExp): Finder =>
  (text) =>
    Array.from(text.matchAll(regex), ({ 0: words, index }) => [index, index + words.length]);

const TAGS =
  "p|div|span|br|td|tr|th|table|tbody|a|img|font|strong|b|em|i|u|style|script|o:p|h[1-6]|li|ul|ol|iframe|input|meta|link";
const MARKUP = new RegExp(
  `</?(?:${TAGS})(?=[\\s/>])[^<>\\n]{0,200}/?>?|&(?:nbsp|lt|gt|amp|quot|[lr][ds]quo|[mn]dash|middot|hellip|#\\d{1,6}|#x[\\da-f]{1,6});|\\{\\{[^{}\\n]{0,80}\\}\\}|\\[object Object\\]|javascript:`,
  "giu",
);
const CONTROL = /(?![\t\n\r\u00ad])[\p{Cc}\p{Cf}\p{Co}\u2028\u2029\ufffd]/gu;
const PAGE =
  /^[ \t\u3000]*(?:[-—–][ \t]?\d{1,3}[ \t]?[-—–]|第[ \t]?\d{1,3}[ \t]?页(?:[,，、 \t]*共[ \t]?\d{1,3}[ \t]?页)?|\d{1,3}[ \t]?\/[ \t]?\d{1,3})[ \t\u3000]*$/gmu;
const BUTTON =
  /^[^\n。]{0,20}(?:分享到[:：]|打印本页|关闭窗口|关闭本页|返回顶部|上一篇[:：]|下一篇[:：]|责任编辑[:：]|【字体|字体[:：]|浏览次数[:：]|扫一扫在手机)[^\n。]{0,60}$/gmu;
/** Letters of other scripts among Chinese ones; Latin ones are at home there. */
const FOREIGN_SCRIPT =
  /[\p{Script=Cyrillic}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Arabic}\p{Script=Thai}]{2,}|(?<=\p{Script=Han})[\p{Script=Cyrillic}](?=\p{Script=Han})/gu;

const ADDRESS =
  /(?<![@\w.-])(?:(?<scheme>https?|ftp):\/\/)?(?<host>(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,5}(?:[a-z]{2,12}))(?![\w@-])/giu;
/** What ends a host where no scheme says that it is one: a file name or an abbreviation ends otherwise. */
const BARE_END =
  /\.(?:com|cn|net|org|info|top|xyz|vip|cc|biz|club|site|online|shop|tv|hk|tw|us|ru|jp|kr|uk|de|me|gov|edu|mil|int)$/iu;
/** Homes of the state on the net, and the platforms its accounts are on. */
const AT_HOME =
  /(?:^|\.)(?:gov\.cn|edu\.cn|mil\.cn|ac\.cn|12388\.cn|weixin\.qq\.com|weibo\.com|weibo\.cn|xinhuanet\.com|news\.cn|people\.com\.cn|people\.cn)$/iu;

/** Addresses that lead away from the sites of the state. */
const foreignAddresses: Finder = (text) =>
  Array.from(text.matchAll(ADDRESS)).flatMap((match): [number, number][] => {
    const { scheme, host = "" } = match.groups ?? {};
    const isAddress = scheme !== undefined || BARE_END.test(host);
    return isAddress && !AT_HOME.test(host) ? [[match.index, match.index + match[0].length]] : [];
  });

/** One traditional character may belong to a name; several different ones are a script. */
const LEAST_TRADITIONAL = 3;
const traditional: Finder = (text) => {
  const found: [number, number][] = [];
  const different = new Set<string>();
  for (let index = 0; index < text.length; index++) {
    const character = text[index] ?? "";
    if (!TRADITIONAL.has(character)) continue;
    found.push([index, index + 1]);
    different.add(character);
  }
  return different.size >= LEAST_TRADITIONAL ? found : [];
};

const FINDERS: Readonly<Record<BlemishKind, Finder>> = {
  pinyin: pinyinNotes,
  traditional,
  foreignScript: by(FOREIGN_SCRIPT),
  foreignAddress: foreignAddresses,
  controlCharacter: by(CONTROL),
  pageNumber: by(PAGE),
  markup: by(MARKUP),
  button: by(BUTTON),
};

/** What a text carries that no report should, of these kinds: each once, with its first place and its number. */
export function findBlemishes(
  text: string,
  kinds: readonly BlemishKind[] = BLEMISH_KINDS,
): Blemish[] {
  return kinds.flatMap((kind) => {
    const places = FINDERS[kind](text);
    const [first] = places;
    return first ? [{ kind, span: first, count: places.length }] : [];
  });
}
