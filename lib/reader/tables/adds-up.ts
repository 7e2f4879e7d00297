import { parseRaw } from "#lib/editions/cell-value.ts";

const COLUMN = { key: "", label: { zh: "", en: "" }, type: "count" } as const;

/** Whether the last of the printed figures of a row is the sum of the others; blanks and words for none weigh nothing. */
export function addsUp(texts: readonly string[]): boolean {
  const values = texts.map((text) => parseRaw({ column: COLUMN }, text).value ?? 0);
  const sum = values.slice(0, -1).reduce((all, one) => all + one, 0);
  return sum === values.at(-1);
}
