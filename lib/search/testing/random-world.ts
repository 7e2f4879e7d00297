import { opaque } from "#lib/chinese/tokens.ts";
import { seededRandom } from "#lib/testing/random.ts";
import {
  type EngineFilter,
  type EngineQuery,
  type IndexDocument,
  NO_FILTER,
  RANGES,
  type RangeKey,
  type RegionNode,
  SORTS,
} from "../engine.ts";
import { CLOSED } from "../query.ts";
import { idOf } from "./samples.ts";

type Random = () => number;

/** An index with everything drawn at random (regions, kinds, years, outcomes, figures and blanks), and searches in it. */
export interface RandomWorld {
  documents: readonly IndexDocument[];
  queries: readonly EngineQuery[];
}

const WORDS = "公开 申请 复议 诉讼 平台 解读".split(" ").map(opaque);
const upTo = (random: Random, most: number) => Math.floor(random() * (most + 1));
const some = <T>(random: Random, list: readonly T[], share: number) =>
  list.filter(() => random() < share);
const pick = <T>(random: Random, list: readonly T[]): T => {
  const value = list[upTo(random, list.length - 1)];
  if (value === undefined) throw new Error("nothing to pick from");
  return value;
};
/** A few of these values, at least one: what is left out counts nothing. */
const handful = <T>(random: Random, list: readonly T[]): readonly T[] => {
  const values = some(random, list, random());
  return values.length > 0 ? values : [pick(random, list)];
};

/** Paths of a tree of regions, one to four deep, narrow or wide. */
function treeOf(random: Random): (readonly string[])[] {
  const below = (parent: readonly string[], depth: number): (readonly string[])[] =>
    depth > 4
      ? []
      : Array.from({ length: upTo(random, depth === 1 ? 4 : 5 - depth) }, (_, i) => [
          ...parent,
          `${parent.at(-1) ?? ""}${10 + i}`,
        ]).flatMap((path) => [path, ...below(path, depth + 1)]);
  const paths = below([], 1);
  return paths.length > 0 ? paths : [["10"]];
}

/** A figure: blank, nothing, a few, or very many. */
function figureOf(random: Random, blanks: number): number | null {
  if (random() < blanks) return null;
  const most = pick(random, [0, 1, 40, 2_147_483_647]);
  return upTo(random, most);
}

const figuresOf = (of: (key: RangeKey) => number | null) => ({
  received: of("received"),
  granted: of("granted"),
  grantedShare: of("grantedShare"),
  refused: of("refused"),
  reconsideration: of("reconsideration"),
  litigation: of("litigation"),
});

function filterOf(random: Random, paths: readonly (readonly string[])[]): EngineFilter {
  const chosen = (list: readonly string[]) => (random() < 0.25 ? some(random, list, random()) : []);
  const region: RegionNode[] =
    random() < 0.5
      ? []
      : some(random, paths, 0.15).map((path) => ({ code: path.at(-1) ?? "", path }));
  const bounds = RANGES.flatMap((key) => {
    if (random() < 0.75) return [];
    const [min, max] = [upTo(random, 20), upTo(random, 60)];
    const either = pick(random, [{ min }, { max }, { min, max }]);
    return [[key, either] as const];
  });
  return {
    ...NO_FILTER,
    year: chosen(YEARS.map(String)),
    level: chosen(CLOSED.level),
    kind: chosen(CLOSED.kind),
    scope: chosen(CLOSED.scope),
    edition: chosen(CLOSED.edition),
    check: chosen(CLOSED.check),
    region,
    ranges: Object.fromEntries(bounds),
  };
}

const YEARS = Array.from({ length: 18 }, (_, i) => 2007 + i);

/** The world of a seed: the same in every run. */
export function randomWorld(seed: number, size: number, searches: number): RandomWorld {
  const random = seededRandom(seed);
  const paths = treeOf(random);
  const of = {
    year: handful(random, YEARS),
    level: handful(random, CLOSED.level),
    kind: handful(random, CLOSED.kind),
    scope: handful(random, CLOSED.scope),
    edition: handful(random, CLOSED.edition),
    check: handful(random, CLOSED.check),
    path: handful(random, paths),
  };
  const blanks = pick(random, [0, 0.2, 0.8, 1]);
  const documents = Array.from({ length: upTo(random, size) }, (_, i): IndexDocument => {
    const names = some(random, WORDS, 0.2);
    const head = some(random, WORDS, 0.2).filter((word) => !names.includes(word));
    return {
      id: idOf(`world/${seed}/${i}`),
      hash: `w${seed}-${i}`,
      names,
      head,
      body: some(random, WORDS, 0.4).filter((word) => ![...names, ...head].includes(word)),
      year: pick(random, of.year),
      level: pick(random, of.level),
      kind: pick(random, of.kind),
      scope: pick(random, of.scope),
      edition: pick(random, of.edition),
      check: pick(random, of.check),
      path: pick(random, of.path),
      ranges: figuresOf(() => figureOf(random, blanks)),
      published: 1_700_000_000_000 + upTo(random, 9) * 86_400_000,
      standing: upTo(random, 3),
    };
  });
  const queries = Array.from({ length: searches }, (): EngineQuery => {
    const isWithin = documents.length > 0 && random() < 0.2;
    return {
      words: random() < 0.5 ? [] : some(random, WORDS, 0.25),
      ids: isWithin ? some(random, documents, 0.5).map(({ id }) => id) : null,
      filter: filterOf(random, paths),
      sort: pick(random, SORTS),
      after: null,
      offset: pick(random, [0, 0, 3]),
      limit: pick(random, [1, 8]),
      facets: true,
    };
  });
  return { documents, queries };
}
