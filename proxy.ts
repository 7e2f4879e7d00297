import { type NextRequest, NextResponse } from "next/server";
import { localeOf } from "#i18n/path.ts";
import { FILE_POLICY } from "#lib/files/attachment.ts";
import { contentSecurityPolicy } from "#lib/platform/content-security-policy.ts";
import { env } from "#lib/platform/env.ts";
import { allowFor } from "#lib/public-api/methods.ts";

/** Sets language and headers, nothing else: permission never depends on it, and next.config.js does the rewriting. */
export function proxy(request: NextRequest): NextResponse {
  const { NODE_ENV, SITE_URL } = env();
  const https = SITE_URL.startsWith("https:");
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const development = NODE_ENV === "development";
  const isFile = /\/files\/[^/]+$/.test(request.nextUrl.pathname);
  // Set here, for what is set here goes before what a route says.
  const policy = isFile ? FILE_POLICY : contentSecurityPolicy({ nonce, development, https });
  const headers = new Headers(request.headers);
  // Next takes the nonce from here, next-intl the language, the layout the path for the language switch.
  headers.set("content-security-policy", policy);
  headers.set("x-next-intl-locale", localeOf(request.nextUrl.pathname));
  headers.set("x-path", `${request.nextUrl.pathname}${request.nextUrl.search}`);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  // Next answers a wrong method with a bare 405.
  const allow = allowFor(request.method, request.nextUrl.pathname);
  if (allow) response.headers.set("allow", allow);
  if (https) response.headers.set("strict-transport-security", "max-age=31536000");
  return response;
}

export const config = { matcher: "/((?!_next/static|_next/image).*)" };
