import {
  type Graded,
  homeIn,
  isAloneIn,
  isAtHome,
  type RegisteredAgency,
  type RegisterView,
} from "./match-register.ts";
import { hasOwnTown, organForms, plain, strippings, withoutLevel } from "./match-spelling.ts";
import { resolveYear } from "./match-succession.ts";
import { type Slip, slipBetween } from "./match-typo.ts";
import type { MatchReason } from "./match-words.ts";

/** What a file says about whose report it is; whatever it does not say is null. */
export interface PrintedAgency {
  agency: string | null;
  publisher: string | null;
  /** The name of the site, the region in the metadata block, or anything else that says where. */
  places: readonly string[];
  year: number | null;
}

export interface MatchCandidate {
  id: string;
  name: string;
  region: string;
  why: readonly MatchReason[];
}

/** The agency of the register, with why; or those it may be, the likeliest first; or none. */
export type AgencyMatch =
  | { kind: "matched"; agency: MatchCandidate }
  | { kind: "unsure"; candidates: readonly MatchCandidate[] }
  | { kind: "none" };

const MOST_CANDIDATES = 5;
/** Both the place and the organ are printed. */
const CERTAIN = 3;
/** The organ is printed, its place follows from elsewhere; or the name is a harmless slip away. */
const ENOUGH = 2;

/**
 * Which agency of the register a file means. Never a guess: two equally good ones, a place whose name several regions
 * share, a slip that could be another organ, or an organ that had ended (R24) leave it unsure, with what it may be.
 */
export function matchAmong(printed: PrintedAgency, register: RegisterView): AgencyMatch {
  const name = plain(printed.agency ?? "");
  const own = name === "" ? [] : gradeAll(name, register);
  const first = respelled(decided(own, name, register, printed.year), printed.agency ?? "");
  if (first.kind === "matched" || printed.publisher === null) return first;
  const others = suggestedBy(plain(printed.publisher), register);
  return first.kind === "none" ? unsure(others) : first;
}

/** The same name, but in another script or width: said so. */
function respelled(found: AgencyMatch, printed: string): AgencyMatch {
  if (found.kind !== "matched" || found.agency.why[0] !== "exact") return found;
  if (printed.replace(/\s+/gu, "") === found.agency.name) return found;
  return { ...found, agency: { ...found.agency, why: ["script", ...found.agency.why.slice(1)] } };
}

function suggestedBy(publisher: string, register: RegisterView): Graded[] {
  return gradeAll(publisher, register)
    .filter(({ grade }) => grade >= CERTAIN)
    .map((each) => ({ ...each, why: ["publisher"] }));
}

function gradeAll(name: string, register: RegisterView): Graded[] {
  const spelled = register.agencies.flatMap((agency) => gradeOf(name, agency, register) ?? []);
  // Slips are looked for only where no name is said as it should be.
  const isSaid = spelled.some(({ grade }) => grade >= CERTAIN);
  const graded = isSaid
    ? spelled
    : register.agencies.flatMap((agency) => {
        const known = spelled.find((each) => each.agency === agency);
        return known ?? slipGrade(name, agency) ?? [];
      });
  return graded.toSorted(
    (one, other) => other.grade - one.grade || (one.agency.id < other.agency.id ? -1 : 1),
  );
}

function slipGrade(name: string, agency: RegisteredAgency): Graded | null {
  const slip = slipOf(name, agency, namesOf(agency));
  if (slip === null) return null;
  return { agency, grade: slip === "harmless" ? ENOUGH : 1, why: ["typo"] };
}

const namesOf = ({ name, aliases, shortName }: RegisteredAgency): string[] =>
  [name, ...aliases, ...(shortName ? [shortName] : [])].map(plain);

function gradeOf(name: string, agency: RegisteredAgency, register: RegisterView): Graded | null {
  const grade = (value: number, ...why: MatchReason[]) => ({ agency, grade: value, why });
  const variants = namesOf(agency);
  if (name === variants[0]) return grade(6, "exact");
  if (variants.includes(name)) return grade(5, "alias");
  const spelled = bestSpelling(name, agency, variants);
  if (spelled === "same") return grade(4, "region-spelling");
  if (spelled === "short") return grade(CERTAIN, "short-form");
  if (spelled === "related") return grade(0, "related");
  const ruled = REGION_ALONE.test(name) && bestSpelling(`${name}人民政府`, agency, variants);
  if (ruled) return grade(ruled === "same" ? ENOUGH : 1, "region");
  if (isAtHome(register, agency) && isSameOrgan(name, agency, variants))
    return grade(ENOUGH, "context");
  return null;
}

type Spelled = "same" | "short" | "related";
const RANKS: readonly Spelled[] = ["same", "short", "related"];
/** A region and no organ: its report is its government's. */
const REGION_ALONE = /(?:省|市|区|县|旗|州|盟|镇|乡|苏木)$/u;

