import type { ReadReport } from "#lib/reader/read.ts";
import { MAX_READING, type Reading } from "#lib/reports/reading-schema.ts";

/** Units kept before the first passage where a source is too long to be kept whole. */
const LEAD = 2000;

/** What of a reading is kept for showing it beside the form: of a very long source the stretch with the report. */
export function readingOf({ content, format, plain, spans }: ReadReport): Reading {
  const all = [...Object.values(spans.cells), ...Object.values(spans.sections)];
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
  };
}

function lineStart(text: string, index: number): number {
  return text.lastIndexOf("\n", index) + 1;
}
