import { linesOf, type Page, type Range } from "./plain.ts";

const LONGEST = 2000;
const LINES = 12;
/** A line that says where a text was copied from. */
const LINE =
  /^(?:[【[]?(?:来源|原文|信息|页面|网页)?(?:地址|链接|网址|URL)[】\]]?\s*[:\uFF1A]?|(?:来源|出处|source|url|url\ssource|link)\s*[:\uFF1A])?\s*<?(https?:\/\/[^\s<>|"']+)>?$/iu;

/** The address under which a source says that it stood: tags, the comment of a saved page, or a line of its own at the top. */
export function readSourceUrl(page: Page, front: Range): string | null {
  const base = page.meta.get("base:href");
  const tagged = ["link:canonical", "og:url", "saved:from", "url"].map((name) =>
    webAddress(page.meta.get(name), base),
  );
  const printed = linesOf(page.text, front)
    .slice(0, LINES)
    .map((line) => asPrinted(page, line));
  // An address in the words of the introduction is where to read more.
  const prose = printed.findIndex((line) => /[。，]|报告可|登[录陆]|下载|查[阅看询]/u.test(line));
  const addressed = printed
    .slice(0, prose < 0 ? undefined : prose)
    .map((line) => LINE.exec(line)?.[1]);
  const found = [...tagged, ...addressed.map((words) => webAddress(words)), webAddress(base)];
  // A site's home page is no address of a report.
  return found.find((address) => address !== null && new URL(address).pathname !== "/") ?? null;
}

/** The line as found: folding would change an address. */
function asPrinted(page: Page, { start, end }: Range): string {
  return page.plain.slice(page.plainAt(start), page.plainAt(end)).trim();
}

/** A plain http(s) address of a host with a name, without credentials; null for anything else. */
function webAddress(words: string | undefined, base?: string): string | null {
  if (!words || words.length > LONGEST) return null;
  const url = URL.parse(words.trim(), base && URL.canParse(base) ? base : undefined);
  if (!url || !/^https?:$/u.test(url.protocol)) return null;
  const isPlain = url.username === "" && url.password === "" && url.hostname.includes(".");
  return isPlain && url.href.length <= LONGEST ? url.href : null;
}
