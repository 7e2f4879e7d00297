import type { Place } from "#lib/editions/content.ts";
import { MAX_TEXT } from "../archive/limits.ts";
import type { Oddity, Plain } from "../plain.ts";
import { lastAtOrBefore, RowRanges } from "./row-ranges.ts";

/** A cell as it is written down, and where it stands. */
export interface PlacedCell {
  text: string;
  place: Place;
  oddity?: Oddity | undefined;
}

/** Writes an office file down as lines and remembers the place of each cell. */
export class OfficeText {
  private readonly parts: string[] = [];
  private readonly starts: number[] = [];
  private readonly places: Place[] = [];
  private readonly rows = new RowRanges();
  private readonly oddities = new Map<number, Oddity>();
  private length = 0;

  /** Whether there is more text than a file may have; what is beyond is not kept. */
  get isTooLong(): boolean {
    return this.length > MAX_TEXT;
  }

  /** Adds prose, its own line breaks kept. */
  addLines(text: string): void {
    if (this.isTooLong) return;
    for (const line of text.split(/\r\n|[\n\r\v\f\u2028\u2029]/u))
      if (line.trim() !== "") this.write(`${line}\n`);
  }

  /** Adds a row of a table as one line, `a|b|`, so that blank cells are seen. */
  addRow(cells: readonly PlacedCell[]): void {
    if (this.isTooLong) return;
    const start = this.length;
    for (const { text, place, oddity } of cells) {
      if (oddity) this.oddities.set(this.starts.length, oddity);
      this.starts.push(this.length);
      this.places.push(place);
      this.write(`${text.replaceAll("|", "¦").replace(/\s+/gu, " ").trim()}|`);
    }
    this.rows.add(start, this.length);
    this.write("\n");
  }

  finish(): Plain {
    const { starts, places, rows, oddities } = this;
    return {
      text: this.parts.join(""),
      origin: (index) => index,
      originEnd: (index) => index + 1,
      meta: new Map(),
      placeAt: (index) => places[lastAtOrBefore(starts, index)] ?? null,
      hasExactRows: true,
      isExact: (index) => rows.has(index),
      oddityAt: (index) => oddities.get(lastAtOrBefore(starts, index)) ?? null,
    };
  }

  private write(text: string): void {
    this.parts.push(text);
    this.length += text.length;
  }
}
