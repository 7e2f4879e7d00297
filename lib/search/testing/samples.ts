import { createHash } from "node:crypto";
import { opaque } from "#lib/chinese/tokens.ts";
import { seededRandom } from "#lib/testing/random.ts";
import {
  type EngineFilter,
  type EngineQuery,
  type IndexDocument,
  NO_FILTER,
  type RegionNode,
  SORTS,
} from "../engine.ts";

/** A uuid that depends on its name alone. */
export function idOf(name: string): string {
  const hex = createHash("sha256").update(name).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const YEARS = [2019, 2020, 2021, 2022, 2023];
const LEVELS = ["province", "city", "county", "township"];
const KINDS = ["government", "office", "department", "township"];
const SCOPES = ["organ", "government", "area"];
const EDITIONS = ["2019", "2021", "none"];
const CHECKS = ["pass", "warn", "fail", "unknown"];
const WORDS = "公开 申请 复议 诉讼 平台 解读 监督 培训".split(" ").map(opaque);

type Random = () => number;
const pick = <T>(random: Random, list: readonly T[]): T => {
  const value = list[Math.floor(random() * list.length)];
  if (value === undefined) throw new Error("nothing to pick from");
  return value;
};
const some = <T>(random: Random, list: readonly T[], share: number) =>
  list.filter(() => random() < share);
const count = (random: Random) => (random() < 0.2 ? null : Math.floor(random() ** 3 * 60));

/** Paths of a small tree of regions, one to four deep. */
const PATHS: readonly (readonly string[])[] = ["51", "52", "53"].flatMap((province) => [
  [province],
  ...[1, 2].flatMap((city) => {
    const code = `${province}0${city}`;
    const county = `${code}21`;
    return [
      [province, code],
      [province, code, county],
      [province, code, county, `${county}100`],
    ];
  }),
]);

/** Documents with values drawn at random, but from a fixed seed. */
export function sampleDocuments(seed: number, size: number): IndexDocument[] {
  const random = seededRandom(seed);
  return Array.from({ length: size }, (_, i) => {
    const names = some(random, WORDS, 0.2);
    const head = some(random, WORDS, 0.2).filter((word) => !names.includes(word));
    const body = some(random, WORDS, 0.4).filter((word) => ![...names, ...head].includes(word));
    return {
      id: idOf(`${seed}/${i}`),
      hash: `h${i}`,
      names,
      head,
      body,
      year: pick(random, YEARS),
      level: pick(random, LEVELS),
      kind: pick(random, KINDS),
      scope: pick(random, SCOPES),
      edition: pick(random, EDITIONS),
      check: pick(random, CHECKS),
      path: pick(random, PATHS),
      ranges: {
        received: count(random),
        granted: count(random),
        grantedShare: count(random),
        refused: count(random),
        reconsideration: count(random),
        litigation: count(random),
      },
      published: 1_700_000_000_000 + Math.floor(random() * 40) * 86_400_000,
      standing: Math.floor(random() * 4),
    };
  });
}

function sampleFilter(random: Random): EngineFilter {
  const chosen = (list: readonly string[]) => (random() < 0.3 ? some(random, list, 0.5) : []);
  const region: RegionNode[] =
    random() < 0.5
      ? []
      : some(random, PATHS, 0.1).map((path) => ({ code: path.at(-1) ?? "", path }));
  const min = random() < 0.2 ? Math.floor(random() * 10) : undefined;
  const max = random() < 0.2 ? 10 + Math.floor(random() * 30) : undefined;
  return {
    ...NO_FILTER,
    year: chosen(YEARS.map(String)),
    level: chosen(LEVELS),
    kind: chosen(KINDS),
    scope: chosen(SCOPES),
    edition: chosen(EDITIONS),
    check: chosen(CHECKS),
    region,
    ranges: min === undefined && max === undefined ? {} : { received: { min, max } },
  };
}

/** An order, and for some a key to go on from. */
function sampleOrder(random: Random): Pick<EngineQuery, "sort" | "after" | "offset"> {
  const sort = pick(random, SORTS);
  const offset = Math.floor(random() * 3) * 5;
  if (sort === "relevance" || random() < 0.5) return { sort, after: null, offset };
  const received = random() < 0.3 ? null : Math.floor(random() * 40);
  const published = 1_700_000_000_000 + Math.floor(random() * 40) * 86_400_000;
  const value = { year: pick(random, YEARS), published, received }[sort];
  return { sort, after: { value, id: idOf(`key/${random()}`) }, offset: 0 };
}

/** Searches drawn at random, but from a fixed seed. */
export function sampleQueries(seed: number, size: number): EngineQuery[] {
  const random = seededRandom(seed);
  return Array.from({ length: size }, () => ({
    words: random() < 0.4 ? [] : some(random, WORDS, 0.25),
    ids: null,
    filter: sampleFilter(random),
    ...sampleOrder(random),
    limit: 10,
    facets: random() < 0.8,
  }));
}
