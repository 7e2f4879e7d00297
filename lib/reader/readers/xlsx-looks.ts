import { attributeOf, childOf, childrenOf, isElement, type Markup } from "../archive/markup.ts";
import { isOn, isWhiteOfTheme } from "./office-run.ts";
import { formatsOf, GENERAL, type NumberFormat } from "./xlsx-format.ts";

/** How a cell shows what it holds. */
export interface CellLook {
  format: NumberFormat;
  /** Whether its font is struck out. */
  isStruck: boolean;
  /** Whether its font has the colour of what is behind it. */
  isUnseen: boolean;
}

/** The look of a cell that has none. */
export const USUAL: CellLook = { format: GENERAL, isStruck: false, isUnseen: false };

/** The looks of a workbook's cells, by the number of their style. */
export function looksOf(styles: Markup | null): CellLook[] {
  const sheet = styles ?? undefined;
  const fonts = childrenOf(childOf(sheet, "fonts"), "font");
  const inks = fonts.map((font) => colourOf(childOf(font, "color")));
  const grounds = childrenOf(childOf(sheet, "fills"), "fill").map(groundOf);
  const formats = formatsOf(styles);
  return childrenOf(childOf(sheet, "cellXfs"), "xf").map((one, index) => {
    const font = Number(attributeOf(one, "fontId") ?? 0);
    const ink = inks[font] ?? BLACK;
    return {
      format: formats[index] ?? GENERAL,
      isStruck: isOn(fonts[font], "strike"),
      isUnseen: ink === (grounds[Number(attributeOf(one, "fillId") ?? 0)] ?? WHITE),
    };
  });
}

const WHITE = "white";
const BLACK = "black";

/** The colour of a font or of a fill, white told from all others. */
function colourOf(colour: Markup | undefined): string {
  const [rgb, theme, indexed] = ["rgb", "theme", "indexed"].map((name) =>
    attributeOf(colour, name),
  );
  if (rgb !== undefined) return /^(?:..)?ffffff$/i.test(rgb) ? WHITE : rgb.toLowerCase();
  if (isWhiteOfTheme(colour)) return WHITE;
  if (theme !== undefined) return `theme ${theme} ${attributeOf(colour, "tint") ?? ""}`;
  if (indexed === "1" || indexed === "9") return WHITE;
  return indexed === undefined ? BLACK : `indexed ${indexed}`;
}

/** What is behind the words of a cell: white paper, or the colour that fills it. */
function groundOf(fill: Markup): string {
  const pattern = childOf(fill, "patternFill");
  if (!pattern) return fill.children.some(isElement) ? "shades" : WHITE;
  const kind = attributeOf(pattern, "patternType") ?? "none";
  if (kind === "none") return WHITE;
  return kind === "solid" ? colourOf(childOf(pattern, "fgColor")) : "pattern";
}
