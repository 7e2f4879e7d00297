import { callerOf } from "#lib/identity/caller.ts";
import { answerFeed } from "#lib/search/answers.ts";

/** What a search finds, as an Atom feed. */
export function GET(request: Request): Promise<Response> {
  return answerFeed(request, callerOf(request));
}
