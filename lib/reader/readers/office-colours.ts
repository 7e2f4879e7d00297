import { attributeOf, type Markup } from "../archive/markup.ts";
import { colourOfRgb, WHITE } from "./colours.ts";

/** The places of white in the palette of spreadsheets. */
const WHITES_OF_PALETTE: ReadonlySet<string> = new Set(["1", "9"]);

/** The colour that Word or a spreadsheet names, white told from all others; null where it is left open. */
export function officeColourOf(colour: Markup | undefined): string | null {
  const [rgb, theme, indexed] = ["rgb", "theme", "indexed"].map((name) =>
    attributeOf(colour, name),
  );
  if (rgb) return colourOfRgb(rgb);
  if (isWhiteOfTheme(colour)) return WHITE;
  if (theme) return `theme ${theme} ${attributeOf(colour, "tint") ?? ""}`;
  if (indexed) return WHITES_OF_PALETTE.has(indexed) ? WHITE : `indexed ${indexed}`;
  return colourOfCode(attributeOf(colour, "val"));
}

/** A colour by its code in Word; null where it is left open. */
export function colourOfCode(code: string | undefined): string | null {
  return code && code !== "auto" ? colourOfRgb(code) : null;
}

/** What a theme calls a darker white is hardly darker, up to this share. */
const HARDLY_DARKER = 0.15;

/** Whether a colour is the white of the theme, in a spreadsheet or in Word. */
function isWhiteOfTheme(colour: Markup | undefined): boolean {
  if (/^(?:background1|light1)$/u.test(attributeOf(colour, "themeColor") ?? ""))
    return attributeOf(colour, "themeShade") === undefined;
  const tint = Number(attributeOf(colour, "tint") ?? 0);
  return attributeOf(colour, "theme") === "0" && Math.abs(tint) <= HARDLY_DARKER;
}
