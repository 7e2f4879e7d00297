import { pinyin } from "pinyin-pro";

/** A name in pinyin without tones, joined (yuanjiangxian), and its initials (yjx); empty where it has no Han character. */
export function pinyinOf(name: string): { full: string; initials: string } {
  const han = (name.match(/\p{Script=Han}+/gu) ?? []).join("");
  if (han === "") return { full: "", initials: "" };
  const syllables = pinyin(han, { toneType: "none", type: "array", v: true });
  return {
    full: syllables.join("").toLowerCase(),
    initials: syllables
      .map((syllable) => syllable.slice(0, 1))
      .join("")
      .toLowerCase(),
  };
}
