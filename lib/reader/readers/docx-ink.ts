import {
  attributeOf,
  childOf,
  childrenOf,
  elementsIn,
  isElement,
  type Markup,
} from "../archive/markup.ts";
import { hasFigure, isUnseen } from "./docx-text.ts";
import { isWhiteRgb } from "./office-run.ts";

/** What stands behind words: a colour, or null where nobody knows. */
type Ground = string | null;

const WHITE = "white";

/** What the styles of a document shade: of tables the first row apart from the rest. */
interface Shades {
  heads: ReadonlySet<string>;
  all: ReadonlySet<string>;
}

/** The cells of a document in which figures have the colour of what is behind them. */
export function unseenCells(body: Markup, styles: Markup | null): ReadonlySet<Markup> {
  const finder = new UnseenFinder(shadesOf(styles));
  finder.look(body, WHITE, null);
  return finder.cells;
}

class UnseenFinder {
  readonly cells = new Set<Markup>();
  private readonly shades: Shades;

  constructor(shades: Shades) {
    this.shades = shades;
  }

  look(parent: Markup, ground: Ground, cell: Markup | null): void {
    // The style of a table may shade its first row.
    let isFirst = parent.name === "tbl";
    for (const child of parent.children) {
      if (!isElement(child) || isUnseen(child)) continue;
      const own = this.groundOf(child, ground);
      if (child.name === "tr") {
        this.look(child, isFirst && this.shadesHeads(parent) ? null : own, cell);
        isFirst = false;
      } else if (child.name === "r") {
        if (cell && hasFigure(child) && inkOf(child) === own) this.cells.add(cell);
      } else this.look(child, own, child.name === "tc" ? child : cell);
    }
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
