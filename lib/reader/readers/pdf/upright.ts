import { type Box, FEW, type Glyph, type PageDrawing, type Rule } from "./page.ts";

/** A page as people hold it: turned so that most of its text runs from left to right, each character once, what is hidden left out. */
export function upright(page: PageDrawing): PageDrawing & { isRecognised: boolean } {
  const { glyphs, isRecognised } = painted(page.glyphs);
  const turn = commonTurn(glyphs);
  const size = { width: page.width, height: page.height };
  const place = <T extends Box>(one: T): T => ({ ...one, ...turned(one, turn, size) });
  const [width, height] = turn % 2 === 0 ? [page.width, page.height] : [page.height, page.width];
  return {
    width,
    height,
    isRecognised,
    glyphs: once(glyphs).map((glyph) => ({ ...place(glyph), turn: less(glyph.turn, turn) })),
    pictures: page.pictures.map(place),
    rules: page.rules.map((rule): Rule => {
      const isLevel = turn % 2 === 0 ? rule.isLevel : !rule.isLevel;
      return { ...place(rule), isLevel };
    }),
  };
}

/** Text that is not painted counts only where next to nothing else is there: then a scanner laid it over the picture. */
function painted(glyphs: readonly Glyph[]): { glyphs: Glyph[]; isRecognised: boolean } {
  const shown = glyphs.filter(({ isHidden }) => !isHidden);
  const hidden = glyphs.length - shown.length;
  const isRecognised = hidden > FEW && shown.length * 4 < hidden;
  return { glyphs: isRecognised ? [...glyphs] : shown, isRecognised };
}

function commonTurn(glyphs: readonly Glyph[]): Glyph["turn"] {
  const counts: [number, number, number, number] = [0, 0, 0, 0];
  for (const { turn } of glyphs) counts[turn] += 1;
  const most = Math.max(...counts);
  const [none, once, twice] = counts;
  return none === most ? 0 : once === most ? 1 : twice === most ? 2 : 3;
}

function less(turn: Glyph["turn"], by: Glyph["turn"]): Glyph["turn"] {
  const rest = (turn - by + 4) % 4;
  return rest === 1 ? 1 : rest === 2 ? 2 : rest === 3 ? 3 : 0;
}

function turned(
  { left, right, top, bottom }: Box,
  turn: Glyph["turn"],
  { width, height }: { width: number; height: number },
): Box {
  switch (turn) {
    case 0:
      return { left, right, top, bottom };
    case 1:
      return { left: top, right: bottom, top: width - right, bottom: width - left };
    case 2:
      return {
        left: width - right,
        right: width - left,
        top: height - bottom,
        bottom: height - top,
      };
    case 3:
      return { left: height - bottom, right: height - top, top: left, bottom: right };
  }
}

/** How near the same character must stand to be the same one painted twice, in parts of its size. */
const SAME = 0.3;

function once(glyphs: readonly Glyph[]): Glyph[] {
  const seen = new Map<string, Glyph[]>();
  return glyphs.filter((glyph) => {
    const [column, row] = [Math.floor(glyph.left / 8), Math.floor(glyph.top / 8)];
    const reach = glyph.size * SAME;
    for (let x = column - 1; x <= column + 1; x++)
      for (let y = row - 1; y <= row + 1; y++)
        for (const other of seen.get(`${glyph.text} ${x} ${y}`) ?? [])
          if (
            Math.abs(other.left - glyph.left) < reach &&
            Math.abs(other.top - glyph.top) < reach &&
            Math.abs(other.right - glyph.right) < reach
          )
            return false;
    const key = `${glyph.text} ${column} ${row}`;
    seen.set(key, [...(seen.get(key) ?? []), glyph]);
    return true;
  });
}
