import { z } from "zod";
import type { Key, Sort } from "./engine.ts";
import type { ShownRow } from "./shown.ts";

/** The orders in which a list can be followed by key: relevance has no key of its own. */
export type KeySort = Exclude<Sort, "relevance">;

const key = z.tuple([z.enum(["year", "published", "received"]), z.number().nullable(), z.uuid()]);

/** What a report is ordered by. */
function orderedBy(sort: KeySort, document: ShownRow): number | null {
  if (sort === "year") return document.year;
  return sort === "published" ? Date.parse(document.publishedAt) : document.figures.received;
}

/** The key of a report in an order. */
export function keyOf(sort: KeySort, document: ShownRow): Key {
  return { value: orderedBy(sort, document), id: document.id };
}

/** A key as a cursor, opaque to who holds it; null in the order of relevance. */
export function writeCursor(sort: Sort, { value, id }: Key): string | null {
  if (sort === "relevance") return null;
  return Buffer.from(JSON.stringify([sort, value, id])).toString("base64url");
}

/** The key a cursor stands for; null where it is none, or one of another order. */
export function readCursor(cursor: string, sort: Sort): Key | null {
  if (!/^[\w-]{1,200}$/u.test(cursor)) return null;
  try {
    const read = key.safeParse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
    return read.data?.[0] === sort ? { value: read.data[1], id: read.data[2] } : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
