import { attributeOf, childOf, childrenOf, isElement, type Markup } from "../archive/markup.ts";
import { BLACK, WHITE } from "./colours.ts";
import { officeColourOf } from "./office-colours.ts";
import { isOn } from "./office-run.ts";
import { formatOf, formatsOf, GENERAL, type NumberFormat } from "./xlsx-format.ts";

/** How a cell shows what it holds. */
export interface CellLook {
  format: NumberFormat;
  /** Whether its font is struck out. */
  isStruck: boolean;
  /** The colours of its font and of what is behind it; where they are the same, it is not seen. */
  ink: string;
  ground: string;
}

/** What a condition gives to the cells for which it holds; null where it leaves them as they are. */
export type Dressing = { [part in keyof CellLook]: CellLook[part] | null };

/** The look of a cell that has none. */
export const USUAL: CellLook = { format: GENERAL, isStruck: false, ink: BLACK, ground: WHITE };

/** The looks of a workbook's cells, by the number of their style. */
export function looksOf(styles: Markup | null): CellLook[] {
  const sheet = styles ?? undefined;
  const fonts = childrenOf(childOf(sheet, "fonts"), "font");
  const inks = fonts.map((font) => colourOf(childOf(font, "color")));
  const grounds = childrenOf(childOf(sheet, "fills"), "fill").map(groundOf);
  const formats = formatsOf(styles);
  return childrenOf(childOf(sheet, "cellXfs"), "xf").map((one, index) => {
    const font = Number(attributeOf(one, "fontId") ?? 0);
    return {
      format: formats[index] ?? GENERAL,
      isStruck: isOn(fonts[font], "strike"),
      ink: inks[font] ?? BLACK,
      ground: grounds[Number(attributeOf(one, "fillId") ?? 0)] ?? WHITE,
    };
  });
}

/** What the conditions of a workbook give to cells, by their number. */
export function dressingsOf(styles: Markup | null): Dressing[] {
  return childrenOf(childOf(styles ?? undefined, "dxfs"), "dxf").map(dressingOf);
}

/** What a condition gives to the cells for which it holds. */
export function dressingOf(one: Markup): Dressing {
  const font = childOf(one, "font");
  const pattern = childOf(childOf(one, "fill"), "patternFill");
  const format = attributeOf(childOf(one, "numFmt"), "formatCode");
  return {
    format: format === undefined ? null : formatOf(format),
    isStruck: isOn(font, "strike") || null,
    ink: officeColourOf(childOf(font, "color")),
    // Conditions name the colour of a filling where cells name that of what is behind its pattern.
    ground: officeColourOf(childOf(pattern, "bgColor") ?? childOf(pattern, "fgColor")),
  };
}

/** The colour of a font or of a fill, black where it says none. */
export function colourOf(colour: Markup | undefined): string {
  return officeColourOf(colour) ?? BLACK;
}

/** What is behind the words of a cell: white paper, or the colour that fills it. */
function groundOf(fill: Markup): string {
  const pattern = childOf(fill, "patternFill");
  if (!pattern) return fill.children.some(isElement) ? "shades" : WHITE;
  const kind = attributeOf(pattern, "patternType") ?? "none";
  if (kind === "none") return WHITE;
  return kind === "solid" ? colourOf(childOf(pattern, "fgColor")) : "pattern";
}
