import {
  callsOf,
  keyOf,
  type Match,
  Matcher,
  type Selector,
  selectorOf,
} from "./html-selectors.ts";
import { isHiddenByClass } from "./html-utility.ts";
import {
  elementsOf,
  type HtmlElement,
  type HtmlNode,
  isBlock,
  isCell,
  isElement,
  isHidingStyle,
  isRaisingStyle,
} from "./html-visible.ts";

/** Ways to hide words that layouts use for blanks too: believed of an element with nothing but text. */
const HIDES_TEXT =
  /(?:^|[;\s])(?:font-size|opacity)\s*:\s*0(?:\.0+)?(?:px|pt|r?em|%)?\s*(?:!important\s*)?(?:;|$)/i;
/** Ways to move words off the page, or to show a square of nothing of them. */
const MOVES_AWAY =
  /(?:^|[;\s])(?:(?:left|top|text-indent)\s*:\s*-\d{3,}|clip\s*:\s*rect\(\s*[01](?:px)?[\s,)])/i;
/** Words that a style sheet draws before or behind an element. */
const DRAWS = /(?:^|[;\s])content\s*:\s*(?!["']{2}|none|normal|["']\s*["'])\S/i;
const SHOWS = /display\s*:\s*(?!none)[a-z]|visibility\s*:\s*visible/i;

/** Set on elements in which a style sheet draws something. */
export const DRAWN = "data-drawn";
/** What a mark of a note would say of itself. */
const APART = { name: "style", value: "vertical-align:super" };

/** What rules do with the elements they speak of. */
type Deed = "hides" | "raises" | "shows" | "draws";

/**
 * Marks as `hidden` what a page's styles hide inside a line: such words stand beside figures as traps or leftovers; what
 * they raise, or may hide, stands apart. Whole blocks and cells are left alone, since pages hide those until a script shows
 * them.
 */
export function markHidden(page: readonly HtmlNode[]): void {
  const elements = elementsOf(page);
  const sheets = elements.filter(({ tagName }) => tagName === "style").flatMap(textsOf);
  const rules = new SheetRules(sheets);
  for (const element of elements) {
    if (isBlock(element) || isCell(element)) continue;
    const { hides, raises, shows, draws } = rules.deedsOn(element);
    const byClass = isHiddenByClass(element);
    const isSure = (hides === "yes" || byClass === "yes") && shows === "no";
    if (isSure || isHiddenByStyle(element)) element.attrs.push({ name: "hidden", value: "" });
    else if ([hides, byClass, raises].some((one) => one !== "no")) element.attrs.push(APART);
    if (draws !== "no") element.attrs.push({ name: DRAWN, value: "" });
  }
}

function isHiddenByStyle({ attrs, childNodes }: HtmlElement): boolean {
  return attrs.some(
    ({ name, value }) => name === "style" && hidesText(value) && !childNodes.some(isElement),
  );
}

/** Whether declarations of a style hide words that stand in an element. */
export function hidesText(style: string): boolean {
  return HIDES_TEXT.test(style) || MOVES_AWAY.test(style);
}

function textsOf({ childNodes }: HtmlElement): string[] {
  return childNodes.flatMap((child) => ("value" in child ? [child.value] : []));
}

/** More rules on one name are no sheet that anybody wrote: what they say together stays open. */
const MOST_RULES = 40;
const PSEUDO = /::?(?:before|after)\s*$/iu;

/** The rules of style sheets, in every medium, that hide, raise, show or draw. */
class SheetRules {
  private readonly rules = new Map<string, { selector: Selector; deed: Deed }[]>();
  private readonly matcher = new Matcher();
  private readonly seen = new Set<string>();

  constructor(sheets: readonly string[]) {
    for (const sheet of sheets)
      for (const [selectors, body] of rulesOf(sheet.replace(COMMENTS, ""))) {
        const deeds = { own: deedOf(body), pseudo: DRAWS.test(body) ? "draws" : null } as const;
        if (!deeds.own && !deeds.pseudo) continue;
        for (const written of selectors.split(",")) this.add(written, deeds);
      }
  }

  /** Takes what a rule does to the elements of a selector, or to what is drawn before or behind them. */
  private add(written: string, { own, pseudo }: { own: Deed | null; pseudo: Deed | null }): void {
    const isPseudo = PSEUDO.test(written);
    const deed = isPseudo ? pseudo : own;
    const line = `${deed} ${written}`;
    if (!deed || this.seen.has(line)) return;
    this.seen.add(line);
    const selector = selectorOf(written.replace(PSEUDO, ""));
    if (!selector || (!isPseudo && written.includes("::"))) return;
    const known = this.rules.get(keyOf(selector));
    if (!known) this.rules.set(keyOf(selector), [{ selector, deed }]);
    else if (known.length < MOST_RULES) known.push({ selector, deed });
    else if (known.length === MOST_RULES)
      known.push({ selector: { ...selector, around: [], isUnsure: true }, deed: "hides" });
  }

  deedsOn(element: HtmlElement): Record<Deed, Match> {
    const deeds: Record<Deed, Match> = { hides: "no", raises: "no", shows: "no", draws: "no" };
    if (this.rules.size === 0) return deeds;
    for (const call of callsOf(element))
      for (const { selector, deed } of this.rules.get(call) ?? []) {
        const isSpent = this.matcher.isSpent;
        const match = isSpent ? "perhaps" : this.matcher.match(element, selector);
        if (match !== "no" && deeds[deed] !== "yes") deeds[deed] = match;
        if (isSpent) break;
      }
    return deeds;
  }
}

const COMMENTS = /\/\*[\s\S]*?(?:\*\/|$)|<!--|-->/gu;

function deedOf(body: string): Deed | null {
  if (isHidingStyle(body) || hidesText(body)) return "hides";
  if (isRaisingStyle(body)) return "raises";
  return SHOWS.test(body) ? "shows" : null;
}

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
