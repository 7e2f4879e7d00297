import { now } from "#lib/platform/clock.ts";
import { searchJson, searchTag } from "#lib/search/api.ts";
import { EngineFailure } from "#lib/search/engine.ts";
import { givenOf } from "#lib/search/query.ts";
import { searchReports } from "#lib/search/search.ts";

const OPEN = { "Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": "ETag" };

/** A search as JSON: the parameters of the search page; a bad value is a 400 that names it. */
export async function GET(request: Request): Promise<Response> {
  const given = givenOf(new URL(request.url).searchParams);
  try {
    const answer = await searchReports(given, now());
    const [problem] = answer.problems;
    if (problem) {
      const { parameter, value } = problem;
      const error = { code: "search.bad-parameter", parameter, value };
      return Response.json({ error, problems: answer.problems }, { status: 400, headers: OPEN });
    }
    const body = searchJson(answer);
    const headers = { ...OPEN, ETag: searchTag(body), "Cache-Control": "no-cache" };
    if (request.headers.get("if-none-match") === headers.ETag) {
      return new Response(null, { status: 304, headers });
    }
    return Response.json(body, { headers });
  } catch (error) {
    if (!(error instanceof EngineFailure)) throw error;
    const headers = { ...OPEN, "Retry-After": "5" };
    return Response.json({ error: { code: "search.unavailable" } }, { status: 503, headers });
  }
}