/** How a name says place and organ of an agency, at its best; null where it does not. */
function bestSpelling(
  name: string,
  agency: RegisteredAgency,
  variants: readonly string[],
): Spelled | null {
  const found = new Set<Spelled>();
  const own = agency.path.length - 1;
  const printed = strippings(name, agency.path);
  for (const known of variants.flatMap((each) => strippings(each, agency.path))) {
    for (const { rest, named } of printed) {
      const isPlaced = named.includes(own) === known.named.includes(own) || hasPlace(rest, named);
      const how = isPlaced && howAlike(rest, known.rest);
      if (how) found.add(how);
    }
  }
  return RANKS.find((rank) => found.has(rank)) ?? null;
}

const hasPlace = (rest: string, named: readonly number[]) => named.length === 0 && hasOwnTown(rest);

function howAlike(rest: string, known: string): Spelled | null {
  if (rest === known) return "same";
  if (organForms(known).has(rest)) return "short";
  const [one, other] = [governmentOf(rest), governmentOf(known)];
  return one !== null && one === other ? "related" : null;
}

/** What precedes 人民政府, of the government itself and of its office; null of any other organ. */
function governmentOf(organ: string): string | null {
  return /^(.*?)(?:人民政府|政府|府)(?:办公厅|办公室|办)?$/u.exec(organ)?.[1] ?? null;
}

function isSameOrgan(name: string, agency: RegisteredAgency, variants: readonly string[]): boolean {
  const organ = withoutLevel(name) ?? name;
  if ([...organ].length < 3) return false;
  return variants
    .flatMap((known) => strippings(known, agency.path))
    .some(({ rest, named }) => named.includes(agency.path.length - 1) && howExact(organ, rest));
}

const howExact = (organ: string, known: string) => organ === known || organForms(known).has(organ);

function slipOf(name: string, agency: RegisteredAgency, variants: readonly string[]): Slip | null {
  const own = agency.path.length - 1;
  const slips = variants.flatMap((known) => {
    const placed = strippings(known, agency.path).filter(({ named }) => named.includes(own));
    const inOrgan = strippings(name, agency.path)
      .filter(({ named }) => named.includes(own))
      .flatMap(({ rest }) => placed.map((each) => slipBetween(rest, each.rest)));
    // Where the slip is in the place, it may be another place.
    const anywhere = slipBetween(name, known) && ("doubtful" as const);
    return [...inOrgan, anywhere];
  });
  return slips.includes("harmless") ? "harmless" : slips.includes("doubtful") ? "doubtful" : null;
}

function decided(
  graded: readonly Graded[],
  name: string,
  register: RegisterView,
  year: number | null,
): AgencyMatch {
  const resolved = resolveYear(graded, register, year);
  const top = leaders(resolved, register);
  const [first] = top;
  if (!first) return { kind: "none" };
  const isSure = top.length === 1 && first.grade >= ENOUGH && isOnly(first, resolved);
  if (!isSure) return unsure(resolved, top);
  if (isAloneIn(register, name, first.agency)) return { kind: "matched", agency: shown(first) };
  return unsure([{ ...first, why: [...first.why, "namesake"] }, ...resolved.slice(1)]);
}

/** The best; of several in different regions, those in the place the rest of the file speaks of. */
function leaders(graded: readonly Graded[], register: RegisterView): readonly Graded[] {
  const best = graded[0]?.grade ?? 0;
  const placed = graded.filter(({ grade }) => grade >= CERTAIN);
  const regions = new Set(placed.map(({ agency }) => agency.regionCode));
  if (regions.size <= 1) return graded.filter(({ grade }) => grade === best);
  const home = placed.filter(({ agency }) => homeIn(register, agency));
  const [first] = home;
  if (!first) return placed;
  return home
    .filter(({ grade }) => grade === first.grade)
    .map((each) => ({ ...each, why: [...each.why, "context"] }));
}

/** A match that only the context or a slip makes must have no rival of any kind but the government's own office. */
function isOnly(first: Graded, graded: readonly Graded[]): boolean {
  if (first.grade >= CERTAIN) return true;
  return graded.every(({ agency, grade }) => agency.id === first.agency.id || grade < 1);
}

function unsure(graded: readonly Graded[], top: readonly Graded[] = []): AgencyMatch {
  const order = [...top, ...graded];
  const once = [...new Map(order.map((each) => [each.agency.id, each])).values()];
  const candidates = once.slice(0, MOST_CANDIDATES).map(shown);
  return candidates.length === 0 ? { kind: "none" } : { kind: "unsure", candidates };
}

function shown({ agency, why }: Graded): MatchCandidate {
  const { id, name, path } = agency;
  return { id, name, region: path.map((region) => region.name).join(""), why };
}
