/** A path of this site that a form or an address asked to go to next; anything else gives the fallback. */
export function safePath(wanted: string | null | undefined, fallback: string): string {
  if (!wanted?.startsWith("/") || hasControl(wanted) || wanted.includes("\\")) return fallback;
  const base = "http://site.invalid";
  const url = URL.canParse(wanted, base) ? new URL(wanted, base) : null;
  if (url?.origin !== base || url.pathname.startsWith("//")) return fallback;
  if (url.pathname.startsWith("/api/")) return fallback;
  return `${url.pathname}${url.search}${url.hash}`;
}

function hasControl(text: string): boolean {
  return [...text].some((sign) => sign < " " || sign === "\u007f");
}
