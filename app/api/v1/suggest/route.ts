import { callerOf } from "#lib/identity/caller.ts";
import { answerSuggest } from "#lib/search/answers.ts";

/** What may be meant by what is being typed. */
export function GET(request: Request): Promise<Response> {
  return answerSuggest(request, callerOf(request));
}
