import type { Point } from "./chart-layout.ts";

/** How the last year of a series stands to the one before; `first` where that one has no figure. */
export type Change =
  | { kind: "blank"; year: number }
  | { kind: "first" | "same"; year: number; value: number }
  | { kind: "more" | "less"; year: number; value: number; difference: number };

/** The last year of a series in words to be said beside its chart; null for an empty series. */
export function lastChange(points: readonly Point[]): Change | null {
  const last = points.toSorted((a, b) => a.year - b.year).at(-1);
  if (!last) return null;
  const { year, value } = last;
  if (value === null) return { kind: "blank", year };
  const before = points.find((point) => point.year === year - 1)?.value ?? null;
  if (before === null) return { kind: "first", year, value };
  if (before === value) return { kind: "same", year, value };
  const difference = Math.abs(value - before);
  return { kind: value > before ? "more" : "less", year, value, difference };
}
