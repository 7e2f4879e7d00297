import type { Edition } from "#lib/editions/edition.ts";
import { editionForYear } from "#lib/editions/registry.ts";
import type { DemoAgency, Family } from "./model.ts";
import { firstStock, proactiveYear, regulationYear } from "./proactive.ts";
import { type Random, randomFor } from "./random.ts";
import { type Figures, remedyYear, requestYear, type Tally } from "./requests.ts";

/** The years the invented province has reports for. */
export const YEARS = [2019, 2020, 2021, 2022, 2023] as const;

/** What truly happened, by agency and year, before anybody wrote it down wrongly. */
export type Chronicle = Map<string, Map<number, Figures>>;

/** Requests in an average year. */
const DEMAND: Readonly<Record<DemoAgency["level"], number>> = {
  province: 46,
  city: 17,
  county: 5.5,
  township: 0.9,
};
const KIND_DEMAND: Readonly<Record<DemoAgency["kind"], number>> = {
  government: 0,
  office: 2.2,
  department: 1,
  township: 1,
};
const TREND: Readonly<Record<number, number>> = {
  2019: 0.82,
  2020: 0.76,
  2021: 0.94,
  2022: 1.02,
  2023: 1.13,
};

/** Runs a family through the years: members one by one, then the government as their sum. */
export function chronicleOf(
  family: Family,
  seed: string,
  years: readonly number[] = YEARS,
): Chronicle {
  const chronicle: Chronicle = new Map();
  const handedOver = new Map<string, Map<number, Tally>>();
  for (const agency of family.members) {
    const life = liveThrough(agency, seed, years, handedOver.get(agency.id));
    chronicle.set(agency.id, life.years);
    const succession = family.successions.find(({ predecessorId }) => predecessorId === agency.id);
    if (succession) {
      handedOver.set(succession.successorId, new Map([[succession.year, life.carriedOut]]));
    }
  }
  chronicle.set(family.government.id, summed(family, chronicle, seed, years));
  return chronicle;
}

/** Whether an agency owes a report for this year. */
export function isActive(agency: DemoAgency, year: number): boolean {
  return (agency.activeFrom ?? year) <= year && year <= (agency.activeTo ?? year);
}

function liveThrough(
  agency: DemoAgency,
  seed: string,
  years: readonly number[],
  handedOver?: Map<number, Tally>,
) {
  const lived = new Map<number, Figures>();
  const stock = firstStock(agency, seed);
  let carriedOut = firstBacklog(agency, seed);
  for (const year of years) {
    if (!isActive(agency, year)) continue;
    const edition = prescribed(year);
    const random = randomFor(seed, agency.id, year, "figures");
    const carriedIn = added(carriedOut, handedOver?.get(year));
    const requests = requestYear(edition, random, demand(agency, seed, year), carriedIn);
    const handled = requests.figures.get("requests.handled.total") ?? 0;
    lived.set(
      year,
      new Map([
        ...proactiveYear(edition, random, agency, stock),
        ...requests.figures,
        ...remedyYear(edition, random, handled),
      ]),
    );
    carriedOut = requests.carriedOut;
  }
  return { years: lived, carriedOut };
}

/** A successor by merger has its own backlog already; a renamed agency starts with its predecessor's. */
function firstBacklog(agency: DemoAgency, seed: string): Tally {
  if (agency.activeFrom !== null) return new Map();
  const random = randomFor(seed, agency.id, "backlog");
  return new Map([["naturalPerson", random.poisson(demand(agency, seed, YEARS[0]) * 0.06)]]);
}

function added(one: Tally, other: Tally | undefined): Tally {
  if (!other) return one;
  const keys = new Set([...one.keys(), ...other.keys()]);
  return new Map([...keys].map((key) => [key, (one.get(key) ?? 0) + (other.get(key) ?? 0)]));
}

/** Some agencies are asked ten times as often as others of their kind. */
function demand(agency: DemoAgency, seed: string, year: number): number {
  const character = randomFor(seed, agency.id, "character");
  const own = Math.exp((character.next() + character.next() + character.next() - 1.5) * 1.5);
  const kind = KIND_DEMAND[agency.kind] * (agency.department?.demand ?? 1);
  return DEMAND[agency.level] * kind * own * (TREND[year] ?? 1);
}

function summed(
  family: Family,
  chronicle: Chronicle,
  seed: string,
  years: readonly number[],
): Map<number, Figures> {
  const stock = firstStock(family.government, seed);
  stock.documents.set("regulations", family.region.level === "province" ? 64 : 7);
  const sums = new Map<number, Figures>();
  for (const year of years) {
    const total: Figures = new Map();
    for (const agency of family.members) {
      for (const [key, value] of chronicle.get(agency.id)?.get(year) ?? []) {
        total.set(key, Math.round(((total.get(key) ?? 0) + value) * 100) / 100);
      }
    }
    const random = randomFor(seed, family.government.id, year, "figures");
    for (const [key, value] of own(family, prescribed(year), random, stock)) total.set(key, value);
    sums.set(year, total);
  }
  return sums;
}

/** 规章: 设区的市 and provinces only (立法法第九十三条). */
function own(
  family: Family,
  edition: Edition,
  random: Random,
  stock: ReturnType<typeof firstStock>,
): Figures {
  const isLegislator = family.region.level === "province" || family.region.level === "city";
  return isLegislator ? regulationYear(edition, random, stock) : new Map();
}

function prescribed(year: number): Edition {
  const edition = editionForYear(year);
  if (!edition) throw new Error(`no edition is prescribed for ${year}`);
  return edition;
}
