/** A selector that says more than this at once stays as it is written. */
const LONGEST = 300;
/** Steps in which a selector is written out; a way that comes to nothing takes some, too. */
const MOST_STEPS = 60;
const ANY_OF = /:(?:is|where|matches|-webkit-any|-moz-any)\(/iu;
const COMBINES = /[\s>+~]/u;

const BRACKETS: Readonly<Record<string, number>> = { "(": 1, "[": 1, ")": -1, "]": -1 };

/** The pieces of a text between signs that stand in no brackets and no quotes. */
export function piecesOf(text: string, isSign: (sign: string) => boolean): string[] {
  const pieces: string[] = [];
  let [from, depth, quote] = [0, 0, ""];
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? "";
    if (sign === "\\") at++;
    else if (quote !== "") quote = sign === quote ? "" : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign in BRACKETS) depth += BRACKETS[sign] ?? 0;
    else if (depth <= 0 && isSign(sign)) {
      pieces.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return [...pieces, text.slice(from)];
}

/** The selectors of a list, each `:is(…)` and `:where(…)` of them written out. */
export function selectorsIn(list: string): string[] {
  if (!/[[(]/u.test(list)) return list.split(",").map((one) => one.trim());
  return commas(list).flatMap((one) => writtenOut(one, { left: MOST_STEPS }) ?? [one]);
}

const commas = (list: string) => piecesOf(list, (sign) => sign === ",").map((one) => one.trim());

/** The ways in which a selector can be read without `:is(…)`; null where these are too many, or not plain. */
function writtenOut(selector: string, room: { left: number }): string[] | null {
  if (room.left-- <= 0) return null;
  const found = selector.length <= LONGEST ? ANY_OF.exec(selector) : null;
  if (!found) return [selector];
  const from = found.index + found[0].length;
  const end = closing(selector, from);
  if (end === null) return null;
  const before = selector.slice(0, found.index);
  const own = /[^\s>+~]*$/u.exec(before)?.[0] ?? "";
  const ways: string[] = [];
  for (const one of commas(selector.slice(from, end))) {
    const way = joined(own, one);
    if (way === null) return null;
    if (way === "") continue;
    const start = before.slice(0, before.length - own.length);
    const whole = writtenOut(start + way + selector.slice(end + 1), room);
    if (whole === null) return null;
    ways.push(...whole);
  }
  return ways;
}

/** Where the bracket closes that is open at a place. */
function closing(text: string, from: number): number | null {
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    if (text[at] === "(") depth++;
    else if (text[at] === ")" && --depth === 0) return at;
  }
  return null;
}

/** What an element has to be that is both; empty where none is, null where that is not said in one. */
function joined(own: string, other: string): string | null {
  if (own === "") return other;
  const [tag] = /^(?:[a-z][\w-]*|\*)/iu.exec(other) ?? [];
  if (tag === undefined) return COMBINES.test(other) ? null : own + other;
  if (COMBINES.test(other)) return null;
  const [ownTag] = /^(?:[a-z][\w-]*|\*)/iu.exec(own) ?? [];
  if (ownTag === undefined) return other + own;
  const isSame = tag === "*" || tag.toLowerCase() === ownTag.toLowerCase();
  return isSame ? own + other.slice(tag.length) : "";
}
