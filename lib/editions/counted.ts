/** A number with the English words that fit it: `1 row is`, `2 rows are`. */
export function counted(count: number, one: string, more: string): string {
  return `${count} ${count === 1 ? one : more}`;
}
