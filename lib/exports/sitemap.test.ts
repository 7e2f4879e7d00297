import { expect, test } from "vitest";
import { sitemapFile, sitemapIndex } from "./sitemap.ts";

const site = "https://example.org/";

test("the index names every file once, without a double slash", () => {
  const xml = sitemapIndex(site, ["first", "abc"]);
  expect(xml).toContain("<loc>https://example.org/sitemap/first</loc>");
  expect(xml.match(/<sitemap>/g)).toHaveLength(2);
});

test("a report stands with its date and both languages; an id cannot break out", () => {
  const entry = { agencyId: 'a"<b>', year: 2023, publishedAt: new Date("2024-01-30T00:00:00Z") };
  const xml = sitemapFile(site, [entry], false);
  expect(xml).toContain("<loc>https://example.org/agencies/a%22%3Cb%3E/2023</loc>");
  expect(xml).toContain('hreflang="en" href="https://example.org/en/agencies/');
  expect(xml).toContain("<lastmod>2024-01-30T00:00:00.000Z</lastmod>");
  expect(xml).not.toContain("https://example.org/about");
});

test("the first file names the standing pages", () => {
  expect(sitemapFile(site, [], true)).toContain('href="https://example.org/en"/>');
});
