import { wordIn } from "#lib/agencies/address.ts";
import type { Tab } from "./queue-tabs.tsx";

/** What the queue's address says, each part degraded to the nearest good one. */
export interface QueueAddress {
  query: string;
  year: number | undefined;
  page: number;
}

type Params = Record<string, string | string[] | undefined>;

/** Reads the queue's filters from an address. */
export function queueAddress(params: Params): QueueAddress {
  const one = (name: string) => wordIn(params[name], 100);
  const whole = (text: string) => (/^\d{1,6}$/.test(text) ? Number(text) : undefined);
  return {
    query: one("q"),
    year: whole(one("year")),
    page: Math.max(1, whole(one("page")) ?? 1),
  };
}

/** The address of another page of the same view. */
export function queueHref(tab: Tab, { query, year }: QueueAddress, page: number): string {
  const search = new URLSearchParams({ tab });
  if (query) search.set("q", query);
  if (year) search.set("year", String(year));
  if (page > 1) search.set("page", String(page));
  return `/admin?${search}`;
}
