import type { Range } from "../../plain.ts";

/** A line of a table drawn with characters: a rule, or bars with words between them. */
export interface DrawnLine extends Range {
  kind: "rule" | "row";
  text: string;
}

const CORNERS = /[+\u250c-\u254b\u2552-\u256c]/u;
const RULE = /^[-=:+| \u2500-\u257f]+$/u;
const BARS = "|\u2502\u2503\u2551";
const LEVEL = /^[-=:\u2500\u2501\u2550]+$/u;
const LONGEST = 2000;

/** What a line of a drawn table is; null where it is none. */
export function drawnLine(text: string, range: Range): DrawnLine | null {
  const { start, end } = range;
  if (end - start < 3 || end - start > LONGEST) return null;
  const line = text.slice(start, end).trimEnd();
  const words = line.trimStart();
  if (RULE.test(words) && CORNERS.test(words) && /[-=\u2500\u2501\u2550]/u.test(words))
    return { ...range, kind: "rule", text: line };
  const isRow = BARS.includes(words.charAt(0)) && BARS.includes(words.charAt(words.length - 1));
  return isRow && words.length > 2 ? { ...range, kind: "row", text: line } : null;
}

/** Where columns begin and end: at every mark of a rule that is neither level nor blank. */
export function edgesOf(rules: readonly DrawnLine[]): number[] {
  const edges = rules.flatMap(({ text }) =>
    Array.from(text).flatMap((mark, at) => (/\s/u.test(mark) || LEVEL.test(mark) ? [] : [at])),
  );
  return [...new Set(edges)].sort((a, b) => a - b);
}

/** Whether a rule closes each column above it, or is blank there as below a merged cell; null where it holds anything else. */
export function closedBy({ text }: DrawnLine, edges: readonly number[]): boolean[] | null {
  const closed = edges.slice(1).map((edge, index) => {
    const part = text.slice((edges[index] ?? 0) + 1, edge);
    return part.trim() === "" ? false : LEVEL.test(part) ? true : null;
  });
  return closed.every((one) => one !== null) ? closed.map((one) => one === true) : null;
}

/** How many columns of a terminal wide characters take, and quotes, which programs count in two ways. */
const WIDTHS = [
  [2, 1],
  [2, 2],
  [1, 1],
] as const;
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6\u3000]/u;
const QUOTES = /[\u2018-\u201f\u2014\u2026]/u;

/** A cell of a row: the columns it covers, and where it stands in its line. */
export interface DrawnCell extends Range {
  from: number;
  to: number;
}

/** The cells of a row by its bars: as many as there are edges, or each under one of them; null where neither holds. */
export function cellsOf(line: DrawnLine, edges: readonly number[]): DrawnCell[] | null {
  const bars = Array.from({ length: line.text.length }, (_, at) => at).filter((at) =>
    BARS.includes(line.text.charAt(at)),
  );
  const places =
    bars.length === edges.length ? bars.map((_, index) => index) : placesOf(line.text, bars, edges);
  if (places?.[0] !== 0 || places.at(-1) !== edges.length - 1) return null;
  return bars.slice(1).map((bar, index) => ({
    from: (places[index] ?? 0) + 1,
    to: places[index + 1] ?? 0,
    start: line.start + (bars[index] ?? 0) + 1,
    end: line.start + bar,
  }));
}

function placesOf(
  text: string,
  bars: readonly number[],
  edges: readonly number[],
): number[] | null {
  for (const [wide, quote] of WIDTHS) {
    const widthOf = (mark: string) => (WIDE.test(mark) ? wide : QUOTES.test(mark) ? quote : 1);
    let column = 0;
    const columns = Array.from({ length: text.length }, (_, at) => {
      const own = column;
      column += widthOf(text.charAt(at));
      return own;
    });
    const places = bars.map((bar) => edges.indexOf(columns[bar] ?? -1));
    if (!places.includes(-1)) return places;
  }
  return null;
}
