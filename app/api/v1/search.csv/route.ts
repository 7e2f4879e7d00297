import { callerOf } from "#lib/identity/caller.ts";
import { answerCsv } from "#lib/search/answers.ts";

/** All that a search finds, as CSV. */
export function GET(request: Request): Promise<Response> {
  return answerCsv(request, callerOf(request));
}
