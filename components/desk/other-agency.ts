import { fold } from "#lib/chinese/fold.ts";
import { shortForms, stemOf } from "#lib/chinese/names.ts";

/** One region at the front of a name, as far as its suffix; a suffix never is the first or second character. */
const REGION =
  /^\p{Script=Han}{2,18}?(?:自治[区州县旗]|特别行政区|地区|街道|省|市|区|县|旗|州|盟|镇|乡)/u;
/** Words of organs in which such a suffix stands. */
const NO_REGION = /城乡|市场|政府|[局厅]/u;

interface Agency {
  name: string;
  regionName: string;
  /** What else the register knows it by: former names, and those of the organ it was renamed from or to. */
  otherNames?: readonly string[];
}

/** Words that many organs have in their names, and that tell none from another. */
const COMMON =
  /人民政府|政府|办公室|办公厅|办事处|委员会|管理|监督|服务|分局|大队|中心|街道|[和与及局厅部处委办站镇乡县区市州旗盟省]/gu;

/**
 * The agency a file names, where it clearly is none of the draft's: neither name is part of the other, in full or for
 * short, and the smallest regions they name have different stems, or their organs share hardly a character of their own.
 * Null where it is the same, may be, or names nobody; so too by any other name that the register has for it.
 */
export function otherAgency(printed: string | null, agency: Agency): string | null {
  const found = plain(printed ?? "");
  if (printed === null || found === "") return null;
  const names = [agency.name, ...(agency.otherNames ?? []).filter((name) => tells(name, found))];
  return names.every((name) => isOther(found, { ...agency, name })) ? printed : null;
}

/** The agency that the words of a draft name, and that of its own file: undefined where it has none, null where nobody knows. */
export interface PrintedNames {
  words: string | null;
  file: string | null | undefined;
}

/** Another agency, and what of a draft names it: its own file, words from a file that was replaced since, or words that came without one. */
export interface OtherName {
  by: "file" | "replaced" | "words";
  other: string;
}

/**
 * Other agencies that a draft's own file names, or its words: where the two differ the file was replaced since, and the
 * words stayed. What was read before names were kept with the file is said of the file.
 */
export function otherAgencies({ words, file }: PrintedNames, agency: Agency): OtherName[] {
  const told = (by: OtherName["by"], printed: string | null): OtherName[] => {
    const other = otherAgency(printed, agency);
    return other === null ? [] : [{ by, other }];
  };
  if (file === undefined) return told("words", words);
  if (file === null) return told("file", words);
  return [...told("file", file), ...(file === words ? [] : told("replaced", words))];
}

/** A name without its region may be many organs': it counts only where it is the whole of what was found. */
function tells(name: string, found: string): boolean {
  return stemIn(plain(name)) !== null || plain(name) === found;
}

function isOther(found: string, agency: Agency): boolean {
  const own = plain(agency.name);
  if (called(found).some((one) => called(own).some((other) => isPart(one, other)))) return false;
  const place = stemIn(found);
  if (place === null && stemIn(own) !== null) return false;
  const home = stemIn(own) ?? (place === null ? null : stemIn(plain(agency.regionName)));
  const isSamePlace = place !== null && home !== null && isPart(place, home);
  return !(isSamePlace && mayBeSame(organIn(found), organIn(own)));
}

/** Whether two organs of one place may be one, as 住建局 is 住房和城乡建设局; a place alone names no organ. */
function mayBeSame(one: string, other: string): boolean {
  if (one === "" || other === "") return true;
  const [a, b] = [one, other].map((organ) => new Set(organ.replace(COMMON, "")));
  if (!a || !b || (a.size === 0 && b.size === 0)) return true;
  const shared = [...a].filter((character) => b.has(character)).length;
  return shared * 2 > Math.min(a.size, b.size);
}

/** What a name says after the regions it begins with. */
function organIn(name: string): string {
  let rest = name;
  for (;;) {
    const region = REGION.exec(rest)?.[0];
    if (region === undefined || NO_REGION.test(region)) return rest;
    rest = rest.slice(region.length);
  }
}

const plain = (name: string) => fold(name).replace(/[^\p{L}\p{N}]/gu, "");
const called = (name: string) => [name, ...shortForms(name)];
const isPart = (one: string, other: string) => one.includes(other) || other.includes(one);

/** The stem of the smallest region that a name begins with: 玉溪市元江县人民政府 → 元江. */
function stemIn(name: string): string | null {
  let [rest, stem] = [name, null as string | null];
  for (;;) {
    const region = REGION.exec(rest)?.[0];
    if (region === undefined || NO_REGION.test(region)) return stem;
    stem = stemOf(region);
    rest = rest.slice(region.length);
  }
}
