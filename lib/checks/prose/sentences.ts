/** A sentence with where it stands; longer ones are cut, so that no text takes long to look through. */
export interface Sentence {
  /** In one width: full-width figures, letters and marks as the usual ones. As long as what is written. */
  text: string;
  /** Where it begins in the text, in UTF-16 units. */
  start: number;
}

const LONGEST = 400;
const SENTENCE = new RegExp(`[^。!?\\n]{1,${LONGEST}}`, "gu");

/** Figures as on cheques, 贰拾叁 for 二十三. */
const USUAL: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from("壹贰叁肆伍陆柒捌玖拾佰仟", (formal, index) => [
    formal,
    "一二三四五六七八九十百千"[index] ?? "",
  ]),
);
const FORMAL = /[壹贰叁肆伍陆柒捌玖拾佰仟]{1,16}(?=\s?[件条次起份宗例个])/gu;

/** Full-width forms of ASCII as ASCII and every blank as a space, unit by unit, so that positions stay what they are. */
export function inOneWidth(text: string): string {
  return text
    .replace(FORMAL, (written) => Array.from(written, (digit) => USUAL[digit] ?? digit).join(""))
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[^\S\n]/g, " ");
}

/** The sentences of a text; `；` parts none, since what follows it may go on speaking of the same year. */
export function sentencesOf(text: string): Sentence[] {
  return Array.from(inOneWidth(text).matchAll(SENTENCE), ({ 0: words, index }) => ({
    text: words,
    start: index,
  }));
}
