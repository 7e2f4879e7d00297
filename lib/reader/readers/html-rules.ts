import { callsOf } from "./html-compounds.ts";
import { selectorsIn } from "./html-selector-parts.ts";
import {
  keyOf,
  type Match,
  Matcher,
  namesOf,
  type Selector,
  selectorOf,
} from "./html-selectors.ts";
import { rulesOf } from "./html-style-rules.ts";
import type { HtmlElement } from "./html-visible.ts";

/** More rules on one name of a page are no sheet that anybody wrote: what they say together stays open. */
const MOST_RULES = 40;
const PSEUDO = /::?(?:before|after)\s*$/iu;

/** How deeds of rules are found and weighed. */
interface Deeds<Deed extends string> {
  /** What the body of a rule does with its elements, or with what is drawn before and behind them. */
  of: (body: string, isPseudo: boolean) => readonly Deed[];
  /** What rules may do beyond the most that are followed on one name. */
  beyond: Deed;
  /** Whether a deed takes the place of an earlier one of the same selector. */
  outdoes?: (later: Deed, earlier: Deed) => boolean;
}

interface Known<Deed> {
  selector: Selector;
  written: string;
  deed: Deed;
  isSure: boolean;
}

/** What the rules of style sheets do on a desktop screen with the elements they speak of, or with what is drawn before and behind them. */
export class SheetRules<Deed extends string> {
  private readonly rules = new Map<string, Known<Deed>[]>();
  private readonly matcher = new Matcher();
  private readonly seen = new Set<string>();
  private readonly deeds: Deeds<Deed>;
  private readonly names: ReadonlySet<string> = new Set();

  /** Rules that speak of names which no element of the page has are left out. */
  constructor(sheets: readonly string[], elements: readonly HtmlElement[], deeds: Deeds<Deed>) {
    this.deeds = deeds;
    if (sheets.length === 0) return;
    this.names = new Set(elements.flatMap(callsOf));
    for (const { selectors, body, isSure } of sheets.flatMap(rulesOf)) {
      const [own, pseudo] = [deeds.of(body, false), deeds.of(body, true)];
      if (own.length + pseudo.length === 0) continue;
      for (const written of selectorsIn(selectors)) {
        for (const deed of PSEUDO.test(written) ? pseudo : own) this.add(written, deed, isSure);
      }
    }
  }

  private add(written: string, deed: Deed, isSure: boolean): void {
    const line = lineOf({ written, deed, isSure });
    if (this.seen.has(line)) return;
    this.seen.add(line);
    const selector = selectorOf(written.replace(PSEUDO, ""));
    if (!selector || (!PSEUDO.test(written) && written.includes("::"))) return;
    if (!namesOf(selector).every((name) => this.names.has(name))) return;
    const known = this.rules.get(keyOf(selector)) ?? [];
    this.rules.set(keyOf(selector), known);
    if (isSure) this.dropOutdone(known, written, deed);
    if (known.length < MOST_RULES) known.push({ selector, written, deed, isSure });
    // Sets of icons ask for many names of one attribute, which hardly any element has.
    else if (known.length === MOST_RULES && !keyOf(selector).startsWith("[")) {
      const open = { ...selector, around: [], isUnsure: true };
      known.push({ selector: open, written, deed: this.deeds.beyond, isSure: false });
    }
  }

  /** Forgets what a later rule of the same selector undoes. */
  private dropOutdone(known: Known<Deed>[], written: string, deed: Deed): void {
    if (known.length > MOST_RULES) return;
    for (const one of known.filter((earlier) => earlier.written === written)) {
      if (!this.deeds.outdoes?.(deed, one.deed)) continue;
      known.splice(known.indexOf(one), 1);
      this.seen.delete(lineOf(one));
    }
  }

  /** What is done with an element, and whether that is sure. */
  deedsOn(element: HtmlElement): ReadonlyMap<Deed, Match> {
    const deeds = new Map<Deed, Match>();
    if (this.rules.size === 0) return deeds;
    for (const call of callsOf(element))
      for (const { selector, deed, isSure } of this.rules.get(call) ?? []) {
        const isSpent = this.matcher.isSpent;
        const match = isSpent ? "perhaps" : this.matcher.match(element, selector);
        if (match !== "no" && deeds.get(deed) !== "yes")
          deeds.set(deed, isSure ? match : "perhaps");
        if (isSpent) break;
      }
    return deeds;
  }
}

function lineOf({ written, deed, isSure }: Omit<Known<string>, "selector">): string {
  return `${isSure} ${deed} ${written}`;
}
