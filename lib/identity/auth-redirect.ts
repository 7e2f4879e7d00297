import { safePath } from "./safe-path.ts";

/** What the sign-in page has to say. */
export type SignInNotice = "refused" | "expired" | "unavailable";

/** What the address of the sign-in page carries. */
export interface SignInQuery {
  notice: SignInNotice | null;
  /** Where to go afterwards; null: the desk of whoever signs in. */
  next: string | null;
  /** The browser has been given the form's cookie just now; without it there, it takes none. */
  asked: boolean;
}

const NOTICES: readonly string[] = ["refused", "expired", "unavailable"] satisfies SignInNotice[];

/**
 * Where next-auth's answer leads, as a path of this site: its addresses carry a host that it guessed, and its way to
 * an error goes over three redirects without a language. `page` is the sign-in page in the caller's language.
 */
export function ownRedirect(location: string, page: string, next: string | null): string {
  const url = new URL(location, "http://site.invalid");
  const notice = noticeOf(url);
  if (notice !== null) return signInAddress(page, next, notice);
  if (url.pathname === "/sign-in") return signInAddress(page, next, null, true);
  return safePath(`${url.pathname}${url.search}`, page);
}

/** The address of the sign-in page `page` with what it should say and where it should lead. */
export function signInAddress(
  page: string,
  next: string | null,
  notice: SignInNotice | null = null,
  asked = false,
): string {
  const query = new URLSearchParams();
  if (notice !== null) query.set("error", notice);
  if (next !== null) query.set("callbackUrl", next);
  if (asked) query.set("asked", "1");
  return query.size === 0 ? page : `${page}?${query}`;
}

/** What an address of the sign-in page says; anything that does not fit is left out. */
export function signInQuery(params: Record<string, string | string[] | undefined>): SignInQuery {
  const notice = params.error;
  const next = params.callbackUrl;
  return {
    notice: isNotice(notice) ? notice : null,
    next: typeof next === "string" ? ownNext(next) : null,
    asked: params.asked === "1",
  };
}

/** A path to go to after sign-in, null where none was asked for or it leads elsewhere or back to the form. */
export function ownNext(wanted: string | null): string | null {
  const path = safePath(wanted, "");
  return path === "" || /^(\/en)?\/sign-in([?#]|$)/.test(path) ? null : path;
}

function isNotice(value: unknown): value is SignInNotice {
  return typeof value === "string" && NOTICES.includes(value);
}

function noticeOf(url: URL): SignInNotice | null {
  if (url.searchParams.get("csrf") === "true") return "expired";
  if (url.pathname !== "/api/auth/error" && !url.searchParams.has("error")) return null;
  return url.searchParams.get("error") === "CredentialsSignin" ? "refused" : "unavailable";
}
