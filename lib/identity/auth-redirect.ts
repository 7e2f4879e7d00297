import { safePath } from "./safe-path.ts";

/** Where the sign-in page of a language stands, and what it says. */
export type SignInNotice = "refused" | "expired" | "unavailable";

/**
 * Where next-auth's answer leads, as a path of this site: its addresses carry a host that it guessed, and its way to
 * an error goes over three redirects without a language. `page` is the sign-in page in the caller's language.
 */
export function ownRedirect(location: string, page: string, next: string | null): string {
  const base = "http://site.invalid";
  const url = new URL(location, base);
  const notice = noticeOf(url);
  if (notice !== null) return signInAddress(page, next, notice);
  const path = safePath(`${url.pathname}${url.search}`, page);
  return url.pathname === "/sign-in" ? signInAddress(page, next, null) : path;
}

/** The address of the sign-in page with what it should say and where it should lead. */
export function signInAddress(
  page: string,
  next: string | null,
  notice: SignInNotice | null,
): string {
  const query = new URLSearchParams();
  if (notice !== null) query.set("error", notice);
  if (next !== null) query.set("callbackUrl", next);
  return query.size === 0 ? page : `${page}?${query}`;
}

function noticeOf(url: URL): SignInNotice | null {
  if (url.searchParams.get("csrf") === "true") return "expired";
  if (url.pathname !== "/api/auth/error" && !url.searchParams.has("error")) return null;
  return url.searchParams.get("error") === "CredentialsSignin" ? "refused" : "unavailable";
}
