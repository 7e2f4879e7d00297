import type { DefaultTreeAdapterTypes } from "parse5";
import { UNREADABLE } from "../lost.ts";
import { isLost } from "./colours.ts";
import { CLEAR, colourOfAttribute, coloursIn } from "./html-colours.ts";
import { drawnBy } from "./html-drawn.ts";
import { formCells } from "./html-form-cells.ts";
import { textAt } from "./html-replace.ts";
import { SheetRules } from "./html-rules.ts";
import { hidesText, sheetsIn } from "./html-sheets.ts";
import {
  allShownIn,
  elementsOf,
  type HtmlElement,
  type HtmlNode,
  isCell,
  isElement,
  isHidden,
  isHidingStyle,
  isPicture,
  isSmallPicture,
  isUnseen,
  shownIn,
  wordsOf,
} from "./html-visible.ts";

type Text = DefaultTreeAdapterTypes.TextNode;

/** A figure, with what a form may print behind it. */
const FIGURE = /^[^\p{L}]*\d[^\p{L}]*(?:件|条|项|次|人|万?元)?[^\p{L}]*$/u;
/** What more rules do than are followed. */
const OPEN = "open";
/**
 * Puts a mark behind figures of a form of which nobody knows whether they are shown as they are written: beside a picture or
 * what a style draws, turned round by a style, or in the colour of what is behind them.
 */
export function markDoubtful(page: readonly HtmlNode[]): void {
  const judge = new Judge(elementsOf(page));
  for (const cell of formCells(page, (one) => judge.isDoubtful(one)))
    cell.childNodes.push(textAt(UNREADABLE, { ...placeIn(cell), parentNode: cell }));
}

/** The end of what a cell holds, so that the mark stands where its figure does. */
function placeIn(cell: HtmlElement): Pick<Text, "sourceCodeLocation"> {
  const last = shownIn(cell).findLast((node) => "value" in node);
  return { sourceCodeLocation: last?.sourceCodeLocation ?? cell.sourceCodeLocation ?? null };
}

/** The colours that an element may give to its words, and to what is behind them. */
interface Painted {
  inks: readonly string[];
  grounds: readonly string[];
}

/** How words look, and whether the style of a cell moves or shrinks them away. */
interface Look extends Painted {
  isAway: boolean;
}

class Judge {
  private readonly rules: SheetRules<string>;
  private readonly known = new Map<HtmlElement, boolean>();
  private readonly deeds = new Map<HtmlElement, readonly string[]>();
  private readonly looks = new Map<HtmlElement, Look>();

  constructor(elements: readonly HtmlElement[]) {
    this.rules = new SheetRules(sheetsIn(elements), elements, {
      of: deedsOf,
      beyond: OPEN,
      outdoes,
    });
  }

  isDoubtful(cell: HtmlElement): boolean {
    const known = this.known.get(cell) ?? this.judge(cell);
    this.known.set(cell, known);
    return known;
  }

  private judge(cell: HtmlElement): boolean {
    const nodes = allShownIn(cell);
    if (nodes === null) return isBuried(cell);
    const words = wordsOf(nodes).trim();
    if (words.includes(UNREADABLE)) return false;
    const elements = [cell, ...nodes.filter(isElement)];
    const isDrawn = elements.some((one) => this.isDrawnBy(one, words));
    if (words === "") return isDrawn;
    if (!FIGURE.test(words)) return false;
    const digits = nodes.filter((node): node is Text => "value" in node && /\d/u.test(node.value));
    return (
      isDrawn ||
      elements.some((one) => this.deedsOn(one).includes(OPEN)) ||
      elements.some((one) => isPicture(one) && !isSmallPicture(one) && !isHidden(one)) ||
      elements.some((one) => this.isTurned(one, words, digits.length > 1)) ||
      digits.some((text) => this.isUnseen(text))
    );
  }

  private deedsOn(element: HtmlElement): readonly string[] {
    const deeds = this.deeds.get(element) ?? [...this.rules.deedsOn(element).keys()];
    this.deeds.set(element, deeds);
    return deeds;
  }

  /** Whether a sheet draws something before or behind an element that may belong to its figure. */
  private isDrawnBy(element: HtmlElement, words: string): boolean {
    const isAlone = words === "";
    return this.deedsOn(element).some((deed) => {
      const [, drawn] = /^draws (.*)$/su.exec(deed) ?? [];
      if (drawn === undefined) return false;
      const [, attribute] = /^attr\(\s*([\w-]+)\s*\)$/u.exec(drawn) ?? [];
      if (attribute)
        return element.attrs.some(({ name, value }) => name === attribute && !LABEL.test(value));
      return isAlone || !HARMLESS.test(drawn);
    });
  }

  private isTurned(element: HtmlElement, words: string, isInPieces: boolean): boolean {
    const { tagName, attrs } = element;
    if (!/\d.*\d/su.test(words)) return false;
    const ways = new Set([...this.deedsOn(element), ...turnsOf(styleOf(element))]);
    const isBdo =
      tagName === "bdo" && attrs.some(({ name, value }) => name === "dir" && /rtl/iu.test(value));
    return isBdo || ways.has("turns") || (isInPieces && ways.has("sorts"));
  }

