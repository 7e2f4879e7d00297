import { deepest, type NamedRegion, namedBy, type PathRegion } from "./match-spelling.ts";
import type { MatchReason } from "./match-words.ts";

/** Who took over from an agency, or whom it took over from, and from which year. */
export interface Succession {
  agencyId: string;
  kind: "merged" | "split" | "renamed";
  year: number;
}

/** An agency as matching needs it. */
export interface RegisteredAgency {
  id: string;
  name: string;
  shortName: string | null;
  aliases: readonly string[];
  kind: "government" | "office" | "department" | "township" | "other";
  regionCode: string;
  /** From the province down to its own region. */
  path: readonly PathRegion[];
  activeFrom: number | null;
  activeTo: number | null;
  predecessors: readonly Succession[];
  successors: readonly Succession[];
}

/** The part of the register that may matter to one name. */
export interface RegisterView {
  agencies: readonly RegisteredAgency[];
  /** Every region that has a name found at the front of the agency's, wherever it lies. */
  regions: readonly NamedRegion[];
  /** Codes of the regions that the rest of the file speaks of, and none where it speaks of none. */
  home: readonly string[];
}

/** An agency that a name may mean; from 3 on, place and organ are both said. */
export interface Graded {
  agency: RegisteredAgency;
  grade: number;
  why: readonly MatchReason[];
}

/** Whether the rest of the file speaks of a region in which this agency lies. */
export function homeIn({ home }: RegisterView, agency: RegisteredAgency): boolean {
  return agency.path.some(({ code }) => home.includes(code));
}

/** Whether the rest of the file speaks of this agency's own region. */
export function isAtHome({ home }: RegisterView, agency: RegisteredAgency): boolean {
  return home.includes(agency.regionCode);
}

/** Whether the place that a name begins with is this agency's and can be no other region's, as far as the file speaks of one. */
export function isAloneIn(
  { regions, home }: RegisterView,
  name: string,
  agency: RegisteredAgency,
): boolean {
  const fits = namedBy(name, regions);
  const near = fits.filter(({ path }) => path.some(({ code }) => home.includes(code)));
  const places = deepest(near.length > 0 ? near : fits);
  const own = new Set(agency.path.map(({ code }) => code));
  // A town below the agency's region has the place in the organ's own name.
  return places.every(
    ({ code, path }) => own.has(code) || path.some((each) => each.code === agency.regionCode),
  );
}
