import { BLACK, colourOfRgb } from "./colours.ts";

/** What a style or an attribute says of colours: of words, and of what is behind them. */
export interface Colours {
  ink: string | null;
  ground: string | null;
}

/** The colour of words that let everything through. */
export const CLEAR = "transparent";

const INK = /(?:^|[;\s])(?:color|-webkit-text-fill-color)\s*:([^;]*)/giu;
const GROUND = /(?:^|[;\s])background(?:-color|-image)?\s*:([^;]*)/giu;

/** The colours in the declarations of a style, the last of each. */
export function coloursIn(style: string): Colours {
  const last = (way: RegExp) =>
    [...style.matchAll(way)].flatMap(([, value = ""]) => colourOf(value) ?? []).at(-1) ?? null;
  const ground = last(GROUND);
  return { ink: last(INK), ground: ground === CLEAR ? null : ground };
}

const KEPT = new Set(["inherit", "initial", "unset", "revert", "currentcolor"]);

/** What a shorthand says beside its colour. */
const SHORTHAND = new Set(
  "repeat repeat-x repeat-y no-repeat space round scroll fixed local left right top bottom center cover contain border-box padding-box content-box text none auto".split(
    " ",
  ),
);
const NAMES = /[a-z]+\([^)]*\)|(?<![\w.#%-])[a-z][a-z-]*/gu;

/** The colour that an attribute names, which may do without the sign before its digits. */
export function colourOfAttribute(value: string): string | null {
  return colourOf(value.trim().replace(/^(?=[0-9a-f]{6}$)/iu, "#"));
}

/** A colour as one name; a picture or a course of colours as such, null where it is left as it is. */
export function colourOf(value: string): string | null {
  const words = value.toLowerCase().replace("!important", "").trim().slice(0, 200);
  if (/url\(|gradient\(/u.test(words)) return "picture";
  // Two variables of other names are two colours.
  const [variable] = /var\(\s*--[\w-]+/u.exec(words) ?? [];
  if (variable) return variable;
  const [hex] = /#[0-9a-f]+/u.exec(words) ?? [];
  const names = (words.match(NAMES) ?? []).filter((name) => !SHORTHAND.has(name));
  const colour = hex ?? names.find((name) => name.startsWith("rgb")) ?? names[0] ?? "";
  if (colour === "" || KEPT.has(colour)) return null;
  const rgb = rgbOf(colour);
  if (rgb === null) return colour;
  return colourOfRgb(rgb);
}

function rgbOf(colour: string): string | null {
  const hex = /^#([0-9a-f]{3,8})$/u.exec(colour)?.[1];
  if (hex !== undefined) {
    const whole = hex.length < 6 ? hex.replace(/./gu, "$&$&") : hex;
    return whole.slice(6) === "00" ? CLEAR : whole.slice(0, 6);
  }
  const [red, green, blue, alpha] = colour.startsWith("rgb")
    ? [...colour.matchAll(/[\d.]+/gu)].map(([part]) => Number(part))
    : [];
  if (red === undefined || green === undefined || blue === undefined)
    return colour === "black" ? BLACK : null;
  if (alpha === 0) return CLEAR;
  return [red, green, blue].map((one) => Math.round(one).toString(16).padStart(2, "0")).join("");
}
