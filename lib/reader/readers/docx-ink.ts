import {
  attributeOf,
  childOf,
  childrenOf,
  elementsIn,
  isElement,
  type Markup,
} from "../archive/markup.ts";
import type { Oddity } from "../plain.ts";
import { hasFigure, hasPrompt, isUnseen } from "./docx-text.ts";
import { isWhiteRgb } from "./office-run.ts";

/** What stands behind words: a colour, or null where nobody knows. */
type Ground = string | null;

const WHITE = "white";
/** What a style of tables shades its heads in, on which white is meant to be seen. */
const OF_HEADS = "heads";

/** What the styles of a document shade: of tables the first row apart from the rest, which may be any row; of paragraphs in which colour. */
interface Shades {
  heads: ReadonlySet<string>;
  tables: ReadonlySet<string>;
  paragraphs: ReadonlyMap<string, string>;
}

/** The cells of a document in which figures have the colour of what is behind them, or stand for what nobody has typed. */
export function oddCellsIn(body: Markup, styles: Markup | null): ReadonlyMap<Markup, Oddity> {
  const finder = new OddFinder(shadesOf(styles));
  finder.look(body, { ground: WHITE, cell: null, isPrompt: false });
  return finder.cells;
}

/** What is around an element: what is behind it, its cell, and whether a control says that nobody has typed there. */
interface Around {
  ground: Ground;
  cell: Markup | null;
  isPrompt: boolean;
}

class OddFinder {
  readonly cells = new Map<Markup, Oddity>();
  private readonly shades: Shades;

  constructor(shades: Shades) {
    this.shades = shades;
  }

  look(parent: Markup, around: Around): void {
    // The style of a table may shade its first row.
    let isFirst = parent.name === "tbl";
    for (const child of parent.children) {
      if (!isElement(child) || isUnseen(child)) continue;
      const ground = this.groundOf(child, around.ground);
      if (child.name === "r") this.lookAtRun(child, { ...around, ground });
      else {
        const isHead = child.name === "tr" && isFirst && this.shadesHeads(parent);
        if (child.name === "tr") isFirst = false;
        this.look(child, {
          ground: isHead ? OF_HEADS : ground,
          cell: child.name === "tc" ? child : around.cell,
          isPrompt: around.isPrompt || (child.name === "sdt" && hasPrompt(child)),
        });
      }
    }
  }

  private lookAtRun(run: Markup, { ground, cell, isPrompt }: Around): void {
    if (!cell || !hasFigure(run)) return;
    const ink = inkOf(run);
    if (ink === ground || (ink === WHITE && ground === null)) this.cells.set(cell, "unseen");
    else if (isPrompt && !this.cells.has(cell)) this.cells.set(cell, "prompt");
  }

  private shadesHeads(table: Markup): boolean {
    return this.shades.heads.has(styleOf(table));
  }

  private groundOf(element: Markup, behind: Ground): Ground {
    const properties = childOf(element, `${element.name}Pr`);
    const highlight = attributeOf(childOf(properties, "highlight"), "val");
    if (highlight && highlight !== "none") return HIGHLIGHTS[highlight] ?? highlight;
    const shade = shadeOf(childOf(properties, "shd"));
    if (shade !== undefined) return shade ?? behind;
    const style = styleOf(element);
    if (element.name === "tbl") return this.shades.tables.has(style) ? null : behind;
    return this.shades.paragraphs.get(style) ?? behind;
  }
}

/** The colours in which Word marks text. */
const HIGHLIGHTS: Readonly<Record<string, string>> = {
  black: "000000",
  blue: "0000ff",
  cyan: "00ffff",
  darkBlue: "000080",
  darkCyan: "008080",
  darkGray: "808080",
  darkGreen: "008000",
  darkMagenta: "800080",
  darkRed: "800000",
  darkYellow: "808000",
  green: "00ff00",
  lightGray: "c0c0c0",
  magenta: "ff00ff",
  red: "ff0000",
  white: WHITE,
  yellow: "ffff00",
};

function styleOf(element: Markup): string {
  const name = element.name === "tbl" ? "tblStyle" : "pStyle";
  return attributeOf(childOf(childOf(element, `${element.name}Pr`), name), "val") ?? "";
}

/** The colour of a shading; null where it is clear, undefined where there is none. */
function shadeOf(shade: Markup | undefined): Ground | undefined {
  if (!shade) return undefined;
  const kind = attributeOf(shade, "val") ?? "clear";
  if (kind !== "clear" && kind !== "nil" && kind !== "solid") return "pattern";
  return colourOf(attributeOf(shade, kind === "solid" ? "color" : "fill"));
}

function colourOf(colour: string | undefined): string | null {
  if (!colour || colour === "auto") return null;
  return isWhiteRgb(colour) ? WHITE : colour.toLowerCase();
}

/** The colour of a run; nothing where it is left to what stands behind it. */
function inkOf(run: Markup): string | undefined {
  const colour = childOf(childOf(run, "rPr"), "color");
  const theme = attributeOf(colour, "themeColor") ?? "";
  const isDarker = attributeOf(colour, "themeShade") !== undefined;
  if (/^(?:background1|light1)$/u.test(theme) && !isDarker) return WHITE;
  return colourOf(attributeOf(colour, "val")) ?? undefined;
}

const DEEPEST_STYLE = 20;

function shadesOf(styles: Markup | null): Shades {
  const heads = new Set<string>();
  const tables = new Set<string>();
  const paragraphs = new Map<string, Ground>();
  const known = childrenOf(styles ?? undefined, "style");
  const basedOn = new Map(
    known.map((one) => [idOf(one), attributeOf(childOf(one, "basedOn"), "val")]),
  );
  for (const style of known) {
    const parts = childrenOf(style, "tblStylePr");
    const isHead = (part: Markup) => attributeOf(part, "type") === "firstRow";
    if (parts.filter(isHead).some(hasShade)) heads.add(idOf(style));
    const rest = ["pPr", "tblPr", "trPr", "tcPr"].flatMap((name) => childrenOf(style, name));
    if ([...rest, ...parts.filter((part) => !isHead(part))].some(hasShade)) tables.add(idOf(style));
    const shade = shadeOf(childOf(childOf(style, "pPr"), "shd"));
    if (shade !== undefined) paragraphs.set(idOf(style), shade);
  }
  /** The nearest style, of one and those it is based on, that `own` has. */
  const nearest = (id: string, own: { has(id: string): boolean }): string | null => {
    let at: string | undefined = id;
    for (let count = 0; at && count < DEEPEST_STYLE; count++) {
      if (own.has(at)) return at;
      at = basedOn.get(at);
    }
    return null;
  };
  const ids = [...basedOn.keys()];
  return {
    heads: new Set(ids.filter((id) => nearest(id, heads) !== null)),
    tables: new Set(ids.filter((id) => nearest(id, tables) !== null)),
    paragraphs: new Map(
      ids.flatMap((id) => {
        const shade = paragraphs.get(nearest(id, paragraphs) ?? "");
        return shade ? [[id, shade] as const] : [];
      }),
    ),
  };
}

function idOf(style: Markup): string {
  return attributeOf(style, "styleId") ?? "";
}

function hasShade(part: Markup): boolean {
  for (const element of [part, ...elementsIn(part)]) {
    const shade = element.name === "shd" ? shadeOf(element) : null;
    if (shade && shade !== WHITE) return true;
  }
  return false;
}
