import type { MetadataRoute } from "next";
import { env } from "#lib/platform/env.ts";

export const dynamic = "force-dynamic";

/** Everything public may be read; what needs a sign-in is not worth the visit. */
export default function robots(): MetadataRoute.Robots {
  const closed = ["/desk", "/admin", "/sign-in", "/api/auth"];
  const inEnglish = closed.filter((path) => !path.startsWith("/api")).map((path) => `/en${path}`);
  return {
    rules: { userAgent: "*", allow: "/", disallow: [...closed, ...inEnglish] },
    sitemap: new URL("/sitemap.xml", env().SITE_URL).href,
  };
}
