import { PEOPLES, SHORT_FORMS } from "./short-forms.ts";

const AUTONOMOUS = /(?:自治区|自治州|自治县|自治旗|民族乡|民族苏木)$/u;
const SUFFIX =
  /(?:特别行政区|街道办事处|地区|街道|苏木|新区|矿区|林区|特区|省|市|区|县|旗|盟|州|镇|乡)$/u;
const BY_LENGTH = [...PEOPLES].sort((a, b) => b.length - a.length);

const long = (text: string) => [...text].length >= 2;

function withoutPeoples(name: string): string {
  const people = BY_LENGTH.find((each) => name.endsWith(each) && long(name.slice(0, -each.length)));
  return people === undefined ? name : withoutPeoples(name.slice(0, -people.length));
}

/** The name of a region without its suffix (洛江区 → 洛江, 元江哈尼族彝族傣族自治县 → 元江); the name itself where less than two characters would remain. */
export function stemOf(name: string): string {
  if (AUTONOMOUS.test(name)) {
    const stem = withoutPeoples(name.replace(AUTONOMOUS, ""));
    // 鄂温克族自治旗 is called 鄂温克旗: where nothing but a people is named, it is called by that, without 族.
    const called = BY_LENGTH.includes(stem) && long(stem.slice(0, -1)) ? stem.slice(0, -1) : stem;
    return long(called) ? called : name;
  }
  const people = /^(.+族)乡$/u.exec(name)?.[1];
  const stem = people === undefined ? name.replace(SUFFIX, "") : withoutPeoples(people);
  return long(stem) ? stem : name;
}

/** What a region is called for short, with its kind (元江哈尼族彝族傣族自治县 → 元江县); null where that is its name. */
export function calledName(name: string): string | null {
  const kind = /自治([州县旗])$/u.exec(name)?.[1];
  return kind === undefined ? null : `${stemOf(name)}${kind}`;
}

/** The part of an organ's name that tells it from others of its kind, other parts as blanks. */
export function distinctive(name: string): string {
  return name.replace(/人民政府|办公厅|办公室|委员会|街道办事处/gu, " ");
}

/** The shorter names by which an organ is called (元江县人民政府办公室 → 元江县政府办公室, 元江县政府办 …), without the full one. */
export function shortForms(name: string): string[] {
  const rule = SHORT_FORMS.find(([full]) => name.includes(full));
  if (!rule) return [];
  return rule[1].map((short) => name.replace(rule[0], short));
}

/** Every two neighbouring Han characters of a text, so that a name is found wherever a segmenter may cut it. */
export function bigrams(text: string): string[] {
  return (text.match(/\p{Script=Han}+/gu) ?? []).flatMap((run) => {
    const characters = [...run];
    return characters.slice(1).map((character, i) => `${characters[i]}${character}`);
  });
}
