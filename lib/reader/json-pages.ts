import { fieldsOf } from "./json-fields.ts";

type Piece = { readonly [key: string]: unknown };

/** Names of the number of a page, by itself or in what is told of it. */
const PAGE_KEY = /^(?:page|p|页|页码|第几页)$|^page[_-]?(?:no|num|number|idx|index|id)$/iu;
const ABOUT_KEY = /^(?:meta|metadata)$/iu;
const SOURCE_KEY = /^(?:source|file|file_?path|file_?name|url|doc_?id)$/iu;
/** Names by which the pages of one document are told from those of others. */
const NAME_KEYS = ["doc", "document", "id", "name", "title", "标题"];
/** Names of the words of a page or of a piece of one, what keeps most first. */
const TEXT_KEYS = ["table_body", "html", "markdown", "md", "page_content", "content", "text"];
/** What stands above and below a table. */
const [ABOVE, BELOW] = ["table_caption", "table_footnote"];
const LONGEST_LIST = 20_000;

/** The words of the pages of one document, or of the pieces of its pages, in their order; null where a list does not say that it is such. */
export function pagesIn(list: readonly unknown[]): string[] | null {
  if (list.length < 2 || list.length > LONGEST_LIST || !list.every(isRecord)) return null;
  const numbers = list.map(pageOf);
  // A page of blocks has its number in each of them; two pages with one number are of two documents.
  const least = list.every((one) => typeof one.type === "string") ? 0 : 1;
  const isNumbered = numbers.every(
    (number, at) => number !== null && number >= (numbers[at - 1] ?? -least) + least,
  );
  const isCut = list.every((one) => typeof one.page_content === "string");
  if (!isNumbered && !(isCut && numbers.every((number) => number === null))) return null;
  if (new Set(list.map(sourceOf)).size > 1 || areSeveral(list)) return null;
  return list.map(wordsOf);
}

const isRecord = (value: unknown): value is Piece =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function pageOf(record: Piece): number | null {
  const [, value] = fieldsOf(record, ABOUT_KEY).find(([key]) => PAGE_KEY.test(key)) ?? [];
  const number = typeof value === "string" && /^\d{1,5}$/u.test(value) ? Number(value) : value;
  return typeof number === "number" && Number.isInteger(number) && number >= 0 ? number : null;
}

function sourceOf(record: Piece): string {
  const sources = fieldsOf(record, ABOUT_KEY).flatMap(([key, value]) =>
    SOURCE_KEY.test(key) && typeof value === "string" ? [value] : [],
  );
  return sources.join("\n");
}

/** Whether the pages are of several documents by a name that some of them share. */
function areSeveral(list: readonly Piece[]): boolean {
  return NAME_KEYS.some((key) => {
    const names = new Set(list.map((record) => record[key]));
    return names.size > 1 && names.size < list.length;
  });
}

function wordsOf(record: Piece): string {
  const key = TEXT_KEYS.find((one) => typeof record[one] === "string" && record[one] !== "");
  const own = key === undefined ? [] : [record[key]];
  return [record[ABOVE], own, record[BELOW]]
    .flat()
    .filter((words) => typeof words === "string" && words !== "")
    .join("\n");
}
