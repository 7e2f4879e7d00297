/** Chance for the demonstration: everything drawn here depends on the words it was seeded with and on nothing else. */
export interface Random {
  /** A number in [0, 1). */
  next(): number;
  /** An integer from `low` to `high`, both included. */
  int(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(choices: readonly T[]): T;
  /** `count` different choices in a random order. */
  sample<T>(choices: readonly T[], count: number): T[];
  /** A count that is `mean` on average. */
  poisson(mean: number): number;
  /** How many of `trials` succeed. */
  binomial(trials: number, probability: number): number;
}

/** A generator of its own for these words, so that one agency's figures never depend on another's. */
export function randomFor(...words: readonly (string | number)[]): Random {
  const next = mulberry32(hash(words.join("\u0000")));
  const int = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  const chance = (probability: number) => next() < probability;
  const pick = <T>(choices: readonly T[]): T => {
    const choice = choices[int(0, choices.length - 1)];
    if (choice === undefined) throw new Error("nothing to pick from");
    return choice;
  };
  const sample = <T>(choices: readonly T[], count: number): T[] => {
    const left = [...choices];
    const wanted = Math.min(count, left.length);
    return Array.from({ length: wanted }, () => left.splice(int(0, left.length - 1), 1)).flat();
  };
  const binomial = (trials: number, probability: number) => {
    let hits = 0;
    for (let trial = 0; trial < trials; trial++) if (chance(probability)) hits++;
    return hits;
  };
  return { next, int, chance, pick, sample, poisson: (mean) => poisson(next, mean), binomial };
}

/** Shares `total` out by weight; the shares add up to it. */
export function splitByWeight<Key>(
  random: Random,
  total: number,
  weights: readonly (readonly [Key, number])[],
): Map<Key, number> {
  let left = total;
  let weightLeft = weights.reduce((sum, [, weight]) => sum + weight, 0);
  const shares = new Map<Key, number>();
  for (const [index, [key, weight]] of weights.entries()) {
    const isLast = index === weights.length - 1;
    const share = isLast ? left : random.binomial(left, weight / weightLeft);
    shares.set(key, share);
    left -= share;
    weightLeft -= weight;
  }
  return shares;
}

/** FNV-1a over UTF-16 units. */
function hash(text: string): number {
  let state = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    state = Math.imul(state ^ text.charCodeAt(index), 0x01000193);
  }
  return state >>> 0;
}

function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

/** Knuth's product for small means, the normal curve for large ones. */
function poisson(next: () => number, mean: number): number {
  if (mean > 60) {
    const wave = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
    return Math.max(0, Math.round(mean + wave * Math.sqrt(mean)));
  }
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = next(); product > limit; product *= next()) count++;
  return count;
}
