import type { NextAuthOptions, RequestInternal } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { now } from "#lib/platform/clock.ts";
import { env } from "#lib/platform/env.ts";
import { log } from "#lib/platform/log.ts";
import { clientAddress } from "./client-address.ts";
import { signIn } from "./commands.ts";
import { cookieNames, cookieOptions, isSecureSite } from "./cookies.ts";
import { safePath } from "./safe-path.ts";
import { credentialsSchema } from "./schema.ts";
import { currentSessionId } from "./session.ts";
import { SESSION_SECONDS } from "./session-rules.ts";

declare module "next-auth" {
  interface User {
    sid: string;
  }
}

declare module "next-auth/jwt" {
  interface JWT {
    sid?: string;
  }
}

/** What next-auth answers where the password could not even be looked at; the page says "try again later". */
export const UNAVAILABLE = "unavailable";

/** next-auth's settings: credentials only, and a token that carries nothing but the random session id. */
export function authOptions(): NextAuthOptions {
  const names = cookieNames();
  const options = cookieOptions();
  return {
    secret: env().AUTH_SECRET,
    useSecureCookies: isSecureSite(),
    cookies: {
      sessionToken: { name: names.session, options },
      csrfToken: { name: names.csrf, options },
      callbackUrl: { name: names.callback, options },
    },
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    pages: { signIn: "/sign-in" },
    providers: [
      Credentials({
        credentials: { login: {}, password: { type: "password" } },
        authorize: (credentials, request) => authorize(credentials, request),
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => {
        const sid = user?.sid ?? token.sid;
        return sid === undefined ? {} : { sid };
      },
      redirect: ({ url, baseUrl }) => `${baseUrl}${safePath(url, "/sign-in")}`,
    },
    logger: {
      error: (code, facts) => log.error({ code, facts }, "sign-in failed"),
      warn: (code) => log.debug({ code }, "next-auth warns"),
      debug: () => undefined,
    },
  };
}

async function authorize(
  credentials: unknown,
  { headers }: Pick<RequestInternal, "headers">,
): Promise<{ id: string; sid: string } | null> {
  const parsed = credentialsSchema.safeParse(credentials);
  if (!parsed.success) return null;
  try {
    const result = await signIn(
      {
        ...parsed.data,
        address: clientAddress(headers?.["x-forwarded-for"], env().TRUSTED_PROXIES),
        userAgent: headers?.["user-agent"] ?? null,
        replaces: await currentSessionId(),
      },
      now(),
    );
    return result.ok ? { id: result.value.userId, sid: result.value.sessionId } : null;
  } catch (error) {
    log.error({ err: error }, "sign-in could not be decided");
    throw new Error(UNAVAILABLE);
  }
}
