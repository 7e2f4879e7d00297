import type { Prisma } from "#generated/prisma/client.ts";
import { db } from "#lib/platform/db.ts";
import { literally } from "#lib/platform/like.ts";

const SHOWN = {
  id: true,
  name: true,
  shortName: true,
  nameEn: true,
  kind: true,
  level: true,
  regionCode: true,
  parentId: true,
  usualScope: true,
  siteCode: true,
  activeFrom: true,
  activeTo: true,
  ownReview: true,
  synthetic: true,
  region: { select: { code: true, name: true, path: true } },
} as const satisfies Prisma.AgencySelect;

export type AgencyFacts = Prisma.AgencyGetPayload<{ select: typeof SHOWN }>;

export interface RegionFacts {
  code: string;
  name: string;
  level: "national" | "province" | "city" | "county" | "township";
  synthetic: boolean;
  /** From the province down to this region. */
  path: { code: string; name: string }[];
}

/** One agency with its region; null where there is none of this id. */
export async function agencyById(id: string): Promise<AgencyFacts | null> {
  return db().agency.findUnique({ where: { id }, select: SHOWN });
}

/** The agencies of a region and, where `below`, of everything under it, governments first. */
export async function agenciesOf(
  regionCode: string,
  { below, limit, after }: { below: boolean; limit: number; after?: string },
): Promise<AgencyFacts[]> {
  return db().agency.findMany({
    where: below ? { region: { path: { has: regionCode } } } : { regionCode },
    select: SHOWN,
    orderBy: [{ regionCode: "asc" }, { kind: "asc" }, { id: "asc" }],
    take: limit,
    ...(after === undefined ? {} : { cursor: { id: after }, skip: 1 }),
  });
}

/** Agencies whose name, short name or a former name begins with this text; at least one character is asked for. */
export async function searchAgencies(prefix: string, limit: number): Promise<AgencyFacts[]> {
  const text = prefix.trim();
  if (text === "") return [];
  return db().agency.findMany({
    where: {
      OR: [
        { name: { startsWith: literally(text) } },
        { shortName: { startsWith: literally(text) } },
        { aliases: { has: text } },
      ],
    },
    select: SHOWN,
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: limit,
  });
}

/** A region with the names on the way down to it; null where there is none of this code. */
export async function regionByCode(code: string): Promise<RegionFacts | null> {
  const region = await db().region.findUnique({ where: { code } });
  if (!region) return null;
  const { name, level, synthetic } = region;
  return { code, name, level, synthetic, path: await namesOf(region.path) };
}

async function namesOf(path: readonly string[]): Promise<{ code: string; name: string }[]> {
  const rows = await db().region.findMany({
    where: { code: { in: [...path] } },
    select: { code: true, name: true },
  });
  return path.flatMap((code) => rows.filter((row) => row.code === code));
}

/** The regions right below one, or the provinces where no code is given. */
export async function childRegions(
  code: string | null,
): Promise<{ code: string; name: string; level: RegionFacts["level"]; synthetic: boolean }[]> {
  return db().region.findMany({
    where: { parentCode: code },
    select: { code: true, name: true, level: true, synthetic: true },
    orderBy: { code: "asc" },
  });
}
