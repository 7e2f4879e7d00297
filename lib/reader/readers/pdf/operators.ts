import { UNREADABLE } from "../../lost.ts";
import { areasOf, boxAround, clipOf, within } from "./areas.ts";
import { boxOf, turnOf } from "./glyph-place.ts";
import { coatOf, inkAfter, inkInGroup } from "./ink.ts";
import { Layers, shownIn } from "./layers.ts";
import { apply, finite, IDENTITY, type Matrix, matrixOf, times } from "./matrix.ts";
import type { Bounds } from "./notes.ts";
import { type Box, FEW, type Glyph, middleX, middleY, type Rule } from "./page.ts";
import { type Paint, rulesOf } from "./paths.ts";
import type { PicturePaint } from "./picture-paint.ts";
import { drawsPicture, Pictures, underScan } from "./pictures.ts";
import { withoutRadicals } from "./radicals.ts";
import {
  type FontGlyph,
  type FontShape,
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
  /** Whether a note over the page belongs to what is seen of it. */
  isNote(id: unknown): boolean;
  /** Where a picture is paint; null where nobody knows. */
  paintOf(picture: unknown): PicturePaint | null;
}

const FILLED = 0;
const INVISIBLE = 3;
const CLIP_ONLY = 7;
/** Widths of the characters of notes whose font is not known, in thousandths of their size. */
const [NARROW, WIDE] = [500, 1000];
/** Text in paint thinner than this is not seen. */
const CLEAR = 0.05;
/** Figures of a form are smaller than titles, which stand on pictures, too. */
const LARGE = 14;
const IN_FIGURES = /^[\d.,]+$/u;

/** Walks through the operators of a page and keeps where each character and each line comes to stand. */
export class PageWalk {
  readonly glyphs: Glyph[] = [];
  readonly rules: Rule[] = [];
  /** Lines of notes over the page: they strike out, but make no tables. */
  readonly strikes: Rule[] = [];
  /** Notes that were drawn with characters of their own. */
  readonly written = new Set<unknown>();
  private readonly start: Matrix;
  private note: unknown = null;
  private readonly around: Surroundings;
  private state: TextState;
  private readonly saved: TextState[] = [];
  private text: Matrix = IDENTITY;
  private line: Matrix = IDENTITY;
  /** For each open mark whether it hides what it holds. */
  private readonly marks: boolean[] = [];
  private readonly layers = new Layers();
  readonly pictures = new Pictures(this.layers);
  /** The character before, and the clip it stands in. */
  private last: { glyph: Glyph; clip: Box; isCut: boolean } | null = null;
  /** Whether the next path is one to clip by. */
  private isClipping = false;
  private hasPainted = false;

  constructor(start: Matrix, around: Surroundings) {
    this.around = around;
    this.start = start;
    this.state = initialState(start);
  }

  /** Whether anything was drawn, seen or not. */
  get hasDrawn(): boolean {
    return this.hasPainted || this.glyphs.length > 0;
  }

  /** The characters that are seen; where nearly all are covered, a scanner may have laid its picture over them, and they count as hidden. */
  get seen(): readonly Glyph[] {
    const { gone } = this.layers;
    const open = this.glyphs.filter((glyph) => !gone.has(glyph));
    if (open.filter(({ isHidden }) => !isHidden).length > FEW) return underScan(open);
    return this.glyphs.map((glyph) => (gone.has(glyph) ? { ...glyph, isHidden: true } : glyph));
  }

  /** Comparisons of characters with the areas around them. */
  get work(): number {
    return this.layers.work;
  }

  step(operator: number, args: unknown): void {
    const name = this.around.names.get(operator) ?? "";
    const list: readonly unknown[] = Array.isArray(args) ? args : [];
    if (name === "endAnnotation") this.note = null;
    if (this.note !== null && !this.around.isNote(this.note)) return;
    if (name === "beginAnnotation") this.beginNote(list);
    else if (name === "constructPath") this.addPath(list);
    else if (name === "showText") this.showText(glyphsOf(list[0]));
    else if (drawsPicture(name)) this.addPicture(name, list[0]);
    else if (!this.stepState(name, list) && !this.stepInk(name, list)) this.stepText(name, list);
  }

  /** Writes the text of a note that brings no drawing of its own; characters are placed as on the page. */
  write(text: string, place: Matrix, size: number): void {
    this.state = { ...initialState(this.start), size };
    this.text = place;
    const characters = Array.from(text, (unicode): FontGlyph => {
      const isNarrow = unicode >= " " && unicode <= "~";
      return { unicode, width: isNarrow ? NARROW : WIDE, isSpace: false, vertical: null };
    });
    this.showText(characters);
  }

  /** Leaves out what a note strikes out. */
  strike([left, bottom, right, top]: Bounds): void {
    const { start } = this;
    this.layers.strike(boxAround([apply(start, left, bottom), apply(start, right, top)]));
  }

  /** Lays a stamp over the page; what it says itself is no part of the report. */
  stamp([left, bottom, right, top]: Bounds): void {
    const { start } = this;
    this.pictures.lay(boxAround([apply(start, left, bottom), apply(start, right, top)]), true);
  }

  /** A note is drawn over the finished page, whatever state that is left in; the library closes its layers. */
  private beginNote([id, rect, transform, matrix]: readonly unknown[]): void {
    this.note = id;
    this.state = initialState(this.start);
    this.clipTo(rect, this.start);
    this.transform(transform);
    this.transform(matrix);
  }

