import type { Token } from "../tokens.ts";
import type { Zone } from "./zones.ts";

/**
 * The last figures of the table whose rows stand side by side, which a program that reads a page column by column puts down
 * behind the prose below it, each in a line of its own: where just so many are missing and every row then adds up.
 */
export function withStragglers(zones: readonly Zone[], tokens: readonly Token[]): Zone[] {
  const last = zones.at(-1);
  const block = last?.vocabulary.table.blocks[0];
  if (!last || !block || last.vocabulary.table.layout !== "side-by-side") return [...zones];
  const width = block.columns.length;
  const own = last.tokens.filter(({ kind }) => kind === "figure");
  const end = last.tokens.at(-1);
  const behind = end ? tokens.slice(tokens.indexOf(end) + 1) : [];
  const missing = block.rows.length * width - own.length;
  if (own.length === 0 || missing <= 0 || behind.some(({ kind }) => kind === "blank"))
    return [...zones];
  const lines = Map.groupBy(behind, ({ line }) => line);
  const alone = [...lines.values()].flatMap((line) =>
    line.length === 1 && line[0]?.kind === "figure" ? line : [],
  );
  const all = [...own, ...alone];
  if (alone.length !== missing || !addUp(all, width)) return [...zones];
  return [...zones.slice(0, -1), { ...last, tokens: [...last.tokens, ...alone] }];
}

/** Whether the last figure of each row is the sum of the others. */
function addUp(figures: readonly Token[], width: number): boolean {
  const numbers = figures.map(({ text }) => Number(text));
  return numbers.every((total, index) => {
    if (index % width !== width - 1) return Number.isInteger(total);
    const parts = numbers.slice(index - width + 1, index);
    return total === parts.reduce((sum, part) => sum + part, 0);
  });
}
