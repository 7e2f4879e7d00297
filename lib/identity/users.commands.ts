import type { AuditData, AuditKind } from "#lib/audit/events.ts";
import { record } from "#lib/audit/record.ts";
import { type Tx, transaction } from "#lib/platform/db.ts";
import { done, type Refusal, type Result, refused } from "#lib/platform/result.ts";
import { type Actor, auditActor, type Grant } from "./actor.ts";
import { revokeSessions } from "./commands.ts";
import { unlockAccount } from "./lockout.commands.ts";
import { hashPassword } from "./password.ts";
import { type PasswordFault, passwordFault } from "./password-rules.ts";
import { can, type Target } from "./policy.ts";
import { foldLogin, type NewUser } from "./schema.ts";

type UserRefusal = Refusal<
  | "identity.not-allowed"
  | "identity.no-such-place"
  | "identity.no-such-user"
  | "identity.login-taken"
  | `identity.password-${PasswordFault}`
>;

/** Makes an account with one grant; the actor must be allowed to manage users where the grant holds. */
export async function addUser(
  user: NewUser,
  actor: Actor,
  now: Date,
): Promise<Result<{ userId: string }, UserRefusal>> {
  const fault = passwordFault(user.password, [user.login, user.name]);
  if (fault) return refused(`identity.password-${fault}`);
  const passwordHash = await hashPassword(user.password);
  return transaction(async (tx) => {
    const target = await targetOf(tx, user.grant);
    if (target === null) return refused("identity.no-such-place");
    if (!can(actor, "user.manage", target)) return refused("identity.not-allowed");
    const { login, name, demo, grant } = user;
    const times = { createdAt: now, passwordChangedAt: now };
    const made = await tx.user.createManyAndReturn({
      data: [{ login, name, demo, passwordHash, ...times }],
      skipDuplicates: true,
      select: { id: true },
    });
    const userId = made[0]?.id;
    if (userId === undefined) return refused("identity.login-taken");
    await tx.membership.create({ data: { ...grant, userId, createdAt: now } });
    const write = recorder(tx, actor, userId, now);
    await write("user.created", { login });
    await write("user.granted", { login, ...grant });
    return done({ userId });
  });
}

/** Disables an account and ends its sessions at once; disabling twice changes nothing more. */
export function disableUser(
  login: string,
  actor: Actor,
  now: Date,
): Promise<Result<{ sessionsRevoked: number }, UserRefusal>> {
  return onUser(login, actor, async (tx, userId) => {
    await tx.user.updateMany({
      where: { id: userId, disabledAt: null },
      data: { disabledAt: now },
    });
    const sessionsRevoked = await revokeSessions(tx, userId, now);
    const facts = { login: foldLogin(login), sessionsRevoked };
    await recorder(tx, actor, userId, now)("user.disabled", facts);
    return { sessionsRevoked };
  });
}

/** Sets another password, ends every session of the account at once and lifts its lock. */
export async function setPassword(
  login: string,
  password: string,
  actor: Actor,
  now: Date,
): Promise<Result<{ sessionsRevoked: number }, UserRefusal>> {
  const fault = passwordFault(password, [login]);
  if (fault) return refused(`identity.password-${fault}`);
  const passwordHash = await hashPassword(password);
  const result = await onUser(login, actor, async (tx, userId) => {
    const data = { passwordHash, passwordChangedAt: now };
    await tx.user.update({ where: { id: userId }, data });
    const sessionsRevoked = await revokeSessions(tx, userId, now);
    const facts = { login: foldLogin(login), sessionsRevoked };
    await recorder(tx, actor, userId, now)("user.password-changed", facts);
    return { sessionsRevoked };
  });
  if (result.ok) await unlockAccount(foldLogin(login));
  return result;
}

/** Runs a change on an account whose every grant lies where the actor may manage users. */
function onUser<Value>(
  login: string,
  actor: Actor,
  change: (tx: Tx, userId: string) => Promise<Value>,
): Promise<Result<Value, UserRefusal>> {
  return transaction(async (tx) => {
    const user = await tx.user.findUnique({
      where: { login: foldLogin(login) },
      include: { memberships: { where: { revokedAt: null } } },
    });
    if (!user) return refused("identity.no-such-user");
    const grants = user.memberships.length > 0 ? user.memberships : [NOWHERE];
    for (const grant of grants) {
      const target = await targetOf(tx, grant);
      if (target === null || !can(actor, "user.manage", target)) {
        return refused("identity.not-allowed");
      }
    }
    return done(await change(tx, user.id));
  });
}

/** What an account without grants counts as: only an admin reaches it. */
const NOWHERE: Grant = { role: "auditor", agencyId: null, regionCode: null };

/** The place of a grant, from the rows; null where there is no such agency or region. */
async function targetOf(tx: Tx, grant: Grant): Promise<Target | null> {
  if (grant.agencyId !== null) {
    const where = { id: grant.agencyId };
    const agency = await tx.agency.findUnique({ where, include: { region: true } });
    return agency && { agencyId: agency.id, regionPath: agency.region.path };
  }
  if (grant.regionCode !== null) {
    const region = await tx.region.findUnique({ where: { code: grant.regionCode } });
    return region && { agencyId: null, regionPath: region.path };
  }
  return { agencyId: null, regionPath: [] };
}

function recorder(tx: Tx, actor: Actor, userId: string, at: Date) {
  return <Kind extends AuditKind>(kind: Kind, data: AuditData<Kind>): Promise<void> =>
    record(tx, {
      kind,
      actor: auditActor(actor),
      agencyId: null,
      targetType: "user",
      targetId: userId,
      data,
      at,
    });
}
