/** Characters that take two places on a terminal. */
const WIDE = /[\p{Script=Han}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]/u;

/** How many places a text takes on a terminal. */
export function displayWidth(text: string): number {
  return [...text].reduce((width, character) => width + (WIDE.test(character) ? 2 : 1), 0);
}

/** The text with spaces behind it, up to a width. */
export function padRight(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - displayWidth(text)));
}

/** The text with spaces before it, up to a width. */
export function padLeft(text: string, width: number): string {
  return " ".repeat(Math.max(0, width - displayWidth(text))) + text;
}

/** Lines of a table: the first column to the left, all others to the right. */
export function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows)
    row.forEach((text, index) => {
      widths[index] = Math.max(widths[index] ?? 0, displayWidth(text));
    });
  return rows.map((row) =>
    row
      .map((text, index) => (index === 0 ? padRight : padLeft)(text, widths[index] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}

/** The text on one line, without characters that a terminal would obey: files are strangers. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, " ");
}
