import type { Token } from "../tokens.ts";

/** Whether tokens are a line that only numbers columns, from one upwards. */
export function areColumnNumbers(tokens: readonly Token[]): boolean {
  return tokens.every(({ text }, index) => text === String(index + 1));
}
