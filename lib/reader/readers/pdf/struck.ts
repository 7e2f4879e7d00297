import { type Glyph, middleY, type PageDrawing, type Rule } from "./page.ts";

/** Height of a band of characters looked through for one line, in points. */
const BAND = 6;
/** How far a line through characters may be from the middle of figures, in parts of the size of the font. */
const OFF_MIDDLE = 0.2;
/** How far its ends may be from theirs, and the widest gap it goes over between two of them. */
const OFF_END = 0.4;
const GAP = 1.2;

/** A page without the characters that a line of their own length is drawn through, as corrections are printed, and without these lines; lines of notes over the page only strike out. */
export function withoutStruck(page: PageDrawing, strikes: readonly Rule[] = []): PageDrawing {
  const bands = new Map<number, Glyph[]>();
  for (const glyph of page.glyphs) {
    if (glyph.turn !== 0) continue;
    const band = bandOf(strikeAt(glyph));
    const glyphs = bands.get(band) ?? [];
    glyphs.push(glyph);
    bands.set(band, glyphs);
  }
  const struck = new Set<Glyph>();
  const strikesOut = (rule: Rule) => {
    const under = rule.isLevel ? struckBy(rule, bands) : [];
    for (const glyph of under) struck.add(glyph);
    return under.length > 0;
  };
  const rules = page.rules.filter((rule) => !strikesOut(rule));
  strikes.forEach(strikesOut);
  if (struck.size === 0) return page;
  return { ...page, rules, glyphs: page.glyphs.filter((glyph) => !struck.has(glyph)) };
}

const bandOf = (y: number) => Math.floor(y / BAND);

/** The middle of a figure: its box reaches from below the line to above all letters. */
function strikeAt({ bottom, size }: Glyph): number {
  return bottom - size / 2;
}

function struckBy(rule: Rule, bands: ReadonlyMap<number, readonly Glyph[]>): Glyph[] {
  const y = middleY(rule);
  const band = bandOf(y);
  const under = [band - 1, band, band + 1]
    .flatMap((each) => bands.get(each) ?? [])
    .filter((glyph) => isThrough(rule, y, glyph))
    .sort((a, b) => a.left - b.left);
  const [first] = under;
  const last = under.at(-1);
  if (!first || !last) return [];
  const slack = OFF_END * first.size;
  const isOwn = first.left - rule.left < slack && rule.right - last.right < slack;
  const isWhole = under.every(
    ({ left }, at) => at === 0 || left - (under[at - 1]?.right ?? left) < GAP * first.size,
  );
  return isOwn && isWhole ? under : [];
}

function isThrough(rule: Rule, y: number, glyph: Glyph): boolean {
  const slack = OFF_END * glyph.size;
  return (
    Math.abs(y - strikeAt(glyph)) < OFF_MIDDLE * glyph.size &&
    glyph.left > rule.left - slack &&
    glyph.right < rule.right + slack
  );
}
