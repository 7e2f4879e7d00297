import type { Prisma } from "#generated/prisma/client.ts";
import { stemOf } from "#lib/chinese/names.ts";
import { db } from "#lib/platform/db.ts";
import { type AgencyMatch, matchAmong, type PrintedAgency } from "./match.ts";
import type { RegisteredAgency, RegisterView } from "./match-register.ts";
import { deepest, type NamedRegion, namedBy, type PathRegion, plain } from "./match-spelling.ts";

/** Regions by one name beyond which the name says nothing (城关镇). */
const MOST_REGIONS = 60;
/** Characters of a name among which its places stand. */
const FRONT = 28;
const STEPS = 3;

const ROW = {
  id: true,
  name: true,
  shortName: true,
  aliases: true,
  kind: true,
  regionCode: true,
  activeFrom: true,
  activeTo: true,
  region: { select: { path: true } },
  predecessors: { select: { predecessorId: true, kind: true, year: true } },
  successors: { select: { successorId: true, kind: true, year: true } },
} as const satisfies Prisma.AgencySelect;

type Row = Prisma.AgencyGetPayload<{ select: typeof ROW }>;

/** What was asked of the register before, kept as long as one import runs; a page asks without. */
interface Kept {
  /** Regions by a word that is their name or stem. */
  words: Map<string, readonly NamedRegion[]>;
  /** Every agency of a region, and those its agencies follow or are followed by. */
  agencies: Map<string, readonly RegisteredAgency[]>;
}

/** Words and regions kept before all are forgotten: memory stays flat. */
const MOST_KEPT = { words: 40_000, agencies: 300 };

/**
 * Which agency of the register a file names; `region` is a place it is known to come from. A handful of queries, whose
 * size does not depend on the register's.
 */
export async function matchAgency(
  printed: PrintedAgency,
  region: string | null = null,
): Promise<AgencyMatch> {
  return agencyMatcher()(printed, region);
}

/** As `matchAgency`, for many files in one go: what it asked of the register once it does not ask again. */
export function agencyMatcher(): typeof matchAgency {
  const kept: Kept = { words: new Map(), agencies: new Map() };
  return async (printed, region = null) => {
    if (kept.words.size > MOST_KEPT.words) kept.words.clear();
    if (kept.agencies.size > MOST_KEPT.agencies) kept.agencies.clear();
    return matchAmong(printed, await registerFor(printed, region, kept));
  };
}

async function registerFor(
  printed: PrintedAgency,
  region: string | null,
  kept: Kept,
): Promise<RegisterView> {
  const names = [printed.agency, printed.publisher].flatMap((name) => plain(name ?? "") || []);
  const places = [...names.slice(printed.agency ? 1 : 0), ...printed.places.map(plain)];
  const regions = await regionsNamed([...names, ...places], kept);
  const home = [...(region ? [region] : []), ...places.flatMap((name) => deepestIn(name, regions))];
  const named = names.flatMap((name) => deepestIn(name, regions));
  const codes = new Set([...home, ...named]);
  // A town's government may be registered with the county.
  const above = regions.flatMap(({ code, path }) =>
    codes.has(code) ? [path.at(-2)?.code ?? code] : [],
  );
  const wanted = [...new Set([...codes, ...above])].slice(0, MOST_REGIONS * 2);
  const below = await agenciesOf(wanted, kept);
  const elsewhere = await agenciesCalled(
    [...names, ...[printed.agency, printed.publisher].flatMap((name) => name?.trim() || [])],
    new Set(wanted),
  );
  const agencies = [...below, ...elsewhere];
  return {
    agencies: [...new Map(agencies.map((each) => [each.id, each])).values()],
    regions,
    home,
  };
}

/** Every region whose name, or what it is called, stands at the front of one of these names. */
async function regionsNamed(names: readonly string[], { words }: Kept): Promise<NamedRegion[]> {
  const asked = [...new Set(names.flatMap((name) => wordsIn(name.slice(0, FRONT))))];
  const missing = asked.filter((word) => !words.has(word));
  if (missing.length > 0) await learn(missing, words);
  const found = asked.flatMap((word) => words.get(word) ?? []);
  return [...new Map(found.map((region) => [region.code, region])).values()];
}

async function learn(missing: readonly string[], words: Kept["words"]): Promise<void> {
  const stems = new Map(missing.map((word) => [word, stemOf(word)]));
  const found = await db().region.findMany({
    where: {
      OR: [{ name: { in: [...missing] } }, { stem: { in: [...new Set(stems.values())] } }],
    },
    select: { code: true, name: true, stem: true, path: true },
    orderBy: { code: "asc" },
  });
  const above = await nameOf(found.flatMap(({ path }) => path));
  for (const word of missing) {
    const meant = found.filter(({ name, stem }) => name === word || stem === stems.get(word));
    words.set(
      word,
      meant.map(({ code, path }) => ({ code, path: pathOf(path, above) })),
    );
  }
}

