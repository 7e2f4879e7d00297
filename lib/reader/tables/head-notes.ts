import type { Token } from "../tokens.ts";

/** What stands over the labels in a line below the heads that says something of each column. */
const NAME = /^(?:甲|栏次|列次|行次|序号|计量单位|单位)$/u;
const UNIT = /^[件个宗项份条次]$/u;
const FORMULA = /^(\d{1,2})(?:=[\d+\-()]+)?$/u;
const FEWEST = 3;

/** Drops lines below the heads that give each column a unit, a letter or a number, perhaps with how it adds up: they are neither heads nor figures. */
export function withoutHeadNotes(tokens: readonly Token[]): Token[] {
  const lines = Map.groupBy(tokens, ({ line }) => line);
  const notes = new Set([...lines].filter(([, own]) => isHeadNote(own)).map(([line]) => line));
  return tokens.filter(({ line }) => !notes.has(line));
}

/** Whether the cells of a line give each column a unit, a letter or a number. */
export function isHeadNote(line: readonly { text: string }[]): boolean {
  const [name, ...cells] = line.map(({ text }) => text.trim()).filter((text) => text !== "");
  if (name === undefined || !NAME.test(name) || cells.length < FEWEST) return false;
  return (
    cells.every((text) => UNIT.test(text)) ||
    cells.every((text, index) => text.toUpperCase() === String.fromCharCode(65 + index)) ||
    cells.every((text, index) => FORMULA.exec(text)?.[1] === String(index + 1))
  );
}
