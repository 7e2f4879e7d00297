import { cleanOf, linesOf, type Page, type Range } from "./plain.ts";
import { isAgencyName } from "./signature.ts";
import { ANNUAL, NAMED_REPORT } from "./title-words.ts";

/** What is printed as the title of a report, and whether it is one in good order. */
export interface Title {
  words: string;
  kind: "title" | "letter" | "scrambled";
  /** Where the printed title ends. */
  end?: number;
  /** Another title that is as likely. */
  other?: string;
}

const YEAR =
  "(?:(?<!\\d)(?:\\d{4}|\\d{2})|[一二〇○零O0]{2}[一二三四五六七八九〇○零O0]{2})\\s?年?度?";
const HAS_YEAR =
  /(?<!\d)(?:(?:19|20)\d{2}|\d{2}\s?年)|[一二][〇○零O0九][一二三四五六七八九〇○零O0]{2}/u;
const CORE = `(?:政府|政务)?(?:${NAMED_REPORT}|信息公开(?:工作(?:情况)?(?:的)?|情况的?)报告)`;
const TITLE = new RegExp(
  `^[^。,;:!?|]{0,60}${CORE}(?:全文|正文)?(?:\\([^()]{0,20}\\)|${YEAR})*$`,
  "u",
);
const LETTER = new RegExp(
  `关于.{0,20}${NAMED_REPORT}》?(?:\\([^()]{0,20}\\))?的(?:函|报告|公告|通告|请示|公示)$`,
  "u",
);
/** What a site hangs on the titles of its pages. */
const SUFFIX = new RegExp(`(${ANNUAL}(?:\\([^()]{0,20}\\))?)\\s*(?:[_|—–-]+|>{1,2}).{2,40}$`, "u");
/** The entries of a metadata block without anything between them; the last of them may name the reports of the year. */
const FIELDS_IN_A_LINE = /^(?:信息)?索引(?:号码?|编号)/u;
const LONGEST = 70;
const LONGEST_LINE = 44;
const LINES = 400;
const MOST = 4;
const LONGEST_FRONT = 3000;

/** The title printed above a report, on up to four lines; of several the one that the clues speak for, else the nearest to the report. A letter's only where the report itself has none. */
export function findTitle(page: Page, front: Range, clues: readonly string[] = []): Title | null {
  const lines = linesOf(page.text, front)
    .slice(0, LINES)
    .flatMap((line) => [line, ...piecesOf(page.text, line)])
    .slice(0, LINES * 2)
    .map((line) => ({ line, words: bareWords(page.text.slice(line.start, line.end)) }));
  const found = lines.flatMap((_, index) => {
    const title = titleFrom(lines.slice(index, index + MOST).map(({ words }) => words));
    return title ? [{ ...title, index, whose: whoseIn(title.joined) }] : [];
  });
  const [best, other] = likeliest(found, clues);
  if (best) {
    const parts = lines.slice(best.index, best.index + best.count);
    const words = parts.map(({ line }) => printedWords(page, line)).join("");
    const end = parts.at(-1)?.line.end ?? front.start;
    return { words, kind: "title", end, ...(other ? { other: other.joined } : {}) };
  }
  for (const kind of ["letter", "scrambled"] as const) {
    const one = lines.find(({ words }) => words.length <= LONGEST && isKind[kind](words));
    if (one) return { words: printedWords(page, one.line), kind };
  }
  return null;
}

/** The words between the blanks of a line that is longer than titles are: a whole page may stand on it. */
function piecesOf(text: string, line: Range): Range[] {
  if (line.end - line.start <= LONGEST_LINE) return [];
  const words = text.slice(line.start, line.start + LONGEST_FRONT).matchAll(/\S+/gu);
  return Array.from(words, ({ 0: piece, index }) => {
    const start = line.start + index;
    return { start, end: Math.min(start + piece.length, line.end) };
  });
}

type Candidate = Found & { index: number; whose: string };

/** Whose report of which year a title names. */
const whoseIn = (title: string) =>
  `${agencyInTitle(title) ?? ""} ${HAS_YEAR.exec(title)?.[0] ?? ""}`;

