import { randomBytes } from "node:crypto";
import { hashPassword } from "#lib/identity/password.ts";
import { useDatabase as connect, db } from "#lib/platform/db.ts";

const PASSWORD = `e2e-${randomBytes(9).toString("hex")}`;
let connected: Promise<unknown> | null = null;

/** Somebody who can sign in. */
export interface Person {
  login: string;
  password: string;
}

/** An agency of a test's own, in a county of its own, with everybody its report needs. */
export interface World {
  agencyId: string;
  agencyName: string;
  regionCode: string;
  regionName: string;
  /** The agency of the other county. */
  otherAgencyId: string;
  editor: Person;
  reviewer: Person;
  moderator: Person;
  /** Edits for another agency. */
  stranger: Person;
  /** Moderates another region. */
  outsider: Person;
}

/** Makes a county, an agency and its people; nothing of it is shared with another test. */
export async function makeWorld(options: { ownReview: boolean }): Promise<World> {
  connected ??= connect(process.env.DATABASE_URL ?? "", 3);
  await connected;
  const mark = randomBytes(4).toString("hex");
  const [code, other] = [`e2e${mark}`, `e2x${mark}`];
  const regionName = `试验${mark}县`;
  await db().region.createMany({
    data: [
      { code, name: regionName, stem: `试验${mark}`, level: "county", path: [code] },
      { code: other, name: `旁观${mark}县`, stem: `旁观${mark}`, level: "county", path: [other] },
    ],
  });
  const agencyId = `${code}-office`;
  const agencyName = `${regionName}人民政府办公室`;
  await makeAgency(agencyId, agencyName, code, options.ownReview);
  await makeAgency(`${other}-office`, `旁观${mark}县人民政府办公室`, other, false);
  const person = (role: Role, grant: { agencyId?: string; regionCode?: string }) =>
    makePerson(`${role}-${randomBytes(4).toString("hex")}`, role, grant);
  return {
    agencyId,
    agencyName,
    regionCode: code,
    regionName,
    otherAgencyId: `${other}-office`,
    editor: await person("editor", { agencyId }),
    reviewer: await person("reviewer", { agencyId }),
    moderator: await person("moderator", { regionCode: code }),
    stranger: await person("editor", { agencyId: `${other}-office` }),
    outsider: await person("moderator", { regionCode: other }),
  };
}

type Role = "editor" | "reviewer" | "moderator" | "admin" | "auditor";

async function makeAgency(id: string, name: string, regionCode: string, ownReview: boolean) {
  await db().agency.create({
    data: { id, name, aliases: [], kind: "office", level: "county", regionCode, ownReview },
  });
}

/** Makes an account with these roles; the world's own people have one each. */
export async function makePerson(
  login: string,
  role: Role,
  grant: { agencyId?: string; regionCode?: string },
  more: { role: Role; agencyId?: string; regionCode?: string }[] = [],
): Promise<Person> {
  connected ??= connect(process.env.DATABASE_URL ?? "", 3);
  await connected;
  await db().user.create({
    data: {
      login,
      name: login,
      passwordHash: await hashPassword(PASSWORD),
      memberships: { create: [{ role, ...grant }, ...more] },
    },
  });
  return { login, password: PASSWORD };
}
