/** A text for startsWith and contains, which stand for LIKE: its own % and _ are signs, no wildcards. */
export function literally(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}
