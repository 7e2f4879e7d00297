import { EDITION_2021 } from "#lib/editions/2021.ts";
import type { ReportContent } from "#lib/editions/content.ts";
import type { Actor, Role } from "#lib/identity/actor.ts";
import { db } from "#lib/platform/db.ts";
import { consistentContent } from "./content.ts";

/** Two provinces; an agency with its own review and one without, in the same county; every role as an actor. */
export interface ReportWorld {
  reviewed: string;
  unreviewed: string;
  elsewhere: string;
  editor: Actor;
  reviewer: Actor;
  /** Editor of the agency without its own review. */
  lone: Actor;
  stranger: Actor;
  moderator: Actor;
  otherModerator: Actor;
  /** Moderator of the region and editor of an agency in it. */
  insider: Actor;
  admin: Actor;
  auditor: Actor;
}

const REGIONS = [
  {
    code: "990000",
    name: "甲省",
    stem: "甲",
    level: "province",
    parentCode: null,
    path: ["990000"],
  },
  { code: "990100", name: "乙市", stem: "乙", level: "city", parentCode: "990000" },
  { code: "990101", name: "丙县", stem: "丙", level: "county", parentCode: "990100" },
  {
    code: "980000",
    name: "丁省",
    stem: "丁",
    level: "province",
    parentCode: null,
    path: ["980000"],
  },
] as const;

const PATHS: Readonly<Record<string, string[]>> = {
  "990000": ["990000"],
  "990100": ["990000", "990100"],
  "990101": ["990000", "990100", "990101"],
  "980000": ["980000"],
};

async function makeUser(
  name: string,
  grants: { role: Role; agencyId?: string; regionCode?: string }[],
): Promise<Actor> {
  const user = await db().user.create({ data: { login: name, name, passwordHash: "none" } });
  const whole = grants.map(({ role, agencyId = null, regionCode = null }) => ({
    role,
    agencyId,
    regionCode,
  }));
  return { userId: user.id, name, grants: whole };
}

async function makeAgency(id: string, regionCode: string, ownReview: boolean): Promise<string> {
  const data = { id, name: `${id}办公室`, kind: "office", level: "county", aliases: [] } as const;
  await db().agency.create({ data: { ...data, aliases: [], regionCode, ownReview } });
  return id;
}

/** Fills an empty test database with regions, agencies and people of every role. */
export async function reportWorld(): Promise<ReportWorld> {
  await db().region.createMany({
    data: REGIONS.map((region) => ({ ...region, path: PATHS[region.code] ?? [] })),
  });
  const reviewed = await makeAgency("reviewed", "990101", true);
  const unreviewed = await makeAgency("unreviewed", "990101", false);
  const elsewhere = await makeAgency("elsewhere", "980000", false);
  return {
    reviewed,
    unreviewed,
    elsewhere,
    editor: await makeUser("editor", [{ role: "editor", agencyId: reviewed }]),
    reviewer: await makeUser("reviewer", [{ role: "reviewer", agencyId: reviewed }]),
    lone: await makeUser("lone", [{ role: "editor", agencyId: unreviewed }]),
    stranger: await makeUser("stranger", [{ role: "editor", agencyId: elsewhere }]),
    moderator: await makeUser("moderator", [{ role: "moderator", regionCode: "990000" }]),
    otherModerator: await makeUser("other", [{ role: "moderator", regionCode: "980000" }]),
    insider: await makeUser("insider", [
      { role: "moderator", regionCode: "990000" },
      { role: "editor", agencyId: unreviewed },
    ]),
    admin: await makeUser("admin", [{ role: "admin" }]),
    auditor: await makeUser("auditor", [{ role: "auditor" }]),
  };
}

/** A whole report for this year whose sums hold. */
export function soundContent(year: number, seed = year): ReportContent {
  const content = consistentContent(EDITION_2021, seed);
  const period: [string, string] = [`${year}-01-01`, `${year}-12-31`];
  const publishedOn = `${year + 1}-01-20`;
  const sections = content.sections.map((section) => {
    const text = section.text.replaceAll(String(content.year), String(year));
    return { ...section, text, raw: text };
  });
  return { ...content, year, period, publishedOn, sections, title: null, agency: null };
}