/** The title that is most likely the report's, and another as likely as that. */
function likeliest(found: readonly Candidate[], clues: readonly string[]): Candidate[] {
  const tagged = found.filter(({ joined }) => clues.includes(joined));
  const among = tagged.length > 0 ? tagged : found;
  const score = ({ said, joined }: Candidate) =>
    said * (clues.length + 1) + clues.filter((clue) => clue !== "" && joined.includes(clue)).length;
  const most = Math.max(...among.map(score));
  const best = among.filter((title) => score(title) === most);
  // Of lines that end alike the fewest; a list of other reports stands above the title.
  const whole = best.filter(
    (one) => !best.some((other) => endOf(other) === endOf(one) && other.count < one.count),
  );
  const whose = whole.at(-1)?.whose;
  const own = whole.find((title) => title.whose === whose);
  const other = whole.find((title) => title.whose !== whose);
  return [...(own ? [own] : []), ...(other ? [other] : [])];
}

const endOf = ({ index, count }: Candidate) => index + count;

/** A title among a page's tags, where the name of the site may stand before or after it. */
export function taggedTitle(words: string | undefined): Title | null {
  const pieces = (words ?? "").split(/[_|>]|\s[-—–]+\s?|[-—–]{2,}/u);
  const [title] = [...pieces, words ?? ""].map(bareWords).filter(isTitle);
  return title === undefined ? null : { words: title, kind: "title" };
}

const isTitle = (bare: string) => bare.length <= LONGEST && TITLE.test(bare) && HAS_YEAR.test(bare);

const HAS_ANNUAL = new RegExp(ANNUAL, "u");

const isKind = {
  letter: (words: string) => LETTER.test(words),
  scrambled: (words: string) =>
    HAS_YEAR.test(words) &&
    /信息公开/u.test(words) &&
    HAS_ANNUAL.test(words) &&
    !/[。,;:!?|]|通知|公告|关于|通报/u.test(words),
};

interface Found {
  said: number;
  count: number;
  joined: string;
}

function titleFrom(lines: readonly string[]): Found | null {
  let best: Found | null = null;
  for (let count = 1; count <= lines.length; count++) {
    const parts = lines.slice(0, count);
    const joined = parts.join("");
    if (FIELDS_IN_A_LINE.test(joined)) break;
    if (joined.length > LONGEST || parts.some((part) => part.length > LONGEST_LINE && count > 1))
      break;
    if (count > 1 && !parts.every((part, at) => goesOnTo(part, parts[at + 1]))) break;
    if (!TITLE.test(joined) || (joined.match(/信息公开/gu) ?? []).length > 1) continue;
    const isNamed = agencyInTitle(joined) !== null && !isCutTail(joined);
    const said = Number(HAS_YEAR.test(joined)) + Number(isNamed);
    if (said > (best?.said ?? 0)) best = { said, count, joined };
  }
  return best;
}

/** The end of an agency's name with which a line of a title begins where the line before was full: 办事处政府信息公开… */
const NAME_TAIL =
  /^(办?事?处|办?公?室|人?民?政?府|委?员?会|局|厅|中?心|支?队|院|所|站)(?:20\d{2}|[一二][〇○零O九]|政府信息|政务信息)/u;
const WHOLE_TAIL = /^(?:办事处|办公室|人民政府|委员会|中心|支队)$/u;
const CUT_WORD = /(?:办事处|办公室|人民政府|委员会|中心|支队)$/u;
/** What only a site calls itself, or the way to a page. */
const SITE = /网|首页|专栏|栏目|位置|门户/u;

/** Whether a line begins within a word of an agency's name. */
function isCutTail(words: string): boolean {
  const tail = NAME_TAIL.exec(words)?.[1];
  return tail !== undefined && !WHOLE_TAIL.test(tail);
}

/** A name with its year at the end of a line, the 年 with it or on the next. */
const NAME_AND_YEAR = /^(.+?)(?:20\d{2}|二[〇○零O0][一二][一二三四五六七八九〇○零O0])(年度?)?$/u;

/** Whether a line may be a part of a title that goes on in the next. */
function goesOnTo(words: string, next: string | undefined): boolean {
  const [, named, end] = NAME_AND_YEAR.exec(words) ?? [];
  if (named && /^(?:政府|政务|信息公开)/u.test(next ?? "") && end) return isPiece(named);
  if (named && next?.startsWith("年")) return isPiece(named);
  if (isCutPhrase(words, next ?? "")) return true;
  return NAME_TAIL.test(next ?? "") ? isCutName(words, next) : isPiece(words);
}

