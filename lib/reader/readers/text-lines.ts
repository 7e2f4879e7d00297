import type { Range } from "../plain.ts";

/** The lines of a text as they stand, blank ones too. */
export function* textLines(text: string): Generator<Range> {
  for (let start = 0; start <= text.length; ) {
    const stop = text.indexOf("\n", start);
    const end = stop < 0 ? text.length : stop;
    yield { start, end };
    start = end + 1;
  }
}
