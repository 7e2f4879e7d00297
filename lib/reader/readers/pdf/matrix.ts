/** `[a b c d e f]` as PDF writes it: x' = a x + c y + e, y' = b x + d y + f. */
export type Matrix = readonly [number, number, number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** The matrix that applies `inner` first and `outer` after it. */
export function times(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [
    a * g + c * h,
    b * g + d * h,
    a * i + c * j,
    b * i + d * j,
    a * k + c * l + e,
    b * k + d * l + f,
  ];
}

/** The matrix that undoes another; null where nothing does. */
export function inverse([a, b, c, d, e, f]: Matrix): Matrix | null {
  const area = a * d - b * c;
  if (area === 0 || !Number.isFinite(1 / area)) return null;
  const [g, h, i, j] = [d / area, -b / area, -c / area, a / area];
  return [g, h, i, j, -(g * e + i * f), -(h * e + j * f)];
}

/** Where a point goes. */
export function apply([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** Six numbers as a matrix; null where they are none. */
export function matrixOf(value: unknown): Matrix | null {
  const list =
    Array.isArray(value) || ArrayBuffer.isView(value) ? Array.from(value as number[]) : [];
  const [a, b, c, d, e, f] = list;
  const numbers = [a, b, c, d, e, f].map(Number);
  if (list.length !== 6 || !numbers.every(Number.isFinite)) return null;
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = numbers;
  return [g, h, i, j, k, l];
}

/** A number that can be counted with, else zero. */
export function finite(value: unknown): number {
  return typeof value === "number" && Number.isFinite(value) ? value : 0;
}
