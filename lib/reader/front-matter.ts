import { linesOf, type Page, type Range } from "./plain.ts";

/** What programs that copy pages write above the text, by the name under which a page's own tags say the same. */
const NAMES: Readonly<Record<string, string>> = {
  title: "articletitle",
  url: "url",
  "url source": "url",
  source_url: "url",
  sourceurl: "url",
  date: "pubdate",
  "published time": "pubdate",
  published: "pubdate",
  publish_date: "pubdate",
  sitename: "sitename",
  site_name: "sitename",
};
const LINE = new RegExp(
  `^[-*"\\s]{0,4}(${Object.keys(NAMES).join("|")})["*]{0,3}\\s{0,3}:\\s{0,3}["*]{0,3}(\\S.{1,600}?)["*,]{0,3}$`,
  "iu",
);
const LINES = 16;

/** A page that also says what the lines above its text say: Title, URL Source, Published Time; its own tags come first. */
export function withFrontMatter(page: Page, front: Range): Page {
  const said = linesOf(page.text, front)
    .slice(0, LINES)
    .flatMap(({ start, end }): [string, string][] => {
      const line = page.plain.slice(page.plainAt(start), page.plainAt(end)).trim();
      const [, name = "", value = ""] = LINE.exec(line) ?? [];
      const key = NAMES[name.toLowerCase()];
      return key === undefined ? [] : [[key, value.trim()]];
    });
  return said.length === 0 ? page : { ...page, meta: new Map([...said, ...page.meta]) };
}
