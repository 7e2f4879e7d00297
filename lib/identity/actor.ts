/** The five roles of lib/identity/policy.ts; "anyone" is the absence of an actor. */
export const ROLES = ["editor", "reviewer", "moderator", "admin", "auditor"] as const;

export type Role = (typeof ROLES)[number];

/** A role and where it holds: an agency for editors and reviewers, a region for moderators, neither for the others. */
export interface Grant {
  role: Role;
  agencyId: string | null;
  regionCode: string | null;
}

/** Who asks. The grants were read from the memberships for this one request, never from a token. */
export interface Actor {
  userId: string;
  name: string;
  grants: readonly Grant[];
}

/** Stands in columns that want a user where nobody signed in: the command line and the worker. */
const SYSTEM_USER_ID = "00000000-0000-0000-0000-000000000000";

/** The actor of the command line and the worker; `name` says which of them in the audit trail. */
export function systemActor(name: string): Actor {
  return {
    userId: SYSTEM_USER_ID,
    name,
    grants: [{ role: "admin", agencyId: null, regionCode: null }],
  };
}

/** Whether this is the command line or the worker rather than a person. */
export function isSystem(actor: Actor): boolean {
  return actor.userId === SYSTEM_USER_ID;
}

/** The actor as an audit event names it: the system has a name but no user id. */
export function auditActor(actor: Actor): { userId: string | null; name: string } {
  return { userId: isSystem(actor) ? null : actor.userId, name: actor.name };
}
