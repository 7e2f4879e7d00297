import {
  callsOf,
  keyOf,
  type Match,
  Matcher,
  type Selector,
  selectorOf,
} from "./html-selectors.ts";
import type { HtmlElement } from "./html-visible.ts";

/** More rules on one name are no sheet that anybody wrote: what they say together stays open. */
const MOST_RULES = 40;
const PSEUDO = /::?(?:before|after)\s*$/iu;

/** What the rules of style sheets, in every medium, do with the elements they speak of, or with what is drawn before and behind them. */
export class SheetRules<Deed extends string> {
  private readonly rules = new Map<string, { selector: Selector; deed: Deed }[]>();
  private readonly matcher = new Matcher();
  private readonly seen = new Set<string>();
  private readonly beyond: Deed | null;

  /** `deedsOf` tells what the body of a rule does; of a name with too many rules it is open whether they do `beyond`. */
  constructor(
    sheets: readonly string[],
    deedsOf: (body: string, isPseudo: boolean) => readonly Deed[],
    beyond: Deed | null = null,
  ) {
    this.beyond = beyond;
    for (const sheet of sheets)
      for (const [selectors, body] of rulesOf(sheet.replace(COMMENTS, ""))) {
        const [own, pseudo] = [deedsOf(body, false), deedsOf(body, true)];
        if (own.length + pseudo.length === 0) continue;
        for (const written of selectors.split(","))
          for (const deed of PSEUDO.test(written) ? pseudo : own) this.add(written, deed);
      }
  }

  private add(written: string, deed: Deed): void {
    const line = `${deed} ${written}`;
    if (this.seen.has(line)) return;
    this.seen.add(line);
    const selector = selectorOf(written.replace(PSEUDO, ""));
    if (!selector || (!PSEUDO.test(written) && written.includes("::"))) return;
    const known = this.rules.get(keyOf(selector));
    if (!known) this.rules.set(keyOf(selector), [{ selector, deed }]);
    else if (known.length < MOST_RULES) known.push({ selector, deed });
    else if (known.length === MOST_RULES && this.beyond !== null)
      known.push({ selector: { ...selector, around: [], isUnsure: true }, deed: this.beyond });
  }

  /** What is done with an element, and whether that is sure. */
  deedsOn(element: HtmlElement): ReadonlyMap<Deed, Match> {
    const deeds = new Map<Deed, Match>();
    if (this.rules.size === 0) return deeds;
    for (const call of callsOf(element))
      for (const { selector, deed } of this.rules.get(call) ?? []) {
        const isSpent = this.matcher.isSpent;
        const match = isSpent ? "perhaps" : this.matcher.match(element, selector);
        if (match !== "no" && deeds.get(deed) !== "yes") deeds.set(deed, match);
        if (isSpent) break;
      }
    return deeds;
  }
}

const COMMENTS = /\/\*[\s\S]*?(?:\*\/|$)|<!--|-->/gu;

/** Selectors and bodies of the outermost rules; those for print and other media say nothing of the screen. */
function rulesOf(sheet: string): [selectors: string, body: string][] {
  const rules: [string, string][] = [];
  let depth = 0;
  let from = 0;
  let selectors = "";
  for (let at = 0; at < sheet.length; at++) {
    const sign = sheet[at];
    if (sign === "{" && depth++ === 0) {
      selectors = sheet.slice(from, at).trim();
      from = at + 1;
    } else if (sign === "}" && depth > 0 && --depth === 0) {
      if (!selectors.startsWith("@")) rules.push([selectors, sheet.slice(from, at)]);
      from = at + 1;
    }
  }
  return rules;
}
