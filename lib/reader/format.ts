/** How a decoded text is to be read. */
export type TextFormat = "text" | "markdown" | "html";

const SAMPLE = 20_000;
const TAG =
  /<(?:!doctype|html|head|body|table|div|p|meta|article|section|span|h1|tr|td)\b[^<]{0,2000}>/i;

/** Tells web pages, Markdown and plain text apart by their marks; markup inside Markdown makes it no web page. */
export function formatOf(text: string): TextFormat {
  const sample = text.slice(0, SAMPLE);
  const hasTags = TAG.test(sample) || /<table\b/i.test(text);
  const isMarked = hasMarks(text);
  if (!hasTags) return isMarked ? "markdown" : "text";
  const beginsAsPage = /^[\s\uFEFF]*<(?:!|\?xml|html|head|body|meta|script|style)/i.test(sample);
  if (beginsAsPage && !/^[\s\uFEFF]*<!--[^>]{0,200}-->\s*#/.test(sample)) return "html";
  if (isMarked) return "markdown";
  const outside = outsideTables(text.slice(0, 200_000));
  const blocks = outside.match(/<(?:p|div|td|tr|li|h\d|section|article)\b/gi)?.length ?? 0;
  const lines = outside.match(/^[^\s<][^<\n]*$/gmu)?.length ?? 0;
  return blocks < lines ? "markdown" : "html";
}

/** A heading as some converters mark it: a line of words with a rule of the same kind right below. */
const UNDERLINED = /^[^\s=|+][^\n]{0,200}\n={3,}[^\S\n]*$/gmu;

/** A table drawn with signs, as Markdown seldom has one and text beside such headings does. */
const DRAWN = /^[^\S\n]*\+[-=+]{3,}\+[^\S\n]*$/mu;

/** Two headings, or a rule below a row of cells. */
function hasMarks(text: string): boolean {
  if (countOf(text, /^#{1,6}[^\S\n]*[^\s#]/gmu) >= 2) return true;
  if (countOf(text, UNDERLINED) >= 2 && !DRAWN.test(text)) return true;
  for (const { 0: rule, index } of text.matchAll(/^[ \t:|-]{4,4000}\r?$/gmu)) {
    const above = text.slice(text.lastIndexOf("\n", index - 2) + 1, Math.max(0, index - 1));
    if (rule.includes("--") && rule.includes("|") && above.includes("|")) return true;
  }
  return false;
}

function countOf(text: string, mark: RegExp): number {
  return text.match(mark)?.length ?? 0;
}

function outsideTables(text: string): string {
  const parts: string[] = [];
  let from = 0;
  for (const { index, 0: end } of text.matchAll(/<table\b|<\/table\s*>/giu)) {
    if (end.startsWith("</")) from = index + end.length;
    else if (index >= from) {
      parts.push(text.slice(from, index));
      from = text.length;
    }
  }
  return [...parts, text.slice(from)].join("");
}
