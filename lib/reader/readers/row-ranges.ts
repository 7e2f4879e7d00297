/** Where the rows of real tables stand in a text that is being written: only there does every printed cell have its place. */
export class RowRanges {
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];

  /** Rows are added in the order of the text, as [start, end). */
  add(start: number, end: number): void {
    this.starts.push(start);
    this.ends.push(end);
  }

  /** Whether a place of the text is in a row. */
  has(index: number): boolean {
    return index < (this.ends[lastAtOrBefore(this.starts, index)] ?? 0);
  }
}

/** Which of some places, in ascending order, is the last at or before one; -1 where none is. */
export function lastAtOrBefore(starts: readonly number[], index: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= index) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
