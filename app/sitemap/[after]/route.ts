import { FILE_SIZE, FIRST_FILE, sitemapFile, xmlAnswer } from "#lib/exports/sitemap.ts";
import { now } from "#lib/platform/clock.ts";
import { env } from "#lib/platform/env.ts";
import { sitemapRows } from "#lib/reports/queries-home.ts";

export const dynamic = "force-dynamic";

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export async function GET(
  _request: Request,
  { params }: { params: Promise<{ after: string }> },
): Promise<Response> {
  const { after } = await params;
  if (after !== FIRST_FILE && !UUID.test(after)) return new Response(null, { status: 404 });
  const start = after === FIRST_FILE ? {} : { after };
  const rows = await sitemapRows(now(), { ...start, limit: FILE_SIZE });
  return xmlAnswer(sitemapFile(env().SITE_URL, rows, after === FIRST_FILE));
}
