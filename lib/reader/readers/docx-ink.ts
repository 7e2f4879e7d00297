import { attributeOf, childOf, isElement, type Markup } from "../archive/markup.ts";
import type { Oddity } from "../plain.ts";
import { BLACK, isLost, WHITE } from "./colours.ts";
import { type Ground, type Shades, shadeOf, shadesOf } from "./docx-shades.ts";
import { hasTable } from "./docx-table.ts";
import { hasFigure, hasPrompt, isUnseen, textBoxesIn } from "./docx-text.ts";
import { officeColourOf } from "./office-colours.ts";

/** What a style of tables shades its heads in, on which white is meant to be seen. */
const OF_HEADS = "heads";

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
      this.lookInBoxes(child);
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

  /** A table in a text box is read like any other; the box has the paper's colour as a rule. */
  private lookInBoxes(paragraph: Markup): void {
    const boxes = paragraph.name === "p" ? textBoxesIn(paragraph) : [];
    for (const box of boxes)
      if (hasTable(box)) this.look(box, { ground: WHITE, cell: null, isPrompt: false });
  }

  private lookAtRun(run: Markup, { ground, cell, isPrompt }: Around): void {
    if (!cell || !hasFigure(run)) return;
    const ink = officeColourOf(childOf(childOf(run, "rPr"), "color"));
    if (isLost(ink, ground)) this.cells.set(cell, "unseen");
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
  black: BLACK,
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
