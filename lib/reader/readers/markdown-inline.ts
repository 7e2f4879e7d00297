import { UNREADABLE } from "../lost.ts";
import {
  type Believed,
  closes,
  type Hiding,
  hidingBy,
  isNoteLink,
  MarkdownTags,
  STRUCK,
} from "./markdown-tags.ts";
import type { Spelled } from "./spelled.ts";

/** Marks of Markdown and of markup inside a line; each alternative says what it means. */
const MARK =
  /\\(?<escaped>[!-/:-@[-`{-~])|(?<image>!\[[^\]\n]{0,200}\]\([^()\n]{0,500}\))|\[(?<link>[^[\]\n]{0,200})\]\((?<target>[^()\n]{0,500})\)|(?<note>\[\^[^\]\n]{1,20}\]:?)|(?<newline><br\s*\/?>)|(?<tag><\/?[a-z][^<>\n]{0,300}>|<!--.{0,500}?-->)|(?<entity>&(?:nbsp|amp|lt|gt|quot|#\d{1,6}|#x[\da-f]{1,5});)|(?<emphasis>\*{1,3}|_{2,3}|~~)|(?<code>`+)|\$(?<formula>\s{0,3}[-+]?\d[\d.,]{0,20}\s{0,3})\$/giu;

const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: "\u00a0",
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
};

/** The words of a stretch of Markdown, its marks left out, each with its place in the source; in a cell, what is no part of a figure stands apart from it. */
export function inline(source: string, from: number, to: number, where: "line" | "cell"): Spelled {
  const text = source.slice(from, to);
  const spelled = (believed: Believed) => {
    const writer = new InlineWriter(from);
    writeInline(writer, { text, gap: where === "cell" ? " " : "", believed });
    return writer.spelled(to);
  };
  if (where === "line") return spelled("no-class");
  const own = spelled("all");
  // What a class hides beside nothing else a script may show.
  return own.text.trim() === "" ? spelled("no-class") : own;
}

function writeInline(
  writer: InlineWriter,
  { text, gap, believed }: Pick<Stretch, "text" | "gap" | "believed">,
): void {
  const open = spell({ text, at: 0, writer, gap, believed });
  // Nobody knows how far what is never closed goes: it is told, and what follows it is read.
  if (open && open.name !== STRUCK) writer.write(UNREADABLE, open.start, open.end - open.start);
  if (open) spell({ text, at: open.from, writer, gap, believed: "nothing" });
}

/** Writes words down with their places. */
class InlineWriter {
  private readonly parts: string[] = [];
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  private readonly from: number;

  constructor(from: number) {
    this.from = from;
  }

  /** Words that stand at a place as they are spelled, or as a whole in a stretch of `length`. */
  write(words: string, at: number, length?: number): void {
    this.parts.push(words);
    for (let index = 0; index < words.length; index++) {
      this.starts.push(this.from + at + (length === undefined ? index : 0));
      this.ends.push(this.from + at + (length ?? index + 1));
    }
  }

  spelled(to: number): Spelled {
    const { parts, starts, ends } = this;
    return {
      text: parts.join(""),
      start: (index) => starts[index] ?? to,
      end: (index) => ends[index] ?? to,
    };
  }
}

interface Stretch {
  text: string;
  at: number;
  writer: InlineWriter;
  /** What parts what stands apart. */
  gap: string;
  /** Which marks are believed that hide or strike out what follows. */
  believed: Believed;
}

/** Writes a stretch down; answers with what hides its rest, where that is never closed. */
function spell({ text, at, writer, gap, believed }: Stretch): Hiding | null {
  let last = at;
  let hiding: Hiding | null = null;
  const tags = new MarkdownTags();
  for (const match of text.slice(at).matchAll(MARK)) {
    const index = at + match.index;
    const [mark] = match;
    if (hiding) {
      if (closes(hiding, mark)) hiding = null;
    } else {
      writer.write(text.slice(last, index), last);
      hiding = hidingBy({ text, believed }, mark, index);
      if (!hiding) writeMark(writer, match, { index, text, gap, tags });
    }
    last = index + mark.length;
  }
  if (!hiding) writer.write(text.slice(last), last);
  return hiding;
}

interface MarkPlace {
  index: number;
  text: string;
  gap: string;
  tags: MarkdownTags;
}

function writeMark(writer: InlineWriter, match: RegExpExecArray, place: MarkPlace): void {
  const [mark] = match;
  const { index, text, gap, tags } = place;
  const { escaped, entity, newline, formula, link, target = "", tag } = match.groups ?? {};
  if (newline) writer.write(" ", index, mark.length);
  else if (escaped) writer.write(escaped, index, 2);
  else if (entity) writer.write(decoded(entity), index, entity.length);
  else if (formula) writer.write(formula, index + 1);
  else if (tag && tags.isApart(mark)) writer.write(gap, index, mark.length);
  else if (link) {
    const room = isNoteLink(link, target) ? gap : "";
    writer.write(room, index, 1);
    writer.write(link, index + 1);
    writer.write(room, index + mark.length - 1, 1);
  } else if (mark === STRUCK || isSign(match, index, text)) writer.write(mark, index);
}

/** Stars between blanks or figures are no emphasis. */
function isSign({ 0: mark, groups }: RegExpExecArray, index: number, text: string): boolean {
  if (!groups?.emphasis) return false;
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
