const PUBLISHED = "发布日期";

/** What a record of a scraper or of a site's interface says of its text, by the label that a page has for it. */
const FACTS: readonly { label: string; key: RegExp; value: RegExp }[] = [
  {
    label: "索引号",
    key: /^(?:index_?(?:no|num|number|code)|(?:信息)?索引号)$/iu,
    value: /^[\w\p{Script=Han}][\w\p{Script=Han}/.-]{3,60}$/u,
  },
  {
    label: "文号",
    key: /^(?:doc_?(?:no|number)|file_?(?:no|num|number)|文号|发文字号)$/iu,
    value: /^[\p{Script=Han}A-Z]{2,20}\s?[〔[(（]\d{4}[〕\])）].{1,12}$/u,
  },
  {
    label: "发布机构",
    key: /^(?:source|source_?name|content_?source|publisher|publish_?(?:org|unit|dept)|发布(?:机构|单位)|(?:信息)?来源)$/iu,
    value: /^\p{Script=Han}[\p{Script=Han}()（）]{2,40}$/u,
  },
  {
    label: PUBLISHED,
    key: /^(?:date|pub(?:lish(?:ed)?)?_?(?:date|time|at|on)|release_?(?:date|time)|发布(?:日期|时间))$/iu,
    value: /^(?:19|20)\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}(?:\D.{0,30})?$/u,
  },
  {
    label: "来源地址",
    key: /^(?:url|link|href|page_?url|source_?url|source|来源地址|网址|链接)$/iu,
    value: /^https?:\/\/[^\s<>"'|]{4,1900}$/iu,
  },
];

/** Lines with what a record says of its report, as far as the front of the report does not say it: 发布日期：2024-01-19. */
export function factLines(
  entries: readonly (readonly [key: string, value: unknown])[],
  front: string,
): string[] {
  return FACTS.flatMap(({ label, key, value }) => {
    const found = entries.flatMap(([name, words]) =>
      key.test(name) && typeof words === "string" && value.test(words.trim()) ? [words.trim()] : [],
    );
    const [first] = found;
    if (first === undefined || front.includes(first)) return [];
    return label === PUBLISHED && !isAfter(first, front) ? [] : [`${label}：${first}`];
  });
}

/** Whether a day comes after the years that the front of a report names: its own year is no day of publication. */
function isAfter(day: string, front: string): boolean {
  const years = (front.match(/20\d{2}(?=\s?年)/gu) ?? []).map(Number);
  return years.every((year) => year < Number(day.slice(0, 4)));
}
