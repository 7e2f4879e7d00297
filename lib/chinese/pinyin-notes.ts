/** Readings that some sites glue into their text, `標(biāo)` or `們(men)`: a syllable in brackets right after a Chinese character. */
const TONED = "[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ\\u0300\\u0301\\u0304\\u030C]";
const TONELESS = "men|me|ge|de|le|zhe|ne|ma|ba|ya|la|zi|tou";
const LETTERS = "[\\p{Script=Latin}\\p{M}]";
/** A blank within is the end of a syllable, or of a line, which may end anywhere in a note. */
const NOTE = new RegExp(
  `(?<=\\p{Script=Han}\\n?)[(（]\\s?(?:(?=[^)）]{0,9}${TONED})${LETTERS}{1,8}(?:\\s${LETTERS}{1,7})?|(?<=\\p{Script=Han}[(（]\\s?)(?:${TONELESS}))\\s?[)）]`,
  "gu",
);

/** Where pinyin notes stand in a text, as [start, end) in UTF-16 units. */
export function pinyinNotes(text: string): [number, number][] {
  return Array.from(text.matchAll(NOTE), (note) => [note.index, note.index + note[0].length]);
}

/** The text without its pinyin notes. */
export function stripPinyinNotes(text: string): string {
  return text.replace(NOTE, "");
}
