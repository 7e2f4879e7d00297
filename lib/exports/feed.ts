import { escaped, XML_HEAD } from "./xml.ts";

export interface FeedEntry {
  /** Stable for good: a `urn:uuid:`. */
  id: string;
  title: string;
  /** Its page. */
  href: string;
  author: string;
  updated: Date;
  summary: string;
}

export interface Feed {
  title: string;
  subtitle: string;
  language: string;
  /** The feed's own address, which is its id too. */
  self: string;
  /** The page that shows the same list. */
  page: string;
  /** Where it has no entries. */
  updated: Date;
  entries: readonly FeedEntry[];
}

/** A list that goes on, as an Atom feed (RFC 4287). */
export function atomFeed(feed: Feed): string {
  const newest = feed.entries.map(({ updated }) => updated.getTime());
  const updated = newest.length > 0 ? new Date(Math.max(...newest)) : feed.updated;
  const lines = [
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escaped(feed.language)}">`,
    `<id>${escaped(feed.self)}</id>`,
    `<title>${escaped(feed.title)}</title>`,
    `<subtitle>${escaped(feed.subtitle)}</subtitle>`,
    `<updated>${updated.toISOString()}</updated>`,
    `<link rel="self" type="application/atom+xml" href="${escaped(feed.self)}"/>`,
    `<link rel="alternate" type="text/html" href="${escaped(feed.page)}"/>`,
    ...feed.entries.map(entryXml),
    "</feed>",
  ];
  return `${XML_HEAD}${lines.join("\n")}\n`;
}

function entryXml({ id, title, href, author, updated, summary }: FeedEntry): string {
  return [
    "<entry>",
    `<id>${escaped(id)}</id>`,
    `<title>${escaped(title)}</title>`,
    `<link rel="alternate" type="text/html" href="${escaped(href)}"/>`,
    `<author><name>${escaped(author)}</name></author>`,
    `<updated>${updated.toISOString()}</updated>`,
    `<summary>${escaped(summary)}</summary>`,
    "</entry>",
  ].join("");
}
