import { SECTION_KEYS, type SectionKey } from "#lib/editions/content.ts";
import type { Style } from "./heading-words.ts";
import type { Heading } from "./headings.ts";

const HEADINGS_OF_A_REPORT = 4;
const ROMAN_NEEDED = 3;

/** Sorts the headings of a file into rounds, one for each time that a report, or its contents list, is printed. */
export function roundsOf(found: readonly Heading[]): Heading[][] {
  const style = mainStyle(found);
  const main = found.filter((heading) => heading.style === style);
  const rounds: Heading[][] = [];
  let round: Heading[] = [];
  // After 六 another report begins with 一, however the first is numbered.
  let hasLast = false;
  main.forEach((heading, index) => {
    const isPastLast = hasLast && heading.key === "overview";
    if (
      round.some(
        (other) => isSame(other, heading) && (isPastLast || !isSubheading(other, heading)),
      ) &&
      beginsAnew(main.slice(index, index + 12))
    ) {
      rounds.push(round);
      round = [];
      hasLast = false;
    }
    round.push(heading);
    hasLast ||= heading.key === "other" && !heading.isFee;
  });
  if (round.length > 0) rounds.push(round);
  const early = earlyRound(found, style, rounds[0]?.[0]?.start ?? 0);
  if (early.length > 0) rounds.unshift(early);
  const spare = found.filter((heading) => heading.style !== style && heading.weight === 3);
  return rounds.map((each, index) => {
    const until = rounds[index + 1]?.[0]?.start ?? Number.POSITIVE_INFINITY;
    return completed(
      each,
      spare.filter(({ start }) => start > (rounds[index - 1]?.at(-1)?.end ?? -1) && start < until),
    );
  });
}

/** The headings of a report before the first whose headings have the main style: one that numbers them otherwise. */
function earlyRound(found: readonly Heading[], style: Style, until: number): Heading[] {
  const others = found.filter((heading) => heading.style !== style && heading.start < until);
  const rounds = [...Map.groupBy(others, (heading) => heading.style).values()];
  const [best = []] = rounds.toSorted((a, b) => keysOf(b).size - keysOf(a).size);
  return keysOf(best).size >= HEADINGS_OF_A_REPORT ? best : [];
}

const isSame = (one: Heading, other: Heading) => one.key === other.key && one.isFee === other.isFee;

const placeOf = (key: SectionKey) => SECTION_KEYS.indexOf(key) + 1;

/** Whether of two headings that say the same the second has the number the form gives it, and the first not: it headed a part of 一. */
function isSubheading(first: Heading, second: Heading): boolean {
  const place = placeOf(second.key);
  return second.number === place && first.number !== null && first.number !== place;
}

const keysOf = (headings: readonly Heading[]) => new Set(headings.map(({ key }) => key));

/** Headings are numbered 一、 in most reports; where they are not, the style with most sections is that of the headings. */
function mainStyle(all: readonly Heading[]): Style {
  const apart = apartFromLists(all);
  const found = keysOf(apart).size >= HEADINGS_OF_A_REPORT ? apart : all;
  const count = (style: Style) => keysOf(found.filter((heading) => heading.style === style)).size;
  if (count("roman") >= ROMAN_NEEDED) return "roman";
  const others = (["part", "none", "digit", "bracket"] as const).map(
    (style) => [style, count(style)] as const,
  );
  const [best] = others.toSorted((a, b) => b[1] - a[1]);
  return best && best[1] >= HEADINGS_OF_A_REPORT && best[1] > count("roman") ? best[0] : "roman";
}

const LISTED = 12;
/** Fewer headings one right after another are sections without a word in them. */
const LONGEST_EMPTY = 3;

/** The headings that do not stand in a list of headings, as in a table of contents. */
function apartFromLists(all: readonly Heading[]): Heading[] {
  const runs: Heading[][] = [];
  for (const heading of all) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && heading.start - last.end <= LISTED) run.push(heading);
    else runs.push([heading]);
  }
  return runs.filter(({ length }) => length <= LONGEST_EMPTY).flat();
}

/** A heading that turns up once more begins a report only where one would begin and most others follow. */
function beginsAnew(headings: readonly Heading[]): boolean {
  const [first] = headings;
  if (!first || SECTION_KEYS.indexOf(first.key) > 1) return false;
  const keys = new Set<SectionKey>();
  for (const { key, isFee } of headings) {
    if (isFee) continue;
    if (keys.has(key)) break;
    keys.add(key);
  }
  return keys.size >= HEADINGS_OF_A_REPORT;
}

/** One heading a section, the likeliest; what is missing is filled from headings of another style, where it belongs. */
function completed(round: readonly Heading[], spare: readonly Heading[]): Heading[] {
  const chosen = round.filter(
    (heading) => !round.some((other) => isSame(other, heading) && beats(other, heading)),
  );
  for (const heading of spare) {
    if (chosen.some((other) => isSame(other, heading))) continue;
    const order = SECTION_KEYS.indexOf(heading.key);
    const isPlaced = chosen.every(
      ({ key, start }) => SECTION_KEYS.indexOf(key) < order === start < heading.start,
    );
    if (isPlaced) chosen.push(heading);
  }
  return chosen.toSorted((a, b) => a.start - b.start);
}

function beats(one: Heading, other: Heading): boolean {
  if (one === other) return false;
  const score = ({ weight, number, key }: Heading) => weight * 2 + Number(number === placeOf(key));
  const difference = score(one) - score(other);
  return difference > 0 || (difference === 0 && one.start < other.start);
}
