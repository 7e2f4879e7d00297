import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { log } from "#lib/platform/log.ts";
import { type Refusal, type Result, refused } from "#lib/platform/result.ts";
import type { Actor } from "./actor.ts";

/** What a guarded handler is given: who asks, what they sent (parsed), and the moment. */
export interface Guarded<Input> {
  actor: Actor;
  input: Input;
  now: Date;
}

/** What the guard itself refuses with. */
export type GuardRefusal =
  | Refusal<"identity.sign-in-required">
  | Refusal<"input.invalid", { fields: Record<string, string[]>; form: string[] }>
  | Refusal<"platform.fault", { id: string }>
  /** Said by the browser: the server could not be reached, or did not answer. */
  | Refusal<"platform.unreachable">
  /** Said by the browser: the site was updated since the page was loaded, and knows its forms no more. */
  | Refusal<"platform.outdated">;

/** Does the work for someone signed in; whether they may, the command decides on the loaded row. */
export type Handler<Input, Value, R extends Refusal> = (
  context: Guarded<Input>,
) => Promise<Result<Value, R>>;

/** What a guarded action answers. */
export type GuardedResult<Value, R extends Refusal> = Result<Value, R | GuardRefusal>;

/**
 * The one guard before every write: signed in, well-formed, then the handler. Expected refusals are values; a fault is
 * logged under an id that the answer carries. What the framework throws to steer (redirects) passes through.
 */
export async function runGuarded<Schema extends z.ZodType, Value, R extends Refusal>(
  schema: Schema,
  handler: Handler<z.output<Schema>, Value, R>,
  request: { actor: () => Promise<Actor | null>; raw: unknown; now: Date },
): Promise<GuardedResult<Value, R>> {
  try {
    const actor = await request.actor();
    if (actor === null) return refused("identity.sign-in-required");
    const raw = request.raw instanceof FormData ? formFields(request.raw) : request.raw;
    const parsed = await schema.safeParseAsync(raw);
    if (!parsed.success) return { ok: false, refusal: invalid(parsed.error) };
    return await handler({ actor, input: parsed.data, now: request.now });
  } catch (error) {
    if (isSteering(error)) throw error;
    const id = randomUUID();
    log.error({ err: error, id }, "an action failed");
    return { ok: false, refusal: { code: "platform.fault", facts: { id } } };
  }
}

/** A form as an object: a field sent several times is a list, the framework's own fields are left out. */
export function formFields(form: FormData): Record<string, unknown> {
  const names = [...new Set(form.keys())].filter((name) => !name.startsWith("$ACTION"));
  return Object.fromEntries(
    names.map((name) => {
      const values = form.getAll(name);
      return [name, values.length === 1 ? values[0] : values];
    }),
  );
}

function invalid(error: z.ZodError): GuardRefusal {
  const named = error.issues.filter((issue) => issue.path.length > 0);
  const byField = Map.groupBy(named, (issue) => issue.path.join("."));
  const fields = Object.fromEntries(
    [...byField].map(([field, issues]) => [field, issues.map((issue) => issue.message)]),
  );
  const form = error.issues
    .filter((issue) => issue.path.length === 0)
    .map(({ message }) => message);
  return { code: "input.invalid", facts: { fields, form } };
}

/** Next's redirect() and notFound() are thrown, and marked by a digest. */
function isSteering(error: unknown): boolean {
  if (!(error instanceof Error) || !("digest" in error)) return false;
  return typeof error.digest === "string" && error.digest.startsWith("NEXT_");
}
