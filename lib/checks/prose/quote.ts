import type { Section } from "../../editions/content.ts";
import type { Edition, Text } from "../../editions/edition.ts";

const BEFORE = 18;
const LONGEST = 48;

/** The words of a passage with a little of what stands before them, on one line, for a message. */
export function quoted(text: string, [start, end]: readonly [number, number]): string {
  const from = Math.max(start - BEFORE, lastBreak(text, start));
  const words = text.slice(from, end).replace(/\s+/gu, " ").trim();
  const characters = [...words];
  const tail = characters.slice(-LONGEST).join("");
  return characters.length > LONGEST
    ? `…${tail}`
    : `${from > lastBreak(text, start) ? "…" : ""}${tail}`;
}

function lastBreak(text: string, index: number): number {
  const before = text.slice(Math.max(0, index - LONGEST), index);
  const at = before.search(/[。！？；;，,、\n][^。！？；;，,、\n]*$/u);
  return at < 0 ? Math.max(0, index - LONGEST) : index - before.length + at + 1;
}

/** The section a passage stands in: `第一部分`. */
export function partName(edition: Edition | null, { key, heading }: Section): Text {
  const label = edition?.sections[key];
  if (!label) return { zh: heading ?? "正文", en: "The text" };
  return { zh: `第${label.zh.split("、")[0]}部分`, en: `Section ${label.en.split(".")[0]}` };
}