  private stepInk(name: string, args: readonly unknown[]): boolean {
    const { state } = this;
    if (name === "clip" || name === "eoClip") this.isClipping = true;
    else if (name === "shadingFill") {
      this.hasPainted = true;
      const area = { ...state.clip, by: "fill" as const, isWhole: false };
      if (!this.isHiddenLayer) this.layers.paint(area, { isWhite: false, isOpaque: false });
    } else if (name === "beginGroup") {
      this.save();
      const { matrix, bbox, isMask } = groupOf(args[0]);
      state.ink = inkInGroup(state.ink, isMask);
      this.clipTo(bbox, times(state.matrix, matrix));
    } else if (name === "endGroup") this.restore();
    else {
      const ink = inkAfter(state.ink, name, args);
      if (ink === null) return false;
      state.ink = ink;
    }
    return true;
  }

  private save(): void {
    this.saved.push({ ...this.state });
  }

  private restore(): void {
    this.state = this.saved.pop() ?? this.state;
  }

  private stepState(name: string, args: readonly unknown[]): boolean {
    switch (name) {
      case "save":
      case "paintFormXObjectBegin":
        this.save();
        if (name === "paintFormXObjectBegin") this.transform(args[0]);
        if (name === "paintFormXObjectBegin") this.clipTo(args[1], this.state.matrix);
        return true;
      case "restore":
      case "paintFormXObjectEnd":
        this.restore();
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
    const [points] = Array.isArray(args[1]) ? args[1] : [];
    const isClipping = this.isClipping;
    this.isClipping = false;
    if (!ArrayBuffer.isView(points) || !("length" in points) || this.isHiddenLayer) return;
    const path = points as unknown as Float32Array;
    const { matrix, lineWidth } = this.state;
    const paint = {
      isStroked: painted.includes("stroke"),
      isFilled: painted.includes("fill"),
      lineWidth: lineWidth * Math.hypot(matrix[0], matrix[1]),
    };
    if (paint.isStroked || paint.isFilled) {
      this.hasPainted = true;
      this.paint(path, paint);
    }
    if (isClipping) this.clip(clipOf(path, matrix));
  }

  private paint(path: Float32Array, paint: Paint): void {
    const { matrix, clip, ink } = this.state;
    const rules = this.note === null ? this.rules : this.strikes;
    for (const rule of rulesOf(path, matrix, paint)) rules.push(rule);
    for (const area of areasOf(path, matrix, paint)) {
      const isWhole = area.isWhole && clip.isWhole;
      this.layers.paint({ ...area, ...within(area, clip), isWhole }, coatOf(ink, area.by));
    }
  }

  private addPicture(name: string, picture: unknown): void {
    this.hasPainted = true;
    if (this.isHiddenLayer) return;
    const { matrix } = this.state;
    this.pictures.draw(name, matrix, this.state, this.around.paintOf(picture));
  }

  private clipTo(bounds: unknown, matrix: Matrix): void {
    if (!ArrayBuffer.isView(bounds) && !Array.isArray(bounds)) return;
    const [left = 0, bottom = 0, right = 0, top = 0] = Array.from(bounds as number[], finite);
    this.clip(clipOf([0, left, bottom, 1, right, bottom, 1, right, top, 1, left, top, 4], matrix));
  }

  private clip(to: Box & { isWhole: boolean }): void {
    const { clip } = this.state;
    this.state.clip = { ...within(to, clip), isWhole: to.isWhole && clip.isWhole };
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
    const isClear = state.mode === FILLED && state.ink.fillAlpha < CLEAR;
    const isDigit = /\d/u.test(unicode);
    const shown = shownIn({ ...box, size, turn }, state.clip);
    const isHidden = state.mode === INVISIBLE || isClear || shown === "none";
    const isUnsure = shown === "part" || (size < LARGE && isDigit && this.isWhiteOnWhite(box));
    const text = isUnsure && isDigit ? UNREADABLE : withoutRadicals(unicode);
    const glyph = { ...box, text, size, turn, isHidden };
    this.glyphs.push(glyph);
    this.follow(glyph, shown === "none");
    if (this.note !== null && shown !== "none") this.written.add(this.note);
    if (!isHidden) this.layers.add(glyph);
  }

  /** A figure of which a clip cuts digits away is none. */
  private follow(glyph: Glyph, isCut: boolean): void {
    const { last } = this;
    const { clip } = this.state;
    this.last = { glyph, clip, isCut };
    if (last?.clip !== clip || last.isCut === isCut) return;
    if (!IN_FIGURES.test(last.glyph.text) || !IN_FIGURES.test(glyph.text)) return;
    const away = [middleX(glyph) - middleX(last.glyph), middleY(glyph) - middleY(last.glyph)];
    if (Math.hypot(...away) < glyph.size) (isCut ? last.glyph : glyph).text = UNREADABLE;
  }

  /** Whether what stands in a place may not be seen; pictures, which it may stand on, are not known. */
  private isWhiteOnWhite(box: Box): boolean {
    const { mode, ink } = this.state;
    return mode === FILLED && coatOf(ink, "fill").isWhite && !this.layers.isCoated(box);
  }
}

/** What a group says of itself. */
function groupOf(group: unknown): { matrix: Matrix; bbox: unknown; isMask: boolean } {
  const said = typeof group === "object" && group !== null ? group : {};
  return {
    matrix: matrixOf("matrix" in said ? said.matrix : null) ?? IDENTITY,
    bbox: "bbox" in said ? said.bbox : null,
    isMask: "smask" in said && Boolean(said.smask),
  };
}
