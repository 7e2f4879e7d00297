import { Jieba } from "@node-rs/jieba";
import { dict } from "@node-rs/jieba/dict.js";
import { DOCUMENT_NUMBER, INDEX_NUMBER } from "./document-numbers.ts";
import { DOMAIN_WORDS, STOP_WORDS } from "./domain-words.ts";
import { bigrams } from "./names.ts";
import { regionNames } from "./region-names.ts";

/** A word of a text and the shorter words inside it (年度报告: 年度, 报告). */
export interface Word {
  text: string;
  parts: readonly string[];
}

interface Cutters {
  /** The whole dictionary. */
  coarse: Jieba;
  /** Only words of one and two characters: it shows where a long word may be cut. */
  fine: Jieba;
  /** Stems of regions that are everyday words too (公安, 和平, 新华). */
  everyday: ReadonlySet<string>;
  /** Names and stems of regions. */
  places: ReadonlySet<string>;
}

let cutters: Cutters | undefined;

/** The dictionary is fixed: were it fed with rows of the database, two processes could cut one text in two ways. */
function load(): Cutters {
  const lines = new TextDecoder().decode(dict).split("\n");
  const known = new Map(lines.map((line) => [line.slice(0, line.indexOf(" ")), line]));
  const names = [...regionNames()];
  const regions = names.filter((name) => !known.has(name));
  const everyday = names.filter((name) => / (?!ns)\w+$/u.test(known.get(name) ?? ""));
  const user = [
    ...DOMAIN_WORDS.map((word) => `${word} 20000 n`),
    ...regions.map((name) => `${name} ${[...name].length > 2 ? 300 : 5} ns`),
  ];
  const coarse = Jieba.withDict(dict);
  coarse.loadDict(new TextEncoder().encode(user.join("\n")));
  const short = [...lines, ...regions.map((name) => `${name} 5 ns`)].filter(
    (line) => [...line.slice(0, line.indexOf(" "))].length <= 2,
  );
  const fine = Jieba.withDict(new TextEncoder().encode(short.join("\n")));
  return { coarse, fine, everyday: new Set(everyday), places: new Set(names) };
}

/** Loads the dictionary now (about a second), so that no reader and no job is the first to wait for it. */
export function prepareDictionary(): void {
  cutters ??= load();
}

/** Shorter dictionary words that begin and end where the word may be cut (人民政府: 人民, 政府, but not 民政). */
function partsOf(word: string, { coarse, fine }: Cutters): string[] {
  if ([...word].length < 3) return [];
  const bounds = [0];
  for (const piece of fine.cut(word, false)) bounds.push((bounds.at(-1) ?? 0) + piece.length);
  const spans = new Set(
    bounds.flatMap((from, i) => bounds.slice(i + 1).map((to) => word.slice(from, to))),
  );
  const short = coarse.cutForSearch(word, false).filter((part) => part !== word && spans.has(part));
  // The dictionary's search mode knows parts of two and three characters only.
  const long = [...spans].filter(
    (span) => span.length > 3 && span !== word && coarse.cut(span, false).length === 1,
  );
  return [...short, ...long];
}

function cutHan(run: string): Word[] {
  cutters ??= load();
  // 于都 is two particles to the dictionary: what stands alone and is a place is that place.
  if (cutters.places.has(run)) return [{ text: run, parts: partsOf(run, cutters) }];
  const words: Word[] = [];
  let singles = "";
  const flush = () => {
    for (const pair of bigrams(singles)) words.push({ text: pair, parts: [...pair] });
    if ([...singles].length === 1) words.push({ text: singles, parts: [] });
    singles = "";
  };
  for (const word of cutters.coarse.cut(run, false)) {
    if ([...word].length === 1 && !STOP_WORDS.has(word)) {
      singles += word;
      continue;
    }
    flush();
    if (!STOP_WORDS.has(word)) words.push({ text: word, parts: partsOf(word, cutters) });
  }
  flush();
  return words;
}

const RUNS = new RegExp(
  String.raw`${DOCUMENT_NUMBER}|(?<index>${INDEX_NUMBER})|(?<han>\p{Script=Han}+)|(?<other>[\p{L}\p{N}]+)`,
  "gu",
);

/** The parts of a place's name that is a place's stem and another word in a row too (东风教育: 东风区, 教育); null elsewhere. */
export function placeAndWord({ text, parts }: Word): readonly [string, string] | null {
  cutters ??= load();
  if (!cutters.places.has(text)) return null;
  for (const place of parts) {
    const rest = text.slice(place.length);
    const isBoth = text.startsWith(place) && cutters.places.has(place) && parts.includes(rest);
    if (isBoth) return [place, rest];
  }
  return null;
}

/** Whether the stem of a region is an everyday word too, so that it alone does not mean the place. */
export function isEverydayWord(stem: string): boolean {
  cutters ??= load();
  return cutters.everyday.has(stem);
}

/** The words of a folded text, in order: Han runs by the dictionary, 〔2021〕30号 and 索引号 as one word each however they are punctuated. */
export function segment(folded: string): Word[] {
  return [...folded.toLowerCase().matchAll(RUNS)].flatMap((match): Word[] => {
    const { year, serial, index, han, other } = match.groups ?? {};
    if (han !== undefined) return cutHan(han);
    if (year !== undefined) return [{ text: `${year}号${Number(serial)}`, parts: [year] }];
    if (index !== undefined) {
      return [
        { text: index.replace(/[^0-9a-z]/gu, ""), parts: index.split(/[-/]+/u).filter(Boolean) },
      ];
    }
    return other === undefined ? [] : [{ text: other, parts: [] }];
  });
}
