import { callerOf } from "#lib/identity/caller.ts";
import { answerSearch } from "#lib/search/answers.ts";

/** A search as JSON. */
export function GET(request: Request): Promise<Response> {
  return answerSearch(request, callerOf(request));
}
