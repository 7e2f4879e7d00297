import { env } from "#lib/platform/env.ts";

/** Whether people reach the site over https, so that cookies must never travel without it. */
export function isSecureSite(): boolean {
  return env().SITE_URL.startsWith("https://");
}

/** The names of the sign-in cookies; `__Host-` binds them to this very host where https allows it. */
export function cookieNames(): { session: string; csrf: string; callback: string } {
  const prefix = isSecureSite() ? "__Host-" : "";
  return {
    session: `${prefix}gongkai.session`,
    csrf: `${prefix}gongkai.csrf`,
    callback: `${prefix}gongkai.next`,
  };
}

/** What every sign-in cookie has in common. */
export function cookieOptions(): { httpOnly: true; sameSite: "lax"; path: "/"; secure: boolean } {
  return { httpOnly: true, sameSite: "lax", path: "/", secure: isSecureSite() };
}
