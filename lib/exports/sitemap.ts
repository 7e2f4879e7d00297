import { escaped, XML_HEAD } from "./xml.ts";

/** Reports in one file of the sitemap; the protocol allows 50,000 addresses. */
export const FILE_SIZE = 20_000;
/** The name of the first file; the others are named by the report they begin after. */
export const FIRST_FILE = "first";

interface Entry {
  agencyId: string;
  year: number;
  publishedAt: Date;
}

const SCHEMA = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';
const ALTERNATES = 'xmlns:xhtml="http://www.w3.org/1999/xhtml"';
const PAGES = ["/", "/agencies", "/check", "/checks", "/about", "/glossary", "/accessibility"];

/** The list of the sitemap's files. */
export function sitemapIndex(site: string, files: readonly string[]): string {
  const lines = files.map(
    (file) => `<sitemap><loc>${escaped(`${origin(site)}/sitemap/${file}`)}</loc></sitemap>`,
  );
  return `${XML_HEAD}<sitemapindex ${SCHEMA}>\n${lines.join("\n")}\n</sitemapindex>\n`;
}

/** One file of the sitemap: each address with its counterpart in English; the first one also names the standing pages. */
export function sitemapFile(site: string, entries: readonly Entry[], isFirst: boolean): string {
  const pages = isFirst ? PAGES.map((path) => urlOf(site, path, null)) : [];
  const reports = entries.map(({ agencyId, year, publishedAt }) =>
    urlOf(site, `/agencies/${encodeURIComponent(agencyId)}/${year}`, publishedAt),
  );
  const lines = [...pages, ...reports].join("\n");
  return `${XML_HEAD}<urlset ${SCHEMA} ${ALTERNATES}>\n${lines}\n</urlset>\n`;
}

/** An answer of XML. */
export function xmlAnswer(xml: string): Response {
  return new Response(xml, { headers: { "content-type": "application/xml; charset=utf-8" } });
}

function urlOf(site: string, path: string, changed: Date | null): string {
  const chinese = escaped(`${origin(site)}${path}`);
  const english = escaped(`${origin(site)}/en${path === "/" ? "" : path}`);
  const links = [
    ["zh-CN", chinese],
    ["en", english],
  ].map(
    ([language, address]) =>
      `<xhtml:link rel="alternate" hreflang="${language}" href="${address}"/>`,
  );
  const date = changed ? `<lastmod>${changed.toISOString()}</lastmod>` : "";
  return `<url><loc>${chinese}</loc>${date}${links.join("")}</url>`;
}

const origin = (site: string) => site.replace(/\/+$/, "");
