import type { Feed } from "#lib/exports/feed.ts";
import { stateParameters } from "./query.ts";
import { type Language, reportPath } from "./result-table.ts";
import type { Hit, SearchAnswer } from "./search.ts";

const WORDS = {
  zh: {
    all: "全部年报",
    title: (q: string) => `年报检索：${q}`,
    subtitle: "政府信息公开工作年度报告，按发布时间排列，最新的在前",
  },
  en: {
    all: "All annual reports",
    title: (q: string) => `Annual reports: ${q}`,
    subtitle: "Annual reports on the disclosure of government information, newest first",
  },
} as const;

const EPOCH = new Date(0);

function entryOf({ document, passages }: Hit, language: Language, site: string) {
  return {
    id: `urn:uuid:${document.id}`,
    title: document.title,
    href: `${site}${reportPath(document, language)}`,
    author: document.agency,
    updated: new Date(document.publishedAt),
    summary: passages.flatMap(({ pieces }) => pieces.map(({ text }) => text)).join(""),
  };
}

/** What a search found as a feed; its address says the whole search, so that it can be kept. */
export function feedOf(answer: SearchAnswer, language: Language, site: string): Feed {
  const { state, hits } = answer;
  const parameters = stateParameters({ ...state, sort: "relevance", size: 20, page: 1 });
  const query = parameters.toString();
  const words = WORDS[language];
  const said = wordsOf(answer, language);
  const self = [query, language === "en" ? "lang=en" : ""].filter(Boolean).join("&");
  return {
    title: said === "" ? words.all : words.title(said),
    subtitle: words.subtitle,
    language: language === "en" ? "en" : "zh-CN",
    self: `${site}/api/v1/feed.atom${self === "" ? "" : `?${self}`}`,
    page: `${site}${language === "en" ? "/en" : ""}/reports${query === "" ? "" : `?${query}`}`,
    updated: answer.indexedAt ?? EPOCH,
    entries: hits.map((hit) => entryOf(hit, language, site)),
  };
}

/** What was asked, in words: the query, and the filters chosen by hand. */
function wordsOf({ state, facets }: SearchAnswer, language: Language): string {
  const chosen = facets.flatMap(({ name, values }) =>
    values.filter(({ value }) => state[name].includes(value)).map(({ label }) => label[language]),
  );
  return [state.q, ...chosen].filter((part) => part !== "").join(" · ");
}
