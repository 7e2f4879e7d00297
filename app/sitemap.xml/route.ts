import { FILE_SIZE, FIRST_FILE, sitemapIndex, xmlAnswer } from "#lib/exports/sitemap.ts";
import { now } from "#lib/platform/clock.ts";
import { env } from "#lib/platform/env.ts";
import { sitemapStarts } from "#lib/reports/queries-sitemap.ts";

export const dynamic = "force-dynamic";

export async function GET(): Promise<Response> {
  const starts = await sitemapStarts(now(), FILE_SIZE);
  return xmlAnswer(sitemapIndex(env().SITE_URL, [FIRST_FILE, ...starts]));
}
