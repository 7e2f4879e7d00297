import type { CellKey, Cells } from "./content.ts";
import { type CellSpec, type Edition, officialCells } from "./edition.ts";
import { demandedSums, type SumInstance } from "./sum-instances.ts";

/** A source of chance in [0, 1): the caller's, so that the same seed gives the same report. */
export type Random = () => number;

/** How large the figures are: the share of zeros among them, and the largest of those drawn. */
export interface FigureSize {
  zeroShare: number;
  largest: number;
}

const USUAL: FigureSize = { zeroShare: 0.6, largest: 40 };

/** Figures for every cell of an official form which satisfy each sum the form demands. */
export function exampleCells(edition: Edition, random: Random, size: FigureSize = USUAL): Cells {
  const values = new Map<CellKey, number>();
  const draw = (spec?: CellSpec) => drawFigure(random, size, spec);
  const sums = demandedSums(edition, {});
  // Totals across a row follow from the columns, so the column that holds them is left to the row sums.
  const totals = new Set(sums.filter(({ per }) => per === "row").flatMap(({ right }) => right));
  const columns = sums.filter(
    ({ per, left, right }) => per === "column" && ![...left, ...right].some((k) => totals.has(k)),
  );
  for (const sum of [...columns, ...sums.filter(({ per }) => per === "row")])
    settle(sum, values, random, draw);
  return Object.fromEntries(
    officialCells(edition).map((spec) => {
      const value = values.get(spec.key) ?? draw(spec);
      const unit = spec.column.type === "amount" ? { unit: "万元" as const } : {};
      return [spec.key, { raw: String(value), value, state: "number" as const, ...unit }];
    }),
  );
}

/** Decides the cells of one sum that are still open: one side is drawn, its total is dealt out to the other. */
function settle(
  sum: SumInstance,
  values: Map<CellKey, number>,
  random: Random,
  draw: () => number,
): void {
  const isOpen = (key: CellKey) => !values.has(key);
  const [given, dealt] =
    sum.left.every(isOpen) && !sum.right.every(isOpen)
      ? [sum.right, sum.left]
      : [sum.left, sum.right];
  if (!dealt.every(isOpen)) throw new Error(`${sum.id} depends on cells decided by another sum`);
  for (const key of given) if (isOpen(key)) values.set(key, draw());
  let rest = given.reduce((total, key) => total + (values.get(key) ?? 0), 0);
  dealt.forEach((key, index) => {
    const share = index === dealt.length - 1 ? rest : Math.floor(random() ** 2 * (rest + 1));
    values.set(dealt[dealt.length - 1 - index] ?? key, share);
    rest -= share;
  });
}

function drawFigure(random: Random, size: FigureSize, spec?: CellSpec): number {
  if (random() < size.zeroShare) return 0;
  const figure = 1 + Math.floor(random() * size.largest);
  if (spec?.column.type === "change") return random() < 0.5 ? -figure : figure;
  if (spec?.column.type === "amount") return (figure * 100 + Math.floor(random() * 100)) / 100;
  return figure;
}
