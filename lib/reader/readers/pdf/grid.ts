import { PDF_LIMITS } from "./limits.ts";
import type { Box, Rule } from "./page.ts";

/** A cell between rules: rows and columns as [first, last]. */
export interface RuledCell extends Box {
  rows: [number, number];
  columns: [number, number];
}

/** A table as its rules draw it. */
export interface RuledGrid extends Box {
  columns: number[];
  cells: RuledCell[];
  /** Whether every cell is a rectangle; where one is not, its rows were taken apart. */
  isSound: boolean;
}

const NEAR = 3.5;
const TOUCH = 4;
const SHORTEST = 6;
/** How much of a side must be drawn to part two cells. */
const DRAWN = 0.55;

/** Whether some text lies across an upright line between two heights. */
export type Crossed = (x: number, top: number, bottom: number) => boolean;

/** Finds the tables of a page by its rules; null where there are more lines than any table has. */
export function gridsOf(rules: readonly Rule[], isCrossed: Crossed): RuledGrid[] | null {
  const level = joined(rules.filter(({ isLevel }) => isLevel).map(asLevel));
  const upright = joined(rules.filter(({ isLevel }) => !isLevel).map(asUpright));
  if (level.length + upright.length > PDF_LIMITS.pageRules) return null;
  const grids: RuledGrid[] = [];
  for (const group of connected(level, upright)) {
    const grid = gridOf(group, isCrossed);
    if (grid === null) return null;
    if (grid) grids.push(grid);
  }
  return grids;
}

/** A line at a place across its direction, from one point to another along it. */
interface Stroke {
  at: number;
  from: number;
  to: number;
}

const asLevel = ({ left, right, top, bottom }: Rule): Stroke => ({
  at: (top + bottom) / 2,
  from: left,
  to: right,
});
const asUpright = ({ left, right, top, bottom }: Rule): Stroke => ({
  at: (left + right) / 2,
  from: top,
  to: bottom,
});

/** Strokes on one line that touch are one; what is still short is no rule. */
function joined(strokes: readonly Stroke[]): Stroke[] {
  const lines: { at: number; strokes: Stroke[] }[] = [];
  for (const stroke of strokes.toSorted((a, b) => a.at - b.at)) {
    const line = lines.at(-1);
    if (line && stroke.at - line.at < 1.2) line.strokes.push(stroke);
    else lines.push({ at: stroke.at, strokes: [stroke] });
  }
  return lines
    .flatMap(({ at, strokes: parts }) => {
      const whole: Stroke[] = [];
      for (const part of parts.toSorted((a, b) => a.from - b.from)) {
        const last = whole.at(-1);
        if (last && part.from - last.to < NEAR) last.to = Math.max(last.to, part.to);
        else whole.push({ at, from: part.from, to: part.to });
      }
      return whole;
    })
    .filter(({ from, to }) => to - from >= SHORTEST);
}

interface Group {
  level: Stroke[];
  upright: Stroke[];
}

/** Lines that touch each other belong to one table. */
function connected(level: readonly Stroke[], upright: readonly Stroke[]): Group[] {
  const all = [...level, ...upright];
  const parent = all.map((_, index) => index);
  const root = (index: number): number => {
    let top = index;
    while (parent[top] !== undefined && parent[top] !== top) top = parent[top] ?? top;
    parent[index] = top;
    return top;
  };
  level.forEach((one, a) => {
    upright.forEach((other, b) => {
      const meets =
        other.at > one.from - TOUCH &&
        other.at < one.to + TOUCH &&
        one.at > other.from - TOUCH &&
        one.at < other.to + TOUCH;
      if (meets) parent[root(a)] = root(level.length + b);
    });
  });
  const groups = new Map<number, Group>();
  all.forEach((stroke, index) => {
    const key = root(index);
    const group = groups.get(key) ?? { level: [], upright: [] };
    (index < level.length ? group.level : group.upright).push(stroke);
    groups.set(key, group);
  });
  return [...groups.values()];
}

/** The places of lines, those nearer to each other than a row can be high taken together. */
function placesOf(strokes: readonly Stroke[], ends: readonly number[]): number[] {
  const places: number[] = [];
  for (const at of strokes.map((stroke) => stroke.at).toSorted((a, b) => a - b))
    if (places.length === 0 || at - (places.at(-1) ?? 0) > NEAR) places.push(at);
  // A table that is open at its sides ends where its lines end.
  for (const end of ends)
    if (places.every((place) => Math.abs(place - end) > NEAR + TOUCH)) places.push(end);
  return places.toSorted((a, b) => a - b);
}

/** The table that lines make; undefined where they make none. */
function gridOf({ level, upright }: Group, isCrossed: Crossed): RuledGrid | undefined | null {
  if (level.length < 2 || upright.length < 1) return undefined;
  const left = Math.min(...level.map(({ from }) => from));
  const right = Math.max(...level.map(({ to }) => to));
  const top = Math.min(...upright.map(({ from }) => from));
  const bottom = Math.max(...upright.map(({ to }) => to));
  const xs = placesOf(upright, [left, right]);
  const ys = placesOf(level, [top, bottom]);
  // One column of boxes is a frame around text, not a table.
  if (xs.length < 3 || ys.length < 2) return undefined;
  if ((xs.length - 1) * (ys.length - 1) > PDF_LIMITS.cells) return null;
  const { cells, isSound } = cellsOf(
    { xs, ys, uprightWalls: walls(upright, xs, ys), levelWalls: walls(level, ys, xs) },
    isCrossed,
  );
  const edges = {
    left: xs[0] ?? 0,
    right: xs.at(-1) ?? 0,
    top: ys[0] ?? 0,
    bottom: ys.at(-1) ?? 0,
  };
  return { ...edges, columns: xs, cells, isSound };
}

