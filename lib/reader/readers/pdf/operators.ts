import { apply, IDENTITY, type Matrix, matrixOf, times } from "./matrix.ts";
import type { Box, Glyph, Rule } from "./page.ts";
import { rulesOf } from "./paths.ts";
import { withoutRadicals } from "./radicals.ts";
import {
  type FontGlyph,
  type FontShape,
  finite,
  glyphsOf,
  initialState,
  type TextState,
} from "./text-state.ts";

/** What the walk needs to know of the document around the page. */
export interface Surroundings {
  /** Names of the operators by their numbers. */
  names: ReadonlyMap<number, string>;
  fontOf(name: string): FontShape;
  /** Whether content of a group of layers is shown. */
  isShown(group: unknown): boolean;
}

const INVISIBLE = 3;
const CLIP_ONLY = 7;
const DEEPEST = 200;

/** Walks through the operators of a page and keeps where each character and each line comes to stand. */
export class PageWalk {
  readonly glyphs: Glyph[] = [];
  readonly rules: Rule[] = [];
  private readonly around: Surroundings;
  private state: TextState;
  private readonly saved: TextState[] = [];
  private text: Matrix = IDENTITY;
  private line: Matrix = IDENTITY;
  /** For each open mark whether it hides what it holds. */
  private readonly marks: boolean[] = [];

  constructor(start: Matrix, around: Surroundings) {
    this.around = around;
    this.state = initialState(start);
  }

  step(operator: number, args: unknown): void {
    const name = this.around.names.get(operator) ?? "";
    const list: readonly unknown[] = Array.isArray(args) ? args : [];
    if (name === "constructPath") this.addPath(list);
    else if (name === "showText") this.showText(glyphsOf(list[0]));
    else if (!this.stepState(name, list)) this.stepText(name, list);
  }

  private stepState(name: string, args: readonly unknown[]): boolean {
    switch (name) {
      case "save":
      case "paintFormXObjectBegin":
        if (this.saved.length < DEEPEST) this.saved.push({ ...this.state });
        if (name === "paintFormXObjectBegin") this.transform(args[0]);
        return true;
      case "restore":
      case "paintFormXObjectEnd":
        this.state = this.saved.pop() ?? this.state;
        return true;
      case "transform":
        this.transform(args);
        return true;
      case "setLineWidth":
        this.state.lineWidth = finite(args[0]);
        return true;
      case "beginMarkedContent":
        this.marks.push(false);
        return true;
      case "beginMarkedContentProps":
        this.marks.push(args[0] === "OC" && !this.around.isShown(args[1]));
        return true;
      case "endMarkedContent":
        this.marks.pop();
        return true;
      default:
        return false;
    }
  }

  private stepText(name: string, args: readonly unknown[]): void {
    const { state } = this;
    const [first, second] = args;
    if (name === "beginText") {
      this.text = IDENTITY;
      this.line = IDENTITY;
    } else if (name === "setTextMatrix") {
      this.line = matrixOf(args.length === 1 ? first : args) ?? IDENTITY;
      this.text = this.line;
    } else if (name === "moveText") this.moveLine(finite(first), finite(second));
    else if (name === "setLeadingMoveText") {
      state.leading = -finite(second);
      this.moveLine(finite(first), finite(second));
    } else if (name === "nextLine") this.moveLine(0, -state.leading);
    else if (name === "setFont") {
      state.font = this.around.fontOf(String(first));
      state.size = finite(second);
    } else if (name === "setCharSpacing") state.charSpacing = finite(first);
    else if (name === "setWordSpacing") state.wordSpacing = finite(first);
    else if (name === "setHScale") state.scale = finite(first) / 100;
    else if (name === "setLeading") state.leading = finite(first);
    else if (name === "setTextRise") state.rise = finite(first);
    else if (name === "setTextRenderingMode") state.mode = finite(first);
  }

