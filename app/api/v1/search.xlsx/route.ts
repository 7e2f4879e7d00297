import { callerOf } from "#lib/identity/caller.ts";
import { answerXlsx } from "#lib/search/answers.ts";

/** All that a search finds, as a workbook. */
export function GET(request: Request): Promise<Response> {
  return answerXlsx(request, callerOf(request));
}
