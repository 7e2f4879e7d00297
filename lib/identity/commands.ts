import { record } from "#lib/audit/record.ts";
import { db, type Tx, transaction } from "#lib/platform/db.ts";
import { done, type Refusal, type Result, refused } from "#lib/platform/result.ts";
import { type Actor, auditActor } from "./actor.ts";
import { admitAddress, admitToAccount, forgive } from "./lockout.commands.ts";
import { verifyPassword } from "./password.ts";
import { newSessionId, sessionEnd, sessionIdHash } from "./session-rules.ts";

/** One try to sign in. */
export interface SignInAttempt {
  login: string;
  password: string;
  address: string | null;
  userAgent: string | null;
  /** The session this browser had: it ends with the new one. */
  replaces: string | null;
}

interface SignedIn {
  userId: string;
  sessionId: string;
}

interface Account {
  id: string;
  login: string;
  name: string;
  passwordHash: string;
  disabledAt: Date | null;
}

/**
 * Signs in, or refuses with the one code that covers an unknown account, a wrong password, a locked and a disabled
 * account; all four cost one argon2 verification. Too many tries from one address are refused before that.
 */
export async function signIn(
  attempt: SignInAttempt,
  now: Date,
): Promise<Result<SignedIn, Refusal<"identity.refused">>> {
  if (!(await admitAddress(attempt.address)).admitted) return refused("identity.refused");
  const admission = await admitToAccount(attempt.login);
  const account = await db().user.findUnique({ where: { login: attempt.login } });
  const usable = admission.admitted && account?.disabledAt === null ? account : null;
  const fits = await verifyPassword(usable?.passwordHash ?? null, attempt.password);
  const signedIn = usable && fits ? await openSession(usable, attempt, now) : null;
  if (signedIn === null) {
    if (account && admission.isLast) await recordLock(account, attempt.address, now);
    return refused("identity.refused");
  }
  await forgive(attempt.login, attempt.address);
  return done(signedIn);
}

/** Null where the password was changed or the account disabled since it was verified. */
function openSession(
  account: Account,
  attempt: SignInAttempt,
  now: Date,
): Promise<SignedIn | null> {
  const sessionId = newSessionId();
  return transaction(async (tx) => {
    const [still] = await tx.$queryRaw<{ passwordHash: string }[]>`
      SELECT "passwordHash" FROM "User"
      WHERE id = ${account.id}::uuid AND "disabledAt" IS NULL FOR SHARE`;
    if (still?.passwordHash !== account.passwordHash) return null;
    if (attempt.replaces !== null) await revoke(tx, attempt.replaces, now);
    await tx.session.create({
      data: {
        idHash: sessionIdHash(sessionId),
        userId: account.id,
        createdAt: now,
        lastSeenAt: now,
        expiresAt: sessionEnd(now),
        address: attempt.address,
        userAgent: attempt.userAgent?.slice(0, 300) ?? null,
      },
    });
    await recordSession(tx, "identity.signed-in", account, attempt.address, now);
    return { userId: account.id, sessionId };
  });
}

/** Ends a session at once, everywhere; does nothing where it had ended already. */
export async function signOut(sessionId: string, now: Date): Promise<void> {
  await transaction(async (tx) => {
    const userId = await revoke(tx, sessionId, now);
    if (userId === null) return;
    const account = await tx.user.findUniqueOrThrow({ where: { id: userId } });
    await recordSession(tx, "identity.signed-out", account, null, now);
  });
}

/** Notes that a live session was used. */
export async function touchSession(idHash: string, now: Date): Promise<void> {
  await db().session.updateMany({
    where: { idHash, revokedAt: null, lastSeenAt: { lt: now } },
    data: { lastSeenAt: now },
  });
}

/** Ends every session of a user inside the caller's transaction; answers how many there were. */
export async function revokeSessions(tx: Tx, userId: string, now: Date): Promise<number> {
  const { count } = await tx.session.updateMany({
    where: { userId, revokedAt: null },
    data: { revokedAt: now },
  });
  return count;
}

async function revoke(tx: Tx, sessionId: string, now: Date): Promise<string | null> {
  const [ended] = await tx.session.updateManyAndReturn({
    where: { idHash: sessionIdHash(sessionId), revokedAt: null },
    data: { revokedAt: now },
    select: { userId: true },
  });
  return ended?.userId ?? null;
}

function recordLock(account: Account, address: string | null, now: Date): Promise<void> {
  return transaction((tx) => recordSession(tx, "identity.locked", account, address, now));
}

function recordSession(
  tx: Tx,
  kind: "identity.signed-in" | "identity.signed-out" | "identity.locked",
  account: Account,
  address: string | null,
  at: Date,
): Promise<void> {
  const by: Actor = { userId: account.id, name: account.name, grants: [] };
  return record(tx, {
    kind,
    actor: kind === "identity.locked" ? { userId: null, name: "system" } : auditActor(by),
    agencyId: null,
    targetType: "user",
    targetId: account.id,
    data: { login: account.login, address },
    at,
  });
}
