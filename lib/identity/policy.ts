import { type Actor, type Grant, isSystem, type Role } from "./actor.ts";

/** Where an action would happen, taken from the loaded row. */
export interface Target {
  agencyId: string | null;
  /** Region codes from the province down to the agency's own region. */
  regionPath: readonly string[];
  /** Who wrote the draft last. */
  editedById?: string | null;
  /** Who sent the draft on. */
  sentById?: string | null;
}

/** Bars that hold even for someone whose role and place would do. */
type Bar =
  /** Nobody approves what they wrote last. */
  | "own-work"
  /** Nobody decides, as the authority, on an agency they belong to. */
  | "own-agency"
  /** Only the sender takes back what was sent. */
  | "not-sender";

interface Rule {
  roles: readonly Role[];
  bars: readonly Bar[];
}

const AGENCY: readonly Role[] = ["editor", "reviewer", "admin"];
const AUTHORITY: readonly Role[] = ["moderator", "admin"];

/** The table: who may do what. Where a role holds is the grant's business (`reaches`), the same for every action. */
export const POLICY = {
  "report.read-draft": { roles: ["editor", "reviewer", "moderator", "admin"], bars: [] },
  "report.read-versions": {
    roles: ["editor", "reviewer", "moderator", "admin", "auditor"],
    bars: [],
  },
  "report.start": { roles: AGENCY, bars: [] },
  "report.edit": { roles: AGENCY, bars: [] },
  "report.send-to-review": { roles: AGENCY, bars: [] },
  "report.approve": { roles: ["reviewer", "admin"], bars: ["own-work"] },
  "report.send-back": { roles: ["reviewer", "admin"], bars: [] },
  "report.submit": { roles: AGENCY, bars: [] },
  "report.recall": { roles: AGENCY, bars: ["not-sender"] },
  "report.explain": { roles: AGENCY, bars: [] },
  "report.return": { roles: AUTHORITY, bars: ["own-agency"] },
  "report.publish": { roles: AUTHORITY, bars: ["own-agency", "own-work"] },
  "report.schedule": { roles: AUTHORITY, bars: ["own-agency", "own-work"] },
  "report.withdraw": { roles: AUTHORITY, bars: ["own-agency"] },
  "report.republish": { roles: AUTHORITY, bars: ["own-agency"] },
  "report.redact": { roles: ["admin"], bars: [] },
  "agency.manage": { roles: AUTHORITY, bars: [] },
  "user.manage": { roles: AUTHORITY, bars: [] },
  "audit.read": { roles: ["admin", "auditor"], bars: [] },
  "search.manage": { roles: ["admin"], bars: [] },
  "settings.manage": { roles: ["admin"], bars: [] },
} as const satisfies Record<string, Rule>;

export type Action = keyof typeof POLICY;

/** Why an action is refused: no role there, or one of the bars. */
export type Denial = "identity.no-role" | `identity.${Bar}`;

/** Whether this actor may do this to that target; see domain.md "People" for the words behind the table. */
export function can(actor: Actor, action: Action, target: Target): boolean {
  return denial(actor, action, target) === null;
}

/** The reason why this actor may not do this to that target, or null where it may. */
export function denial(actor: Actor, action: Action, target: Target): Denial | null {
  const rule: Rule = POLICY[action];
  if (!actor.grants.some((grant) => rule.roles.includes(grant.role) && reaches(grant, target))) {
    return "identity.no-role";
  }
  if (isSystem(actor)) return null;
  const bar = rule.bars.find((each) => isBarred(each, actor, target));
  return bar === undefined ? null : `identity.${bar}`;
}

function reaches(grant: Grant, target: Target): boolean {
  switch (grant.role) {
    case "editor":
    case "reviewer":
      return grant.agencyId !== null && grant.agencyId === target.agencyId;
    case "moderator":
      return grant.regionCode !== null && target.regionPath.includes(grant.regionCode);
    case "admin":
    case "auditor":
      return true;
  }
}

function isBarred(bar: Bar, actor: Actor, target: Target): boolean {
  switch (bar) {
    case "own-work":
      return target.editedById === actor.userId;
    case "own-agency":
      return target.agencyId !== null && belongsTo(actor, target.agencyId);
    case "not-sender":
      return target.sentById !== actor.userId;
  }
}

function belongsTo(actor: Actor, agencyId: string): boolean {
  return actor.grants.some((grant) => grant.agencyId === agencyId);
}