  private transform(value: unknown): void {
    const matrix = matrixOf(value);
    if (matrix) this.state.matrix = times(this.state.matrix, matrix);
  }

  private moveLine(x: number, y: number): void {
    this.line = times(this.line, [1, 0, 0, 1, x, y]);
    this.text = this.line;
  }

  private get isHiddenLayer(): boolean {
    return this.marks.includes(true);
  }

  private addPath(args: readonly unknown[]): void {
    const painted = this.around.names.get(finite(args[0]))?.toLowerCase() ?? "";
    const [path] = Array.isArray(args[1]) ? args[1] : [];
    if (!ArrayBuffer.isView(path) || !("length" in path) || this.isHiddenLayer) return;
    const { matrix, lineWidth } = this.state;
    const paint = {
      isStroked: painted.includes("stroke"),
      isFilled: painted.includes("fill"),
      lineWidth: lineWidth * Math.hypot(matrix[0], matrix[1]),
    };
    if (paint.isStroked || paint.isFilled)
      for (const rule of rulesOf(path as unknown as Float32Array, matrix, paint))
        this.rules.push(rule);
  }

  private showText(glyphs: readonly (FontGlyph | number)[]): void {
    const { state } = this;
    const { isVertical, unit } = state.font;
    for (const glyph of glyphs) {
      let advance: number;
      if (typeof glyph === "number") advance = (-glyph / 1000) * state.size;
      else {
        const spacing = state.charSpacing + (glyph.isSpace ? state.wordSpacing : 0);
        this.addGlyph(glyph);
        const down = glyph.vertical?.[0] ?? -1000;
        const own = (isVertical ? down : glyph.width) * unit * state.size;
        advance = isVertical ? own - spacing : own + spacing;
      }
      const [x, y] = isVertical ? [0, advance] : [advance * state.scale, 0];
      this.text = times(this.text, [1, 0, 0, 1, x, y]);
    }
  }

  private addGlyph({ unicode, width, vertical }: FontGlyph): void {
    const { state } = this;
    if (unicode.trim() === "" || this.isHiddenLayer || state.mode === CLIP_ONLY) return;
    const { isVertical, unit } = state.font;
    const scale = unit * state.size;
    const [x, y] = isVertical
      ? [-(vertical?.[1] ?? width / 2) * scale, -(vertical?.[2] ?? 880) * scale]
      : [0, state.rise];
    const matrix = times(state.matrix, this.text);
    const box = boxOf(matrix, { x, y, width: width * scale * state.scale, size: state.size });
    const size = Math.abs(state.size) * Math.hypot(matrix[2], matrix[3]);
    const turn = turnOf(matrix, state.size);
    // What leans by more than a little is a mark over the page, not text on it.
    if (turn === null || size < 1) return;
    this.glyphs.push({
      ...box,
      text: withoutRadicals(unicode),
      size,
      turn,
      isHidden: state.mode === INVISIBLE,
    });
  }
}

const ASCENT = 0.85;
const DESCENT = 0.15;

function boxOf(
  matrix: Matrix,
  { x, y, width, size }: { x: number; y: number; width: number; size: number },
): Box {
  const [x1, y1] = apply(matrix, x, y - DESCENT * size);
  const [x2, y2] = apply(matrix, x + width, y + ASCENT * size);
  return {
    left: Math.min(x1, x2),
    right: Math.max(x1, x2),
    top: Math.min(y1, y2),
    bottom: Math.max(y1, y2),
  };
}

const LEAN = 0.15;

function turnOf([a, b]: Matrix, size: number): Glyph["turn"] | null {
  const length = Math.hypot(a, b) || 1;
  const [x, y] = [(Math.sign(size) * a) / length, (Math.sign(size) * b) / length];
  if (Math.min(Math.abs(x), Math.abs(y)) > LEAN) return null;
  if (Math.abs(x) > Math.abs(y)) return x > 0 ? 0 : 2;
  return y > 0 ? 1 : 3;
}
