import { expect, test } from "vitest";
import { stripPinyinNotes } from "./pinyin-notes.ts";

test.each([
  ["a toned syllable", "公開屬(shǔ)性", "公開屬性"],
  ["a syllable cut by the end of a line", "公开属(s hǔ)性", "公开属性"],
  ["a syllable cut within by the end of a line", "主动公(g\nōng)开", "主动公开"],
  ["a line that ends within or before a note", "告(\nbào)的，主\n(zhǔ)要", "告的，主\n要"],
  ["a toneless syllable on a line of its own", "目的\n(de)", "目的\n(de)"],
  ["two syllables", "目录（mù lù）", "目录"],
  ["a toneless particle", "他們(men)的", "他們的"],
  ["words in brackets that are no reading", "目录(list of)和 (mù)", "目录(list of)和 (mù)"],
  ["an abbreviation", "网站(APP)", "网站(APP)"],
])("%s", (_, printed, bare) => {
  expect(stripPinyinNotes(printed)).toBe(bare);
});
