import type { Matrix } from "./matrix.ts";
import { apply } from "./matrix.ts";
import { around, type Box } from "./page.ts";
import { type Paint, type Point, subpaths, THIN } from "./paths.ts";

/** A place that a path paints, wider than a line. */
export interface Area extends Box {
  by: "fill" | "stroke";
  /** Whether all of its box is painted. */
  isWhole: boolean;
}

/** More shapes than this in one path are a drawing. */
const MOST = 32;
const SKEW = 0.1;

/** The areas that a path paints: rectangles and broad strokes for sure, other shapes somewhere in their box. */
export function areasOf(path: ArrayLike<number>, matrix: Matrix, paint: Paint): Area[] {
  const areas: Area[] = paint.isFilled
    ? filled(path, matrix).map((area) => ({ ...area, by: "fill" }))
    : [];
  if (paint.isStroked && paint.lineWidth > THIN)
    for (const { points } of subpaths(path, matrix))
      points.slice(1, MOST).forEach((to, index) => {
        const box = boxAround([points[index] ?? to, to]);
        areas.push({ ...broad(box, paint.lineWidth / 2), by: "stroke" });
      });
  return areas.filter(({ left, right, top, bottom }) => right - left > THIN && bottom - top > THIN);
}

/** The box that a path clips what follows to, and whether it is all of it. */
export function clipOf(path: ArrayLike<number>, matrix: Matrix): Box & { isWhole: boolean } {
  const [area, ...more] = filled(path, matrix);
  return area && more.length === 0
    ? area
    : { ...around([area ?? NOWHERE, ...more]), isWhole: false };
}

/** The part of a box within another. */
export function within(box: Box, other: Box): Box {
  return {
    left: Math.max(box.left, other.left),
    right: Math.min(box.right, other.right),
    top: Math.max(box.top, other.top),
    bottom: Math.min(box.bottom, other.bottom),
  };
}

const NOWHERE: Box = { left: 0, right: 0, top: 0, bottom: 0 };

function filled(path: ArrayLike<number>, matrix: Matrix): (Box & { isWhole: boolean })[] {
  const { points, isBent } = pointsOf(path, matrix);
  if (points.length === 0) return [];
  const shapes = isBent ? [] : subpaths(path, matrix);
  const boxes = shapes.map((shape) => boxAround(shape.points));
  const areRectangles = shapes.every((shape) => isRectangle(shape.points));
  if (shapes.length === 0 || shapes.length > MOST || !areRectangles || meet(boxes))
    return [{ ...boxAround(points), isWhole: false }];
  return boxes.map((box) => ({ ...box, isWhole: true }));
}

/** Whether some rectangles lie on each other: one may be a hole in another. */
function meet(boxes: readonly Box[]): boolean {
  return boxes.some((box, index) =>
    boxes.slice(index + 1).some((other) => {
      const { left, right, top, bottom } = within(box, other);
      return left < right && top < bottom;
    }),
  );
}

function isRectangle(points: readonly Point[]): boolean {
  const [first, , , , fifth] = points;
  const isClosed = first && fifth && first[0] === fifth[0] && first[1] === fifth[1];
  if (points.length !== 4 && !(points.length === 5 && isClosed)) return false;
  const { left, right, top, bottom } = boxAround(points);
  const corners = new Set<string>();
  for (const [x, y] of points) {
    const isLeft = x - left < SKEW;
    const isTop = y - top < SKEW;
    if ((!isLeft && right - x > SKEW) || (!isTop && bottom - y > SKEW)) return false;
    corners.add(`${isLeft} ${isTop}`);
  }
  return corners.size === 4;
}

/** A stroke from point to point is sure to be painted where it is level or upright. */
function broad(box: Box, half: number): Box & { isWhole: boolean } {
  const isLevel = box.bottom - box.top < SKEW;
  const isUpright = box.right - box.left < SKEW;
  return {
    left: box.left - (isLevel ? 0 : half),
    right: box.right + (isLevel ? 0 : half),
    top: box.top - (isLevel ? half : 0),
    bottom: box.bottom + (isLevel ? half : 0),
    isWhole: isLevel || isUpright,
  };
}

/** The smallest box around points. */
export function boxAround(points: readonly Point[]): Box {
  return around(points.map(([x, y]) => ({ left: x, right: x, top: y, bottom: y })));
}

/** How many numbers follow the codes of a path: move, line, two curves, close. */
const NUMBERS = [2, 2, 6, 4, 0];

/** All points of a path, those that only draw its curves to them included. */
function pointsOf(path: ArrayLike<number>, matrix: Matrix): { points: Point[]; isBent: boolean } {
  const points: Point[] = [];
  let isBent = false;
  for (let index = 0; index < path.length; ) {
    const numbers = NUMBERS[path[index] ?? 0] ?? 0;
    if (numbers > 2) isBent = true;
    for (let at = index + 1; at < index + numbers; at += 2)
      points.push(apply(matrix, path[at] ?? 0, path[at + 1] ?? 0));
    index += numbers + 1;
  }
  return { points, isBent };
}
