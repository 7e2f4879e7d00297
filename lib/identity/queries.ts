import { db } from "#lib/platform/db.ts";
import type { Actor } from "./actor.ts";
import { isLive, type SessionTimes, sessionIdHash } from "./session-rules.ts";

/** Who a live session belongs to. */
export interface LiveSession extends SessionTimes {
  idHash: string;
  actor: Actor;
}

/** The live session behind an id, with its user's grants as they stand now; null where it is over or the user disabled. */
export async function liveSession(sessionId: string, now: Date): Promise<LiveSession | null> {
  const found = await db().session.findUnique({
    where: { idHash: sessionIdHash(sessionId) },
    include: { user: { include: { memberships: { where: { revokedAt: null } } } } },
  });
  if (!found || !isLive(found, now) || found.user.disabledAt !== null) return null;
  const { user, idHash, createdAt, lastSeenAt, expiresAt, revokedAt } = found;
  const grants = user.memberships.map(({ role, agencyId, regionCode }) => ({
    role,
    agencyId,
    regionCode,
  }));
  const actor = { userId: user.id, name: user.name, grants };
  return { idHash, createdAt, lastSeenAt, expiresAt, revokedAt, actor };
}

/** The demonstration accounts that can sign in, editors first, as the sign-in page lists them. */
export async function demoAccounts(): Promise<{ login: string; name: string; roles: string[] }[]> {
  const users = await db().user.findMany({
    where: { demo: true, disabledAt: null },
    include: { memberships: { where: { revokedAt: null }, select: { role: true } } },
    orderBy: { createdAt: "asc" },
    take: 12,
  });
  return users.map(({ login, name, memberships }) => ({
    login,
    name,
    roles: memberships.map((each) => each.role),
  }));
}

/** One account for the list of accounts. */
export interface UserLine {
  login: string;
  name: string;
  demo: boolean;
  disabledAt: Date | null;
  grants: { role: string; agencyId: string | null; regionCode: string | null }[];
}

/** All accounts by login, with the grants that hold. */
export async function listUsers(): Promise<UserLine[]> {
  const users = await db().user.findMany({
    include: { memberships: { where: { revokedAt: null } } },
    orderBy: { login: "asc" },
  });
  return users.map(({ login, name, demo, disabledAt, memberships }) => ({
    login,
    name,
    demo,
    disabledAt,
    grants: memberships.map(({ role, agencyId, regionCode }) => ({ role, agencyId, regionCode })),
  }));
}

/** The account of a login as an actor, with the grants that hold; null where there is none or it is disabled. */
export async function actorByLogin(login: string): Promise<Actor | null> {
  const user = await db().user.findUnique({
    where: { login: login.toLowerCase() },
    include: { memberships: { where: { revokedAt: null } } },
  });
  if (!user || user.disabledAt !== null) return null;
  const grants = user.memberships.map(({ role, agencyId, regionCode }) => ({
    role,
    agencyId,
    regionCode,
  }));
  return { userId: user.id, name: user.name, grants };
}
