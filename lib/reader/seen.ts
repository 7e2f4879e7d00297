import type { Issue } from "#lib/checks/issue.ts";
import { type Page, plainSpan, type Range, whereOf } from "./plain.ts";
import type { Doubt } from "./tables/doubt.ts";
import type { Token } from "./tokens.ts";

/** Where the file prints what a doubt leaves out; nothing where the reader saw nothing of it. */
export function seenIn(page: Page, { seen = [] }: Pick<Doubt, "seen">): Pick<Issue, "seen"> {
  const places = seen.flatMap(({ cells, tokens }) => {
    const range = rangeOf(page.text, tokens);
    if (!range) return [];
    const { at, where } = whereOf(page, range);
    const { column: _ofTheLabel, ...row } = where ?? {};
    return [
      { cells, plain: plainSpan(page, range), at: at ?? null, ...(where ? { where: row } : {}) },
    ];
  });
  return places.length > 0 ? { seen: places } : {};
}

/** From the first token on as far as one stands right behind the other: figures that were printed elsewhere are no part of it. */
function rangeOf(text: string, [first, ...rest]: readonly Token[]): Range | null {
  if (!first) return null;
  let { end } = first;
  for (const token of rest) {
    if (token.start < end || !isGap(text.slice(end, token.start))) break;
    end = token.end;
  }
  return { start: first.start, end: rest.length === 0 ? lineEnd(text, end) : end };
}

/** What stands between the cells of a row. */
function isGap(between: string): boolean {
  return /^[\s|]*$/u.test(between);
}

/** The longest rest of a line that is looked at. */
const LONGEST_REST = 200;

/** Behind a label alone: the end of its line, where nothing but figures stands there. */
function lineEnd(text: string, from: number): number {
  const rest = text.slice(from, from + LONGEST_REST);
  return (
    from + (/^(?:[^\p{L}\n]|[无零])*(?=\n|$)/u.exec(rest)?.[0].replace(/[\s|]+$/u, "").length ?? 0)
  );
}
