/** What a wrong conversion leaves where characters were: `??`, U+FFFD, a `?` before another mark or glued to a stray syllable. */
const LOST = /\?{2,}|\uFFFD+|(?<=\p{Script=Han})\?(?=[!,。、;:]|[\p{Script=Latin}])/gu;
const ONLY_LOST = /^[?\s\uFFFD]*$/u;

/** What stands for something that cannot be read. */
export const UNREADABLE = "\uFFFD";

/** The places of a folded text where characters were lost. */
export function findLost(text: string): string[] {
  return Array.from(text.matchAll(LOST), (match) =>
    text.slice(Math.max(0, match.index - 4), match.index + Math.min(match[0].length, 8) + 4).trim(),
  );
}

/** Whether a line holds nothing but the marks of lost characters. */
export function isOnlyLost(line: string): boolean {
  return ONLY_LOST.test(line);
}

/** A paragraph without the `??` that stood for its indent or its end; losses inside it stay. */
export function withoutLostEdges(line: string): string {
  return line
    .replace(/^[?\s\uFFFD]{2,}(?=\S)/u, "")
    .replace(/[?\s\uFFFD]{2,}$/u, "")
    .trim();
}
