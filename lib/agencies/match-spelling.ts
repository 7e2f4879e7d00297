import { fold } from "#lib/chinese/fold.ts";
import { calledName, stemOf } from "#lib/chinese/names.ts";
import { SHORT_FORMS } from "#lib/chinese/short-forms.ts";

/** A region on the way down to another. */
export interface PathRegion {
  code: string;
  name: string;
}

/** A region with the way down to it, itself included. */
export interface NamedRegion {
  code: string;
  path: readonly PathRegion[];
}

/** What is left of a name once the regions at its front are taken off. */
export interface Stripped {
  rest: string;
  /** Places in the path (from the province down) whose names stood at the front. */
  named: readonly number[];
}

/** One place at the front of an organ's name: the town or the street office, where the region is its county. */
const TOWN = /^\p{Script=Han}{2,10}?(?:街道|苏木|镇|乡)/u;
/** Names whose place is only said as a level: 我镇, 本县教育局, 市财政局. */
const OWN_PLACE =
  /^(?:我|本|全)?(?:自治[区州县旗]|省|市|州|盟|区|县|旗|镇|乡|街道)(?!\p{Script=Han}?市场)/u;
const MOST_FORMS = 60;

/** A name in one spelling: Simplified, half width, without blanks, brackets and points. */
export function plain(name: string): string {
  return fold(name).replace(/[^\p{L}\p{N}]/gu, "");
}

interface Spellings {
  full: string;
  /** With its kind, without the peoples it is named after (元江县). */
  called: string;
  stem: string;
}

/** Regions are few and their names are asked for again and again. */
const known = new Map<string, Spellings>();

function spellingsOf(name: string): Spellings {
  const found = known.get(name);
  if (found) return found;
  const full = plain(name);
  const spellings = { full, called: calledName(full) ?? full, stem: stemOf(full) };
  known.set(name, spellings);
  return spellings;
}

/** Every way to take regions of this path off the front of a name, each at most once and in their order. */
export function strippings(
  name: string,
  path: readonly PathRegion[],
  mayBeWhole = false,
): Stripped[] {
  const found: Stripped[] = [];
  const walk = (rest: string, from: number, named: readonly number[]): void => {
    if (rest !== "" || mayBeWhole) found.push({ rest, named });
    for (let place = from; place < path.length; place += 1) {
      const { full, called, stem } = spellingsOf(path[place]?.name ?? "");
      for (const spelling of new Set([full, called, stem])) {
        if (rest.startsWith(spelling))
          walk(rest.slice(spelling.length), place + 1, [...named, place]);
      }
    }
  };
  walk(name, 0, []);
  return found;
}

/** Whether what is left of a name begins with a place of its own (红土崖镇人民政府). */
export function hasOwnTown(rest: string): boolean {
  return TOWN.test(rest);
}

/** The organ of a name that says its place only as a level (我镇 → "", 县教育局 → 教育局); null where it says it otherwise. */
export function withoutLevel(name: string): string | null {
  const level = OWN_PLACE.exec(name)?.[0];
  return level === undefined ? null : name.slice(level.length);
}

/** Organs have the same names everywhere: their forms are worked out once, as long as there are not too many. */
const formsKnown = new Map<string, ReadonlySet<string>>();
const MOST_KNOWN = 20_000;

/** An organ's name without its place, and the forms in which it is shortened. */
export function organForms(organ: string): ReadonlySet<string> {
  const found = formsKnown.get(organ) ?? formsOf(organ);
  if (formsKnown.size >= MOST_KNOWN) formsKnown.clear();
  formsKnown.set(organ, found);
  return found;
}

function formsOf(organ: string): ReadonlySet<string> {
  const forms = new Set([organ]);
  for (const [full, shorts] of SHORT_FORMS) {
    for (const form of [...forms]) {
      if (!form.includes(full)) continue;
      for (const short of shorts) if (forms.size < MOST_FORMS) forms.add(form.replace(full, short));
    }
  }
  return forms;
}

const SUFFIX = /^(?:自治|特别行政区|地区|街道|苏木|新区|省|市|区|县|旗|盟|州|镇|乡)/u;

/**
 * The regions whose name stands at the front of this name, alone or after those above them: in full or as they are
 * called, and only where there are none, by their stems.
 */
export function namedBy(name: string, regions: readonly NamedRegion[]): NamedRegion[] {
  const inFull = regions.filter(({ path }) => isNamedBy(name, path, "full"));
  return inFull.length > 0 ? inFull : regions.filter(({ path }) => isNamedBy(name, path, "stem"));
}

/** Of these regions, those in which no other of them lies. */
export function deepest(regions: readonly NamedRegion[]): NamedRegion[] {
  const above = new Set(regions.flatMap(({ path }) => path.slice(0, -1).map(({ code }) => code)));
  return regions.filter(({ code }) => !above.has(code));
}

function isNamedBy(name: string, path: readonly PathRegion[], how: "full" | "stem"): boolean {
  const own = path.length - 1;
  const { full, called } = spellingsOf(path[own]?.name ?? "");
  return strippings(name, path, true).some(({ named, rest }) => {
    if (!named.includes(own)) return false;
    // A stem alone is this place only where no other kind of place follows (元江办 but not 元江 before 县).
    if (how === "stem") return !SUFFIX.test(rest);
    const front = name.slice(0, name.length - rest.length);
    return front.endsWith(full) || front.endsWith(called);
  });
}
