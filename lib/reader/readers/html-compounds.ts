import { piecesOf } from "./html-selector-parts.ts";
import { placeOf } from "./html-siblings.ts";
import type { HtmlElement } from "./html-visible.ts";

/** One part of a selector: a tag, its id, classes and attributes, as far as they are named, and what else it has to be. */
export interface Compound {
  tag: string;
  names: readonly string[];
  tests: readonly Test[];
  /** Whether there is more to it than is known here. */
  isUnsure: boolean;
}

type Test = (element: HtmlElement) => boolean;

const START = /^(?:[a-z][\w-]*|\*)/iu;
const PART =
  /^(?:[.#](?:[\w\-\u0080-\uffff]|\\.)+|\[(?:[^\]"']|"[^"]{0,200}"|'[^']{0,200}'){1,200}\]|::?[\w-]+)/u;
const MOST_PARTS = 40;

/** A part of a selector taken apart; null where it is none. */
export function compoundOf(part: string): Compound | null {
  const [start = ""] = START.exec(part) ?? [];
  const names: string[] = [];
  const tests: Test[] = [];
  let isUnsure = false;
  let rest = part.slice(start.length);
  for (let count = 0; rest !== ""; count++) {
    const [found] = PART.exec(rest) ?? [];
    if (found === undefined || count === MOST_PARTS) return null;
    rest = rest.slice(found.length);
    if (found.startsWith(":")) {
      const [inner, after] = bracketed(rest);
      rest = after;
      const test = testOf(found.slice(1).toLowerCase(), inner);
      if (test) tests.push(test);
      else isUnsure = true;
    } else if (found.startsWith("[")) {
      const { name, test } = attributeOf(found);
      if (name === null) isUnsure = true;
      else names.push(`[${name}`);
      if (test) tests.push(test);
      // `.sm\\:hide` is the class `sm:hide`.
    } else names.push(found.replace(/\\([^0-9a-f])/giu, "$1"));
  }
  return { tag: start === "*" ? "" : start.toLowerCase(), names, tests, isUnsure };
}

/** What stands in brackets at the beginning, and what follows. */
function bracketed(text: string): [string | null, string] {
  if (!text.startsWith("(")) return [null, text];
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === "(") depth++;
    else if (text[at] === ")" && --depth === 0) return [text.slice(1, at), text.slice(at + 1)];
  }
  return [null, ""];
}

/** Attributes whose values mean the same in capitals. */
const CASELESS = /^(?:type|align|valign|lang|dir|bgcolor|color|face|hidden)$/u;
const ATTRIBUTE =
  /^\[\s*([\w-]+)\s*(?:([~|^$*]?=)\s*(?:"([^"]*)"|'([^']*)'|([^\s\]"']+))\s*([is])?\s*)?\]$/iu;
const HOLDS: Readonly<Record<string, (own: string, wanted: string) => boolean>> = {
  "=": (own, wanted) => own === wanted,
  "~=": (own, wanted) => own.split(/\s+/u).includes(wanted),
  "|=": (own, wanted) => own === wanted || own.startsWith(`${wanted}-`),
  "^=": (own, wanted) => wanted !== "" && own.startsWith(wanted),
  "$=": (own, wanted) => wanted !== "" && own.endsWith(wanted),
  "*=": (own, wanted) => wanted !== "" && own.includes(wanted),
};

/** What is asked of an attribute: that it is there, or what it says, in letters of whatever size. */
function attributeOf(written: string): { name: string | null; test: Test | null } {
  const [, named, sign, quoted, single, bare, flag] = ATTRIBUTE.exec(written) ?? [];
  const name = named?.toLowerCase() ?? null;
  const holds = sign === undefined ? undefined : HOLDS[sign];
  if (name === null || !holds) return { name, test: null };
  const isAlike = flag?.toLowerCase() === "i" || CASELESS.test(name);
  const spelled = (value: string) => (isAlike ? value.toLowerCase() : value);
  const wanted = spelled(quoted ?? single ?? bare ?? "");
  const test: Test = ({ attrs }) =>
    attrs.some((one) => one.name === name && holds(spelled(one.value), wanted));
  return { name, test };
}

/** What a pseudo-class asks; null where that is not known here. */
function testOf(name: string, inner: string | null): Test | null {
  if (name === "not" && inner !== null) return notOf(inner);
  const step = inner === null ? STEPS[name] : stepIn(inner);
  const along = ALONG[name];
  if (step && along) return (element) => isAt(step, along(placeOf(element)));
  if (name === "empty")
    return ({ childNodes }) => childNodes.every((node) => node.nodeName === "#comment");
  return null;
}

function notOf(inner: string): Test | null {
  const others = piecesOf(inner, (sign) => sign === ",").map((one) => compoundOf(one.trim()));
  const known = others.filter((one) => one !== null && !one.isUnsure);
  if (known.length < others.length) return null;
  return (element) => !known.some((one) => one !== null && isCompound(element, one));
}

/** Whether an element is what a part of a selector speaks of. */
function isCompound(element: HtmlElement, { tag, names, tests }: Compound): boolean {
  if (tag !== "" && element.tagName !== tag) return false;
  const calls = callsOf(element);
  return names.every((name) => calls.includes(name)) && tests.every((test) => test(element));
}

/** What an element is called in selectors: its tag, `#id`, `.class` and `[attribute`. */
export function callsOf({ tagName, attrs }: HtmlElement): string[] {
  const names = attrs.flatMap(({ name, value }) => {
    if (name === "id") return [`#${value}`, "[id"];
    if (name !== "class") return [`[${name}`];
    return [
      ...value
        .split(/\s+/u)
        .filter(Boolean)
        .map((one) => `.${one}`),
      "[class",
    ];
  });
  return [tagName, ...names];
}

type Place = ReturnType<typeof placeOf>;

/** Every so many, from which on. */
interface Step {
  every: number;
  from: number;
}

const FIRST: Step = { every: 0, from: 1 };
const STEPS: Readonly<Record<string, Step>> = {
  "first-child": FIRST,
  "last-child": FIRST,
  "first-of-type": FIRST,
  "last-of-type": FIRST,
};
const ALONG: Readonly<Record<string, (place: Place) => number>> = {
  "first-child": ({ at }) => at,
  "nth-child": ({ at }) => at,
  "last-child": ({ at, of }) => of - at + 1,
  "nth-last-child": ({ at, of }) => of - at + 1,
  "first-of-type": ({ atType }) => atType,
  "nth-of-type": ({ atType }) => atType,
  "last-of-type": ({ atType, ofType }) => ofType - atType + 1,
  "nth-last-of-type": ({ atType, ofType }) => ofType - atType + 1,
};

function stepIn(written: string): Step | null {
  const text = written.replace(/\s+/gu, "").toLowerCase();
  if (text === "odd") return { every: 2, from: 1 };
  if (text === "even") return { every: 2, from: 0 };
  const match = /^(?:([+-]?\d{0,6})n)?([+-]?\d{1,6})?$/u.exec(text);
  if (!match || text === "") return null;
  const [, every, from = "0"] = match;
  const sign = every === "-" ? -1 : 1;
  const count = every === undefined ? 0 : /\d/u.test(every) ? Number(every) : sign;
  return { every: count, from: Number(from) };
}

function isAt({ every, from }: Step, at: number): boolean {
  const past = at - from;
  return every === 0 ? past === 0 : past % every === 0 && past / every >= 0;
}