/** Whether a line of words alone is the beginning of a name that the next line of the title ends: cut within a word, or before one that follows the name of a place. */
function isCutName(words: string, next: string | undefined): boolean {
  const tail = NAME_TAIL.exec(next ?? "")?.[1];
  const name = /^(?:20\d{2}年度?)?(\p{Script=Han}{3,40})$/u.exec(words)?.[1];
  if (!tail || !name || SITE.test(name) || !isAgencyName(name + tail)) return false;
  if (WHOLE_TAIL.test(tail)) return /(?:街道|[镇乡县区市省旗州盟])$/u.test(name);
  return tail.length === 1 || CUT_WORD.test(name.slice(-3) + tail);
}

const PHRASE = "政府信息公开工作年度报告";

/** Whether the line ends within the last words of a title, and the next line goes on with them. */
function isCutPhrase(words: string, next: string): boolean {
  return Array.from(PHRASE, (_, at) => at + 1).some(
    (at) =>
      words.endsWith(PHRASE.slice(0, at)) &&
      next.startsWith(PHRASE.slice(at)) &&
      at < PHRASE.length,
  );
}

const PIECE = new RegExp(
  `政府信息|信息公开|^工作|${ANNUAL}|报告(?:\\(.*\\))?$|^\\(.{1,20}\\)$`,
  "u",
);

/** A line that can be a part of a title: a name, a year, or some of the words. */
function isPiece(words: string): boolean {
  if (/[。,;:!?|]/u.test(words)) return false;
  // The end of a remark in brackets that began in the line before.
  if (/^[\p{Script=Han}]{0,20}\)$/u.test(words)) return true;
  return (
    isAgencyName(words) ||
    ENDINGS.has(words) ||
    /^\(?(?:20\d{2}|[一二〇○零]{2}[一二三四五六七八九〇○零]{2})年?度?\)?$/u.test(words) ||
    PIECE.test(words)
  );
}

/** What a line can leave over of the last words of a title. */
const ENDINGS = new Set(["告", "报告", "度报告", "报"]);

const MARKS = /^(?:[#*>\s|《]|标题[:：\s|]|附件\s?\d{0,2}\s?[:：])+|(?<![#*\s|》])[#*\s|》]+$/gu;

function bareWords(line: string): string {
  return line.replace(MARKS, "").replace(/\s+/gu, "").replace(SUFFIX, "$1");
}

function printedWords(page: Page, line: Range): string {
  return cleanOf(page, line).replace(MARKS, "").replace(/\s+/gu, "").replace(SUFFIX_PRINTED, "$1");
}

const SUFFIX_PRINTED = new RegExp(
  SUFFIX.source.replaceAll("\\(", "[(（]").replaceAll("\\)", "[)）]"),
  "u",
);

const NAME_BEFORE = new RegExp(`^(.*?)(?:关于.{0,12}?)?(?:${YEAR}(.*?))?${CORE}`, "u");
const PHRASES = new RegExp(
  `${ANNUAL}|信息公开|^(?:工作|报送|上报|呈报|印发|公布|发布|转发|编制|填报|做好)$`,
  "u",
);
const SCRAMBLED = new RegExp(`^(?:工作)?${ANNUAL}(?:\\(?${YEAR}\\)?)?(.*?)(?:政府)?信息公开`, "u");

/** The agency a title names: before the year, or between the year and 政府信息公开; null for 我局 and 本机关. */
export function agencyInTitle(title: string): string | null {
  const words = title
    .trim()
    .replace(/^(?:【[^【】]{1,8}】|关于|《)+|》$/gu, "")
    .normalize("NFKC");
  const letter = /^(.{2,40}?)关于/u.exec(words)?.[1];
  const scrambled = SCRAMBLED.exec(words);
  const [, before = "", after = ""] =
    scrambled === null ? (NAME_BEFORE.exec(words) ?? []) : ["", scrambled[1] ?? ""];
  const names = [letter ?? "", before, after].map((name) =>
    name.replace(/^关于|(?:的|《|关于)+$/gu, "").trim(),
  );
  const name = names.find((one) => one.length >= 2 && !PHRASES.test(one)) ?? null;
  return name === null || isOneself(name) || /^\d/u.test(name) ? null : name;
}

/** 我局, 本机关: the maker by a word that is no name. */
export function isOneself(name: string): boolean {
  return /^全[省市县区州旗镇乡]$|^(?:我|本)(?:.{0,2}(?:局|厅|委|办|院|所|站|中心|镇|乡|街道|县|市|区|省|州|旗)|单位|机关|部门|级)/u.test(
    name,
  );
}
