import { apply, type Matrix } from "./matrix.ts";
import { around, type Rule } from "./page.ts";

/** How a path is painted. */
export interface Paint {
  isStroked: boolean;
  isFilled: boolean;
  lineWidth: number;
}

/** A bar this thin is a line; a line this thick is a bar of colour. */
export const THIN = 3.5;
/** Shorter strokes are parts of dotted lines at best, and they are joined later. */
const SHORTEST = 0.4;
const SLOPE = 0.02;

export type Point = [number, number];

interface Subpath {
  points: Point[];
  isClosed: boolean;
}

/** The upright and level lines that a path draws: its strokes, and its areas where they are thin. */
export function rulesOf(path: ArrayLike<number>, matrix: Matrix, paint: Paint): Rule[] {
  const rules: Rule[] = [];
  for (const { points, isClosed } of subpaths(path, matrix)) {
    if (paint.isFilled) {
      const rule = barOf(points);
      if (rule) rules.push(rule);
    }
    if (!paint.isStroked || paint.lineWidth > THIN) continue;
    const [first] = points;
    const ring = isClosed && first ? [...points, first] : points;
    for (let index = 1; index < ring.length; index++) {
      const rule = lineOf(ring[index - 1], ring[index]);
      if (rule) rules.push(rule);
    }
  }
  return rules;
}

function barOf(points: readonly Point[]): Rule | null {
  if (points.length < 3) return null;
  const box = around(points.map(([x, y]) => ({ left: x, right: x, top: y, bottom: y })));
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  if (Math.min(width, height) > THIN || Math.max(width, height) < SHORTEST) return null;
  const isLevel = width >= height;
  return { ...box, isLevel };
}

function lineOf(from: Point | undefined, to: Point | undefined): Rule | null {
  if (!from || !to) return null;
  const [width, height] = [Math.abs(to[0] - from[0]), Math.abs(to[1] - from[1])];
  if (Math.max(width, height) < SHORTEST) return null;
  const isLevel = width >= height;
  if (Math.min(width, height) > Math.max(width, height) * SLOPE + 0.5) return null;
  return {
    left: Math.min(from[0], to[0]),
    right: Math.max(from[0], to[0]),
    top: Math.min(from[1], to[1]),
    bottom: Math.max(from[1], to[1]),
    isLevel,
  };
}

/** Codes of a path and how many numbers follow each. */
const [MOVE, LINE, CURVE, QUADRATIC, CLOSE] = [0, 1, 2, 3, 4];

/** The pieces of a path that run straight from point to point. */
export function subpaths(path: ArrayLike<number>, matrix: Matrix): Subpath[] {
  const found: Subpath[] = [];
  let open: Subpath = { points: [], isClosed: false };
  const begin = (points: Point[]) => {
    if (open.points.length > 1) found.push(open);
    open = { points, isClosed: false };
  };
  const pointAt = (index: number): Point => apply(matrix, path[index] ?? 0, path[index + 1] ?? 0);
  for (let index = 0; index < path.length; ) {
    const code = path[index++];
    if (code === MOVE || code === LINE) {
      if (code === MOVE) begin([pointAt(index)]);
      else open.points.push(pointAt(index));
      index += 2;
    } else if (code === CURVE || code === QUADRATIC) {
      // What is bent is no line of a table; the path goes on at its end.
      index += code === CURVE ? 6 : 4;
      begin([pointAt(index - 2)]);
    } else if (code === CLOSE) {
      const [first] = open.points;
      open.isClosed = true;
      begin(first ? [first] : []);
    } else break;
  }
  begin([]);
  return found;
}
