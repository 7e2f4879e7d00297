import { seededRandom } from "../random.ts";

/** Choices that depend on a seed alone. */
export interface Chance {
  /** In [0, 1). */
  next(): number;
  below(count: number): number;
  maybe(share: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** Some of the items, each at most once, in an order of its own. */
  some<T>(items: readonly T[], count: number): T[];
}

/** Chance of a seed; the same seed makes the same choices. */
export function chanceOf(seed: number): Chance {
  // Neighbouring seeds should have nothing in common.
  const next = seededRandom(Math.imul(seed + 1, 0x9e3779b1));
  const below = (count: number) => Math.floor(next() * count);
  const pick = <T>(items: readonly T[]): T => {
    const item = items[below(items.length)];
    if (item === undefined) throw new Error("there is nothing to choose from");
    return item;
  };
  const some = <T>(items: readonly T[], count: number): T[] => {
    const left = [...items];
    const chosen: T[] = [];
    while (chosen.length < count && left.length > 0)
      chosen.push(...left.splice(below(left.length), 1));
    return chosen;
  };
  return { next, below, pick, some, maybe: (share) => next() < share };
}
