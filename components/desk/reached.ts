import { unstable_isUnrecognizedActionError as isOutdated } from "next/navigation";
import type { GuardedResult } from "#lib/identity/guard.ts";
import { type Refusal, refused } from "#lib/platform/result.ts";

/**
 * The answer of a server action, or that the server was not reached: thrown, that would put an error in the place of the
 * page and of all that was typed. What the framework throws bears a digest and passes through.
 */
export async function reached<Value, R extends Refusal>(
  answer: Promise<GuardedResult<Value, R>>,
): Promise<GuardedResult<Value, R>> {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof Error) || "digest" in error) throw error;
    return refused(isOutdated(error) ? "platform.outdated" : "platform.unreachable");
  }
}