const PLACE_ENDS = /[省市区县旗州盟镇乡道木]/u;

/** Stretches of a name that may be a place: those that end as places do, and the first characters, for stems. */
function wordsIn(front: string): string[] {
  const words = [2, 3, 4].map((length) => front.slice(0, length));
  for (let end = 2; end <= front.length; end += 1) {
    const isPlace = PLACE_ENDS.test(front.charAt(end - 1));
    for (let start = Math.max(0, end - 16); isPlace && start <= end - 2; start += 1)
      words.push(front.slice(start, end));
    // A stem after a place: 玉溪市元江政府办.
    if (isPlace) words.push(...[2, 3, 4].map((length) => front.slice(end, end + length)));
  }
  return words.filter((word) => word.length >= 2);
}

async function nameOf(codes: readonly string[]): Promise<Map<string, string>> {
  const rows = await db().region.findMany({
    where: { code: { in: [...new Set(codes)] } },
    select: { code: true, name: true },
  });
  return new Map(rows.map(({ code, name }) => [code, name]));
}

const pathOf = (codes: readonly string[], names: ReadonlyMap<string, string>): PathRegion[] =>
  codes.map((code) => ({ code, name: names.get(code) ?? code }));

/** The smallest regions that a name begins with; none where it may be too many. */
function deepestIn(name: string, regions: readonly NamedRegion[]): string[] {
  const found = deepest(namedBy(name, regions)).map(({ code }) => code);
  return found.length > MOST_REGIONS ? [] : found;
}

async function agenciesOf(
  codes: readonly string[],
  { agencies }: Kept,
): Promise<RegisteredAgency[]> {
  const missing = codes.filter((code) => !agencies.has(code));
  if (missing.length > 0) {
    const rows = await db().agency.findMany({
      where: { regionCode: { in: missing } },
      select: ROW,
      orderBy: { id: "asc" },
    });
    const all = await asRegistered(rows);
    for (const code of missing)
      agencies.set(
        code,
        all.filter(({ regionCode }) => regionCode === code || !missing.includes(regionCode)),
      );
  }
  return codes.flatMap((code) => agencies.get(code) ?? []);
}

/** Agencies of other regions that are called just so. */
async function agenciesCalled(
  spelled: readonly string[],
  known: ReadonlySet<string>,
): Promise<RegisteredAgency[]> {
  const names = [...new Set(spelled)];
  if (names.length === 0) return [];
  const found = await db().agency.findMany({
    where: {
      OR: [{ name: { in: names } }, { shortName: { in: names } }, { aliases: { hasSome: names } }],
    },
    select: { id: true, regionCode: true },
  });
  const ids = found.filter(({ regionCode }) => !known.has(regionCode)).map(({ id }) => id);
  if (ids.length === 0) return [];
  return asRegistered(await db().agency.findMany({ where: { id: { in: ids } }, select: ROW }));
}

async function asRegistered(rows: readonly Row[]): Promise<RegisteredAgency[]> {
  const all = await withHeirs(rows);
  const regionNames = await nameOf(all.flatMap(({ region }) => region.path));
  return all.map((row) => registered(row, regionNames));
}

/** Those who took over and those they took over from, wherever they are registered. */
async function withHeirs(rows: readonly Row[]): Promise<readonly Row[]> {
  let all = rows;
  for (let step = 0; step < STEPS; step += 1) {
    const known = new Set(all.map(({ id }) => id));
    const heirs = all
      .flatMap(({ predecessors, successors }) => [
        ...predecessors.map(({ predecessorId }) => predecessorId),
        ...successors.map(({ successorId }) => successorId),
      ])
      .filter((id) => !known.has(id));
    if (heirs.length === 0) return all;
    const more = await db().agency.findMany({ where: { id: { in: heirs } }, select: ROW });
    all = [...all, ...more];
  }
  return all;
}

function registered(row: Row, names: ReadonlyMap<string, string>): RegisteredAgency {
  const { region, predecessors, successors, ...facts } = row;
  return {
    ...facts,
    path: pathOf(region.path, names),
    // The rows of one side are named after the other: an agency's predecessors are where it is the successor.
    predecessors: predecessors.map(({ predecessorId, kind, year }) => ({
      agencyId: predecessorId,
      kind,
      year,
    })),
    successors: successors.map(({ successorId, kind, year }) => ({
      agencyId: successorId,
      kind,
      year,
    })),
  };
}
