import { pinyin } from "pinyin-pro";

/** In the names of places 堡 is read in three ways, and no dictionary knows which: 长延堡 bu, 吴堡 bu, 十里堡 pu, 城堡 bao. */
const OTHER_READINGS = [["堡", /bao/gu, ["bu", "pu"]]] as const;

/** The spellings of a name in pinyin: joined, by initials, and in the other readings of a character that has them. */
export function spellings(name: string): string[] {
  const { full, initials } = pinyinOf(name);
  const others = OTHER_READINGS.flatMap(([character, reading, more]) =>
    name.includes(character) ? more.map((other) => full.replace(reading, other)) : [],
  );
  return [full, initials, ...others];
}

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
