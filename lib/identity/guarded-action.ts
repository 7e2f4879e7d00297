import type { z } from "zod";
import { now } from "#lib/platform/clock.ts";
import type { Refusal } from "#lib/platform/result.ts";
import { type GuardedResult, type Handler, runGuarded } from "./guard.ts";
import { currentActor } from "./session.ts";

/** A server action: called with an object, with a form, or by useActionState with the last state and a form. */
export type GuardedAction<Value, R extends Refusal> = (
  ...args: readonly unknown[]
) => Promise<GuardedResult<Value, R>>;

/** Makes a server action of a schema and a handler, behind the one guard; the last argument is the input. */
export function guarded<Schema extends z.ZodType, Value, R extends Refusal>(
  schema: Schema,
  handler: Handler<z.output<Schema>, Value, R>,
): GuardedAction<Value, R> {
  return async (...args) =>
    runGuarded(schema, handler, { actor: currentActor, raw: args.at(-1), now: now() });
}
