import { type Compound, callsOf, compoundOf } from "./html-compounds.ts";
import { piecesOf } from "./html-selector-parts.ts";
import { type HtmlElement, isElement } from "./html-visible.ts";

/** A selector: the element it speaks of, those around it from the inside out, and whether there is more to it than that. */
export interface Selector {
  own: Compound;
  around: readonly Compound[];
  isChild: boolean;
  isUnsure: boolean;
}

/** Whether a selector speaks of an element. */
export type Match = "no" | "perhaps" | "yes";

const LONGEST = 300;
/** What holds only while somebody points at an element. */
const PASSING = /:(?:hover|focus|active|visited|target|checked)/iu;
/** What holds while nobody does. */
const NOT_PASSING =
  /:not\(\s{0,9}:(?:hover|focus|active|visited|target|checked)[\w-]{0,20}\s{0,9}\)/giu;

/** The most usual ones: `.name`, `#name` and `tag.name`. */
const SIMPLE = /^([a-z]*)([.#][\w-]+)$/iu;

/** A selector taken apart; null where it speaks of nothing that is printed, or nobody knows of what. */
export function selectorOf(written: string): Selector | null {
  const whole = written.trim().replace(NOT_PASSING, "");
  if (whole.length > LONGEST || PASSING.test(whole)) return null;
  const simple = SIMPLE.exec(whole);
  if (simple) {
    const [, tag = "", name = ""] = simple;
    const own = { tag: tag.toLowerCase(), names: [name], tests: [], isUnsure: false };
    return { own, around: [], isChild: false, isUnsure: false };
  }
  // What stands before a sibling is not around it.
  const [last = "", ...before] = piecesOf(whole, (sign) => sign === "+" || sign === "~").reverse();
  const steps = piecesOf(last, (sign) => sign === ">");
  const parts = steps
    .flatMap((step) => piecesOf(step, (sign) => /\s/u.test(sign)))
    .filter(Boolean)
    .map(compoundOf);
  const isChild = steps.length > 1;
  const [own, ...around] = parts.reverse();
  if (!own || (own.tag === "" && own.names.length === 0)) return null;
  const known = around.filter((one) => one !== null);
  const isOdd = known.length < around.length || (isChild && known.length > 1);
  const isBare = own.names.length + own.tests.length === 0 && around.length === 0;
  const isOpen = [own, ...known].some((one) => one.isUnsure);
  const isUnsure = isOpen || before.length > 0 || isOdd || isBare;
  return { own, around: known, isChild, isUnsure };
}

/** How a selector is found again: by a class or an id of its element, or by its tag. */
export function keyOf({ own }: Selector): string {
  return own.names[0] ?? own.tag;
}

/** All that elements have to be called for a selector to speak of one. */
export function namesOf({ own, around }: Selector): string[] {
  return [own, ...around].flatMap(({ tag, names }) => (tag === "" ? names : [tag, ...names]));
}

/** Elements around others that are looked at, for one and in all: a page that asks for more is not told for sure. */
const MOST_AROUND = 64;
const MOST_STEPS = 2_000_000;

/** Tells of which elements selectors speak; remembers what they are called. */
export class Matcher {
  private readonly calls = new WeakMap<HtmlElement, ReadonlySet<string>>();
  private steps = 0;

  /** Whether so much was asked that nothing more is told for sure. */
  get isSpent(): boolean {
    return this.steps > MOST_STEPS;
  }

  match(element: HtmlElement, { own, around, isChild, isUnsure }: Selector): Match {
    if (!this.is(element, own)) return "no";
    const left = [...around];
    let node = element.parentNode;
    for (let count = 0; left.length > 0; count++) {
      this.steps++;
      if (count === MOST_AROUND || this.isSpent) return "perhaps";
      if (!node || !("parentNode" in node) || !isElement(node)) return "no";
      const [next] = left;
      if (next && this.is(node, next)) left.shift();
      else if (isChild && !isUnsure) return "no";
      node = node.parentNode;
    }
    return isUnsure ? "perhaps" : "yes";
  }

  private is(element: HtmlElement, { tag, names, tests }: Compound): boolean {
    this.steps += 1 + tests.length;
    if (tag !== "" && element.tagName !== tag) return false;
    return this.isCalled(element, names) && tests.every((test) => test(element));
  }

  private isCalled(element: HtmlElement, names: readonly string[]): boolean {
    if (names.length === 0) return true;
    const calls = this.calls.get(element) ?? new Set(callsOf(element));
    this.calls.set(element, calls);
    return names.every((name) => calls.has(name));
  }
}
