import { linesOf, type Page, type Range } from "./plain.ts";

const TAGS = ["sitename", "og:site_name", "page:title"];
const RUN_BY =
  /(?:版权所有|主办单位|主办|承办单位|Copyright)\s?[:\uFF1A©|\s]{0,3}\s?([\p{Script=Han}]{4,30})/u;
const OWN = /([\p{Script=Han}]{4,30})\s?版权所有/u;
const LINES = 60;

/** What a page calls its site, and who it says runs it, likeliest first. */
export function sitesOf(page: Page, tail: Range): string[] {
  const tagged = TAGS.flatMap((name) => (page.meta.get(name) ?? "").split(/[_|—–\-,]/u).reverse());
  const below = linesOf(page.text, tail)
    .slice(-LINES)
    .map(({ start, end }) => page.text.slice(start, Math.min(end, start + 200)));
  const footer = (page.meta.get("page:footer") ?? "").normalize("NFKC").split("\n");
  const runBy = [...footer, ...below].flatMap(
    (line) => RUN_BY.exec(line)?.[1] ?? OWN.exec(line)?.[1] ?? [],
  );
  return [...tagged.map((name) => name.trim()), ...runBy].filter((name) => name !== "");
}
