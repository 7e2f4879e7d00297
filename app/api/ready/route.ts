import { now } from "#lib/platform/clock.ts";
import { readiness } from "#lib/platform/health/ready.ts";

export const dynamic = "force-dynamic";

/** Whether requests may be sent here: database, migrations and worker are there; 503 where not. */
export async function GET(): Promise<Response> {
  const state = await readiness(now());
  return Response.json(state, {
    status: state.ready ? 200 : 503,
    headers: { "Cache-Control": "no-store" },
  });
}
