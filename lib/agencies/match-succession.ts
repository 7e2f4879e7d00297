import type { Graded, RegisterView, Succession } from "./match-register.ts";

/** Changes of name that are followed one after another. */
const MOST_STEPS = 8;

/**
 * Whose the report of this year is (R24): an agency that was not active then gives way to its only predecessor or
 * successor where the organ was renamed; after a merger or a split the names are kept as candidates, none is chosen.
 */
export function resolveYear(
  graded: readonly Graded[],
  register: RegisterView,
  year: number | null,
): readonly Graded[] {
  if (year === null) return graded;
  const resolved = graded.flatMap((each) => owners(each, register, year, MOST_STEPS));
  const best = new Map<string, Graded>();
  for (const each of resolved) {
    const known = best.get(each.agency.id);
    if (!known || known.grade < each.grade) best.set(each.agency.id, each);
  }
  return [...best.values()].toSorted((one, other) => other.grade - one.grade);
}

function owners(graded: Graded, register: RegisterView, year: number, steps: number): Graded[] {
  if (isActive(graded, year)) return [graded];
  const found = steps > 0 ? heirs(graded, register, year) : [];
  if (found.length === 0) return [{ ...graded, grade: 0, why: [...graded.why, "inactive"] }];
  return found.flatMap((each) => owners(each, register, year, steps - 1));
}

function isActive({ agency }: Graded, year: number): boolean {
  const { activeFrom, activeTo, predecessors, successors } = agency;
  if (activeFrom !== null && year < activeFrom) return false;
  if (activeTo !== null) return year <= activeTo;
  // Who takes another organ in, or a part of one, was there before; who was renamed was not.
  if (predecessors.some(({ kind, ...each }) => kind === "renamed" && year < each.year))
    return false;
  return successors.every(({ kind, ...each }) => kind === "split" || year < each.year);
}

function heirs({ agency, grade, why }: Graded, register: RegisterView, year: number): Graded[] {
  const later = agency.successors.filter((each) => year >= each.year);
  const links = later.length > 0 ? later : agency.predecessors.filter((each) => year < each.year);
  return links.flatMap(({ agencyId, kind }: Succession) => {
    const heir = register.agencies.find(({ id }) => id === agencyId);
    const isSame = kind === "renamed" && links.length === 1;
    const reasons = why.includes("succession") ? why : ([...why, "succession"] as const);
    return heir ? [{ agency: heir, grade: isSame ? grade : 0, why: reasons }] : [];
  });
}
