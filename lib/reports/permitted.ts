import type { Actor } from "#lib/identity/actor.ts";
import { can, type Target } from "#lib/identity/policy.ts";
import { actionsFrom, type LifecycleAction, type Position, transitionOf } from "./lifecycle.ts";

/** What this actor may do to a report from where it stands: the lifecycle's table and the policy's together. Buttons read it. */
export function permittedActions(
  actor: Actor,
  { position, ownReview, target }: { position: Position; ownReview: boolean; target: Target },
): LifecycleAction[] {
  return actionsFrom(position, ownReview).filter((action) =>
    can(actor, transitionOf(action).who, target),
  );
}
