/** What each address without a page answers to; the first that fits counts. */
const METHODS: readonly (readonly [RegExp, string])[] = [
  [/^\/api\/v1\/check$/u, "OPTIONS, POST"],
  [/^\/api\/auth\//u, "GET, HEAD, OPTIONS, POST"],
  [/^\/api\/(?:v1\/[^/]+|health|ready)$/u, "GET, HEAD, OPTIONS"],
  [/^(?:\/sitemap\.xml|\/sitemap\/[^/]+|.*\/files\/[^/]+|.*\/source)$/u, "GET, HEAD, OPTIONS"],
];

/** What `Allow` says where a method is not one that an address answers to; null where it is one, or there may be a page. */
export function allowFor(method: string, path: string): string | null {
  const allowed = METHODS.find(([address]) => address.test(path))?.[1];
  return allowed === undefined || allowed.split(", ").includes(method) ? null : allowed;
}
