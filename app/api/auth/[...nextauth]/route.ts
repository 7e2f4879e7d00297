import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { DEFAULT_LOCALE, isLocale } from "#i18n/locales.ts";
import { localePath } from "#i18n/path.ts";
import { authOptions } from "#lib/identity/auth-options.ts";
import { ownNext, ownRedirect } from "#lib/identity/auth-redirect.ts";

interface Context {
  params: Promise<{ nextauth: string[] }>;
}

/** What of next-auth's endpoints this site uses; the others (a log anybody may write to, other ways in and out) stay shut. */
const SIGN_IN = "POST callback/credentials";
const OPEN = ["GET csrf", "GET signin", SIGN_IN];
const MAX_BODY = 16 * 1024;

async function handle(request: NextRequest, context: Context): Promise<Response> {
  const name = `${request.method} ${(await context.params).nextauth.join("/")}`;
  if (!OPEN.includes(name)) return new Response(null, { status: 404 });
  if (name === SIGN_IN && !hasSmallBody(request)) return new Response(null, { status: 413 });
  const response: unknown = await NextAuth(request, context, authOptions());
  if (!(response instanceof Response)) throw new Error(`next-auth gave no answer to ${name}`);
  const location = response.headers.get("location");
  if (location !== null) response.headers.set("location", leadOn(location, request));
  response.headers.set("cache-control", "no-store");
  return response;
}

function leadOn(location: string, { nextUrl }: NextRequest): string {
  const asked = nextUrl.searchParams.get("locale");
  const page = localePath(isLocale(asked) ? asked : DEFAULT_LOCALE, "/sign-in");
  return ownRedirect(location, page, ownNext(nextUrl.searchParams.get("callbackUrl")));
}

function hasSmallBody(request: NextRequest): boolean {
  const length = request.headers.get("content-length");
  return length !== null && Number(length) <= MAX_BODY;
}

export { handle as GET, handle as POST };
