import type { Issue } from "#lib/checks/issue.ts";
import type { CellKey } from "#lib/editions/content.ts";
import type { Span } from "#lib/reader/plain.ts";
import type { ReadReport } from "#lib/reader/read.ts";
import { MAX_READING, MAX_ROWS, type Reading } from "#lib/reports/reading-schema.ts";

/** Units kept before the first passage where a source is too long to be kept whole. */
const LEAD = 2000;

/** What of a reading is kept for showing it beside the form: of a very long source the stretch with the report. */
export function readingOf({ content, issues, format, plain, spans }: ReadReport): Reading {
  const seen = unreadRows(issues, spans.cells);
  const all = [
    ...Object.values(spans.cells),
    ...Object.values(spans.sections),
    ...seen.map((row) => row.plain),
  ];
  const first = all.reduce((start, [from]) => Math.min(start, from), plain.length);
  const start = plain.length <= MAX_READING ? 0 : lineStart(plain, Math.max(0, first - LEAD));
  const end = Math.min(plain.length, start + MAX_READING);
  const moved = ([from, to]: readonly [number, number]): [number, number] => [
    from - start,
    Math.min(to, end) - start,
  ];
  const isKept = ([from]: readonly [number, number]) => from >= start && from < end;
  return {
    format,
    text: plain.slice(start, end),
    cells: Object.fromEntries(
      Object.entries(spans.cells).flatMap(([key, span]) => {
        const where = content.cells[key]?.where;
        return isKept(span) ? [[key, { at: moved(span), ...(where ? { where } : {}) }]] : [];
      }),
    ),
    sections: Object.fromEntries(
      Object.entries(spans.sections).flatMap(([key, span]) =>
        isKept(span) ? [[key, moved(span)]] : [],
      ),
    ),
    rows: seen
      .filter((row) => isKept(row.plain))
      .map((row) => ({ ...row, plain: moved(row.plain) }))
      .map(({ cells, plain: at, where }) => ({ cells, at, ...(where ? { where } : {}) })),
  };
}

/** Rows of which the reader saw where they stand, and took no figure; each cell is told of as its first doubt has it. */
function unreadRows(issues: readonly Issue[], read: Readonly<Record<CellKey, Span>>) {
  const told = new Set(Object.keys(read));
  const rows = issues.flatMap(({ seen = [] }) => {
    const own = seen.map((row) => ({ ...row, cells: row.cells.filter((key) => !told.has(key)) }));
    for (const key of own.flatMap(({ cells }) => cells)) told.add(key);
    return own.filter(({ cells }) => cells.length > 0);
  });
  // Rows side by side in one line have one place.
  const places = Map.groupBy(rows, (row) => row.plain.join());
  const joined = [...places.values()].flatMap(([first, ...more]) =>
    first ? [{ ...first, cells: [first, ...more].flatMap(({ cells }) => cells) }] : [],
  );
  return joined.slice(0, MAX_ROWS);
}

function lineStart(text: string, index: number): number {
  return text.lastIndexOf("\n", index) + 1;
}
