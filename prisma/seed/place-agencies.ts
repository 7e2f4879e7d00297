import type { Prisma } from "#generated/prisma/client.ts";
import { stemOf } from "#lib/chinese/names.ts";
import type { Tx } from "#lib/platform/db.ts";
import { REVIEWING_AGENCIES } from "./accounts.ts";
import { upsertRegions } from "./load-regions.ts";
import type { DemoAgency, Family } from "./model.ts";
import { REAL_REPORTS } from "./real/all.ts";

/** Puts invented governments with their regions and organs on the map; what is there already stays as it is. */
export async function placeFamilies(tx: Tx, families: readonly Family[], now: Date): Promise<void> {
  const regions = families.flatMap(({ region, towns }) => [region, ...towns]);
  await upsertRegions(
    tx,
    regions.map((region) => ({ ...region, stem: stemOf(region.name), synthetic: true })),
  );
  const agencies = families.flatMap(({ government, members }) => [government, ...members]);
  await tx.agency.createMany({
    data: agencies.map((agency) => agencyRow(agency, now)),
    skipDuplicates: true,
  });
  await tx.agencySuccession.createMany({
    data: families.flatMap(({ successions }) => successions),
    skipDuplicates: true,
  });
}

function agencyRow(agency: DemoAgency, now: Date): Prisma.AgencyCreateManyInput {
  const { department: _, aliases, ...columns } = agency;
  return {
    ...columns,
    aliases: [...aliases],
    ownReview: REVIEWING_AGENCIES.has(agency.id),
    synthetic: true,
    createdAt: now,
  };
}

/** Puts the organs of the five real reports where they are. */
export async function placeRealAgencies(tx: Tx, now: Date): Promise<void> {
  await tx.agency.createMany({
    data: REAL_REPORTS.map(({ agency }) => ({
      ...agency,
      aliases: [...agency.aliases],
      ownReview: REVIEWING_AGENCIES.has(agency.id),
      createdAt: now,
    })),
    skipDuplicates: true,
  });
}