/** For each place across and each stretch along whether a line is drawn there. */
function walls(
  strokes: readonly Stroke[],
  across: readonly number[],
  along: readonly number[],
): boolean[][] {
  return across.map((place) => {
    const own = strokes.filter(({ at }) => Math.abs(at - place) <= NEAR);
    return along.slice(1).map((end, index) => {
      const start = along[index] ?? end;
      return own.some(
        ({ from, to }) => Math.min(to, end) - Math.max(from, start) > (end - start) * DRAWN,
      );
    });
  });
}

function cellsOf(lines: Walls, isCrossed: Crossed): { cells: RuledCell[]; isSound: boolean } {
  const { xs, ys } = lines;
  const [width, height] = [xs.length - 1, ys.length - 1];
  const owned = new Set<number>();
  const cells: RuledCell[] = [];
  let isSound = true;
  for (let place = 0; place < width * height; place++) {
    if (owned.has(place)) continue;
    const area = spread(place, lines);
    for (const one of area) owned.add(one);
    const whole = spanOf(area, width);
    const isRectangle = spanSize(whole) === area.length;
    if (!isRectangle) isSound = false;
    for (const span of isRectangle ? [whole] : cutUp(area, lines, isCrossed))
      cells.push({
        ...span,
        left: xs[span.columns[0]] ?? 0,
        right: xs[span.columns[1] + 1] ?? 0,
        top: ys[span.rows[0]] ?? 0,
        bottom: ys[span.rows[1] + 1] ?? 0,
      });
  }
  return { cells, isSound };
}

type Span = Pick<RuledCell, "rows" | "columns">;

function spanOf(area: readonly number[], width: number): Span {
  const span: Span = { rows: [Infinity, 0], columns: [Infinity, 0] };
  for (const place of area) {
    const [row, column] = [Math.floor(place / width), place % width];
    span.rows = [Math.min(span.rows[0], row), Math.max(span.rows[1], row)];
    span.columns = [Math.min(span.columns[0], column), Math.max(span.columns[1], column)];
  }
  return span;
}

function spanSize({ rows, columns }: Span): number {
  return (rows[1] - rows[0] + 1) * (columns[1] - columns[0] + 1);
}

/** An area that is no rectangle: cut along the upright rules that reach into it where no text lies across, and what still is none row by row. */
function cutUp(area: readonly number[], lines: Walls, isCrossed: Crossed): Span[] {
  const { xs, ys } = lines;
  const width = xs.length - 1;
  const { rows } = spanOf(area, width);
  const [top, bottom] = [ys[rows[0]] ?? 0, ys[rows[1] + 1] ?? 0];
  const cuts = [...new Set(area.filter((place) => hasWall(place, lines)).map((one) => one % width))]
    .filter((column) => !isCrossed(xs[column] ?? 0, top, bottom))
    .sort((a, b) => a - b);
  const parts = Map.groupBy(area, (place) => cuts.findLastIndex((cut) => cut <= place % width));
  return [...parts.values()].flatMap((part) => {
    const span = spanOf(part, width);
    return spanSize(span) === part.length ? [span] : runsOf(part, lines);
  });
}

/** Whether an upright rule is drawn left of a place. */
function hasWall(place: number, { xs, uprightWalls }: Walls): boolean {
  const width = xs.length - 1;
  return uprightWalls[place % width]?.[Math.floor(place / width)] === true;
}

function runsOf(area: readonly number[], lines: Walls): Span[] {
  const width = lines.xs.length - 1;
  const runs: number[][] = [];
  for (const place of area.toSorted((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && run.at(-1) === place - 1 && place % width !== 0 && !hasWall(place, lines))
      run.push(place);
    else runs.push([place]);
  }
  return runs.map((run) => spanOf(run, width));
}

interface Walls {
  xs: readonly number[];
  ys: readonly number[];
  /** For each upright line and each row whether it is drawn there, and the same for level lines and columns. */
  uprightWalls: readonly boolean[][];
  levelWalls: readonly boolean[][];
}

/** The places that no line parts from one place. */
function spread(start: number, { xs, ys, uprightWalls, levelWalls }: Walls): number[] {
  const [width, height] = [xs.length - 1, ys.length - 1];
  const seen = new Set([start]);
  const waiting = [...seen];
  const visit = (y: number, x: number, isWalled: boolean | undefined) => {
    const place = y * width + x;
    if (isWalled || y < 0 || x < 0 || y >= height || x >= width || seen.has(place)) return;
    seen.add(place);
    waiting.push(place);
  };
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    const [y, x] = [Math.floor(place / width), place % width];
    visit(y, x + 1, uprightWalls[x + 1]?.[y]);
    visit(y, x - 1, uprightWalls[x]?.[y]);
    visit(y + 1, x, levelWalls[y + 1]?.[x]);
    visit(y - 1, x, levelWalls[y]?.[x]);
  }
  return [...seen];
}
