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

/** What the styles of a document shade: of tables the first row apart from the rest. */
interface Shades {
  heads: ReadonlySet<string>;
  all: ReadonlySet<string>;
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
          ground: isHead ? null : ground,
          cell: child.name === "tc" ? child : around.cell,
          isPrompt: around.isPrompt || (child.name === "sdt" && hasPrompt(child)),
        });
      }
    }
  }

  private lookAtRun(run: Markup, { ground, cell, isPrompt }: Around): void {
    if (!cell || !hasFigure(run)) return;
    if (inkOf(run) === ground) this.cells.set(cell, "unseen");
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
    return this.shades.all.has(styleOf(element)) ? null : behind;
  }
}

const HIGHLIGHTS: Readonly<Record<string, string>> = { white: WHITE, black: "000000" };

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
  const all = new Set<string>();
  const known = childrenOf(styles ?? undefined, "style");
  const basedOn = new Map(
    known.map((one) => [idOf(one), attributeOf(childOf(one, "basedOn"), "val")]),
  );
  for (const style of known) {
    const parts = childrenOf(style, "tblStylePr");
    const isHead = (part: Markup) => attributeOf(part, "type") === "firstRow";
    if (parts.filter(isHead).some(hasShade)) heads.add(idOf(style));
    const rest = ["pPr", "tblPr", "trPr", "tcPr"].flatMap((name) => childrenOf(style, name));
    if ([...rest, ...parts.filter((part) => !isHead(part))].some(hasShade)) all.add(idOf(style));
  }
  const withBases = (own: ReadonlySet<string>) =>
    new Set(
      [...basedOn.keys()].filter((id) => {
        let at: string | undefined = id;
        for (let count = 0; at && count < DEEPEST_STYLE; count++) {
          if (own.has(at)) return true;
          at = basedOn.get(at);
        }
        return false;
      }),
    );
  return { heads: withBases(heads), all: withBases(all) };
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
