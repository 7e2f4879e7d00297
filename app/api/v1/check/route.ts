import { answerCheck, OPEN } from "#lib/check-service/api.ts";
import { clientAddress } from "#lib/identity/client-address.ts";
import { env } from "#lib/platform/env.ts";

/** Reads and checks one file or text; nothing of it is stored. */
export function POST(request: Request): Promise<Response> {
  const forwarded = request.headers.get("x-forwarded-for");
  return answerCheck(request, clientAddress(forwarded, env().TRUSTED_PROXIES));
}

/** Lets pages of other sites ask. */
export function OPTIONS(): Response {
  const headers = {
    ...OPEN,
    "Access-Control-Allow-Methods": "POST, OPTIONS",
    "Access-Control-Allow-Headers": "Content-Type",
    "Access-Control-Max-Age": "86400",
  };
  return new Response(null, { status: 204, headers });
}
