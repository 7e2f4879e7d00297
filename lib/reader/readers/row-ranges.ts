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
    let low = 0;
    let high = this.starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.starts[middle] ?? 0) <= index) low = middle + 1;
      else high = middle;
    }
    return index < (this.ends[low - 1] ?? 0);
  }
}
