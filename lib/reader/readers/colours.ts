/** The names of the colours that are told apart from all others, which are named by six hexadecimal digits. */
export const WHITE = "white";
export const BLACK = "000000";

/** The least share of each colour in what the eye takes for the white of the paper. */
const LEAST_OF_WHITE = 0xf0;

/** Six hexadecimal digits, behind two that say how much shows through. */
const RGB = /^(?:[0-9a-f]{2})?([0-9a-f]{6})$/iu;

/** A colour in six or eight hexadecimal digits by its one name, white where it is as good as white; any other word as it is. */
export function colourOfRgb(rgb: string): string {
  const digits = RGB.exec(rgb)?.[1]?.toLowerCase();
  if (digits === undefined) return rgb.toLowerCase();
  const shares = [0, 2, 4].map((at) => Number.parseInt(digits.slice(at, at + 2), 16));
  return shares.every((share) => share >= LEAST_OF_WHITE) ? WHITE : digits;
}

/** Whether words have the colour of what is behind them: of white paper where nobody knows what is. */
export function isLost(ink: string | null, ground: string | null): boolean {
  return ink !== null && ink === (ground ?? WHITE);
}
