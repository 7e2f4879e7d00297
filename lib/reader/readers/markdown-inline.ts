import { UNREADABLE } from "../lost.ts";
import type { Spelled } from "./spelled.ts";

/** Marks of Markdown and of markup inside a line; each alternative says what it means. */
const MARK =
  /\\(?<escaped>[!-/:-@[-`{-~])|(?<image>!\[[^\]\n]{0,200}\]\([^()\n]{0,500}\))|\[(?<link>[^[\]\n]{0,200})\]\([^()\n]{0,500}\)|(?<note>\[\^[^\]\n]{1,20}\]:?)|(?<newline><br\s*\/?>)|(?<tag><\/?[a-z][^<>\n]{0,300}>|<!--.{0,500}?-->)|(?<entity>&(?:nbsp|amp|lt|gt|quot|#\d{1,6}|#x[\da-f]{1,5});)|(?<emphasis>\*{1,3}|_{2,3}|~~)|(?<code>`+)|\$(?<formula>\s{0,3}[-+]?\d[\d.,]{0,20}\s{0,3})\$/giu;

const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: "\u00a0",
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
};

/** The words of a stretch of Markdown, its marks left out, each with its place in the source. */
export function inline(source: string, from: number, to: number): Spelled {
  const text = source.slice(from, to);
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const write = (words: string, at: number, length?: number) => {
    parts.push(words);
    for (let index = 0; index < words.length; index++) {
      starts.push(from + at + (length === undefined ? index : 0));
      ends.push(from + at + (length ?? index + 1));
    }
  };
  let last = 0;
  for (const match of text.matchAll(MARK)) {
    write(text.slice(last, match.index), last);
    last = match.index + match[0].length;
    const { escaped, link, entity, newline, formula } = match.groups ?? {};
    if (newline) write(" ", match.index, match[0].length);
    else if (escaped) write(escaped, match.index, 2);
    else if (entity) write(decoded(entity), match.index, entity.length);
    else if (link) write(link, match.index + 1);
    else if (formula) write(formula, match.index + 1);
    else if (isSign(match, text)) write(match[0], match.index);
  }
  write(text.slice(last), last);
  return {
    text: parts.join(""),
    start: (index) => starts[index] ?? to,
    end: (index) => ends[index] ?? to,
  };
}

/** Stars between blanks or figures are no emphasis. */
function isSign({ index, 0: mark, groups }: RegExpMatchArray, text: string): boolean {
  if (!groups?.emphasis || index === undefined) return false;
  const around = `${text[index - 1] ?? " "}${text[index + mark.length] ?? " "}`;
  return /^(?:\s\s|\d\d)$/u.test(around);
}

function decoded(entity: string): string {
  const name = entity.slice(1, -1).toLowerCase();
  const known = ENTITIES[name];
  if (known !== undefined) return known;
  const code = name.startsWith("#x")
    ? Number.parseInt(name.slice(2), 16)
    : Number.parseInt(name.slice(1), 10);
  const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : UNREADABLE;
}
