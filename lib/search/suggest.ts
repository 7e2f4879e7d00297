import { INDEX_NUMBER } from "#lib/chinese/document-numbers.ts";
import { fold } from "#lib/chinese/fold.ts";
import { numberKey } from "./number-key.ts";
import { prepareSearch } from "./prepare.ts";
import { shownRows } from "./queries.ts";
import { type Named, namesWith, reportsNumbered } from "./suggest.queries.ts";
import { fitOf, typed, typedWords } from "./suggest-words.ts";

/** What may be meant by what has been typed so far. */
export interface Suggestions {
  agencies: readonly { id: string; name: string; place: readonly string[] }[];
  regions: readonly { code: string; name: string; place: readonly string[] }[];
  reports: readonly { id: string; title: string; agencyId: string; year: number }[];
}

const MOST = { agencies: 6, regions: 3, reports: 3 } as const;
const LONGEST = 80;
const NUMBER = new RegExp(`^${INDEX_NUMBER}$`, "iu");

/** The one public report whose exact 索引号 this is; null where it is none, or the number of several. */
export async function reportNumbered(
  q: string,
  now: Date,
): Promise<{ agencyId: string; year: number } | null> {
  const text = fold(q).trim();
  const key = numberKey(text);
  if (key === null || !NUMBER.test(text)) return null;
  const found = await reportsNumbered(key, now);
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** Suggests agencies, regions and reports for a query that is being typed. */
export async function suggest(q: string, now: Date): Promise<Suggestions> {
  const asked = [...q].slice(0, LONGEST).join("");
  const text = typed(asked);
  const words = typedWords(text);
  const [names, reports] = await Promise.all([
    words.length > 0 ? namesWith(words, now) : [],
    reportsFor(asked, now),
  ]);
  const best = byFit(text, names);
  const of = (kind: Named["kind"], most: number) =>
    best.filter((each) => each.kind === kind).slice(0, most);
  return {
    agencies: of("agency", MOST.agencies).map(({ key, name, place }) => ({ id: key, name, place })),
    regions: of("region", MOST.regions).map(({ key, name, place }) => ({ code: key, name, place })),
    reports,
  };
}

/** Names in the order in which they fit what was typed. */
export function byFit(text: string, names: readonly Named[]): Named[] {
  const fits = new Map(names.map((each) => [each, fitOf(text, each.forms)]));
  const gap = (each: Named) => fits.get(each) ?? 0;
  return names.toSorted(
    (a, b) =>
      gap(a) - gap(b) ||
      a.standing - b.standing ||
      a.name.length - b.name.length ||
      (a.key < b.key ? -1 : 1),
  );
}

async function reportsFor(q: string, now: Date): Promise<Suggestions["reports"]> {
  if ([...q.trim()].length < 2) return [];
  const { query, at } = await prepareSearch({ q }, now);
  const asked = { ...query, facets: false, limit: MOST.reports };
  const { answer } = await at.asker.ask(asked, now.getTime());
  const rows = await shownRows(answer.ids, now);
  return rows.map(({ id, title, agencyId, year }) => ({ id, title, agencyId, year }));
}