  /** Whether words have the colour of what is behind them, or are hidden by the style of their cell. */
  private isUnseen({ parentNode }: Text): boolean {
    const { inks, grounds, isAway } = this.lookIn(parentNode);
    if (isAway || inks.includes(CLEAR)) return true;
    const behind = grounds.length > 0 ? grounds : [null];
    return behind.every((ground) => inks.some((ink) => isLost(ink, ground)));
  }

  /** How words in an element look, by all that is around them as far as the nearest ground. */
  private lookIn(parent: DefaultTreeAdapterTypes.ParentNode | null): Look {
    const unknown: HtmlElement[] = [];
    let look: Look | undefined;
    for (let node = parent; node && "tagName" in node && !look; node = node.parentNode) {
      look = this.looks.get(node);
      if (!look) unknown.push(node);
    }
    look ??= { inks: [], grounds: [], isAway: false };
    for (const element of unknown.toReversed()) {
      const { inks, grounds } = this.coloursOf(element);
      const around: Look = grounds.length > 0 ? { inks: [], grounds, isAway: false } : look;
      const isAway = around.isAway || (isCell(element) && hidesText(styleOf(element)));
      look = { ...around, inks: inks.length > 0 ? inks : around.inks, isAway };
      this.looks.set(element, look);
    }
    return look;
  }

  private coloursOf(element: HtmlElement): Painted {
    const own = coloursIn(styleOf(element));
    const said = this.deedsOn(element);
    const of = (way: string) =>
      said.flatMap((deed) => (wayOf(deed) === way ? (deed.split(" ").at(-1) ?? []) : []));
    const attribute = (wanted: string) => {
      const value = element.attrs.find(({ name }) => name === wanted)?.value;
      return (value && colourOfAttribute(value)) || null;
    };
    const ink = own.ink ?? (element.tagName === "font" ? attribute("color") : null);
    const ground = own.ground ?? attribute("bgcolor");
    return { inks: ink ? [ink] : of("ink"), grounds: ground ? [ground] : of("ground") };
  }
}

/** More elements than this in one cell are not gone through; longer words are no figure. */
const MOST_BURYING = 1000;
const LONGEST = 40;

/** Whether a cell shows nothing but a figure, in more elements than can be followed. */
function isBuried(cell: HtmlElement): boolean {
  let words = "";
  const stack: HtmlNode[] = cell.childNodes.slice(0, MOST_BURYING).reverse();
  let node = stack.pop();
  for (let count = 0; node && count < MOST_BURYING && words.length <= LONGEST; count++) {
    if ("value" in node) words += node.value.trim();
    else if (isElement(node) && !isUnseen(node))
      for (const child of node.childNodes.slice(0, MOST_BURYING).reverse()) stack.push(child);
    node = stack.pop();
  }
  return words.length <= LONGEST && !words.includes(UNREADABLE) && FIGURE.test(words);
}

function styleOf({ attrs }: HtmlElement): string {
  return attrs.find(({ name }) => name === "style")?.value ?? "";
}

const OVERRIDES = /unicode-bidi\s*:\s*(?:isolate-|bidi-)override/iu;
/** Transforms that turn or mirror; not those by nothing, which only make a layer. */
const TRANSFORMS =
  /(?:^|[;\s])transform\s*:[^;]*(?:scale\w*\([^)]*-|rotate3d|rotate[xyz]?\((?!\s*[-+]?0*(?:\.0+)?(?:deg|g?rad|turn)?\s*\))|matrix(?!\(\s*1\s*,\s*0\s*,\s*0\s*,\s*1\s*,))/iu;
const SORTS = /(?:row|column|wrap)-reverse|(?:^|[;\s])(?:float\s*:\s*right|order\s*:\s*-?\d)/iu;
const LEFT_TO_RIGHT = /direction\s*:\s*ltr/iu;

/** How declarations of a style turn figures round, or the pieces of one. */
function turnsOf(style: string): string[] {
  const isOver = OVERRIDES.test(style) && !LEFT_TO_RIGHT.test(style);
  return [
    ...(isOver || TRANSFORMS.test(style) ? ["turns"] : []),
    ...(SORTS.test(style) ? ["sorts"] : []),
  ];
}

/** Words and blanks, but no numeral: a unit behind a figure. */
const HARMLESS =
  /^(["'])(?:(?![一二三四五六七八九十百千万亿零〇])[\p{Script=Han}\s()（）:：])*\1$/u;

/** What narrow screens print before a cell: the label of its column. */
const LABEL = /^(?!\s*无\s*$)[^\d一二三四五六七八九十百千万亿零〇/*—-]*$/u;

function deedsOf(body: string, isPseudo: boolean): string[] {
  if (isPseudo) {
    const drawn = drawnBy(body);
    return drawn !== null && !isHidingStyle(body) ? [`draws ${drawn}`] : [];
  }
  const { ink, ground } = coloursIn(body);
  const weight = /!\s*important/iu.test(body) ? "important " : "";
  return [
    ...turnsOf(body),
    ...(ink ? [`ink ${weight}${ink}`] : []),
    ...(ground ? [`ground ${weight}${ground}`] : []),
  ];
}

const wayOf = (deed: string) => deed.split(" ", 1)[0] ?? "";

/** Whether a colour takes the place of an earlier one, which does not insist; a picture stays over every colour. */
function outdoes(later: string, earlier: string): boolean {
  const way = wayOf(later);
  const isColour = way === "ink" || way === "ground";
  return isColour && wayOf(earlier) === way && !/ important | picture$/u.test(earlier);
}
