import { env } from "#lib/platform/env.ts";
import { openApi } from "#lib/public-api/openapi.ts";

export const dynamic = "force-dynamic";

/** What the open interface can do, for people and programs. */
export function GET(): Response {
  const site = env().SITE_URL.replace(/\/+$/u, "");
  return Response.json(openApi(site), { headers: { "Access-Control-Allow-Origin": "*" } });
}
