import type { DefaultTreeAdapterTypes } from "parse5";
import { UNREADABLE } from "../lost.ts";
import { CLEAR, colourOf, coloursIn, WHITE } from "./html-colours.ts";
import { drawnBy } from "./html-drawn.ts";
import { formCells } from "./html-form-cells.ts";
import { textAt } from "./html-replace.ts";
import { SheetRules } from "./html-rules.ts";
import { hidesText, sheetsIn } from "./html-sheets.ts";
import {
  elementsOf,
  type HtmlElement,
  type HtmlNode,
  isCell,
  isElement,
  isHidden,
  isHidingStyle,
  isPicture,
  isSmallPicture,
  shownIn,
  wordsOf,
} from "./html-visible.ts";

type Text = DefaultTreeAdapterTypes.TextNode;

/** A figure, with what a form may print behind it. */
const FIGURE = /^[^\p{L}]*\d[^\p{L}]*(?:件|条|项|次|人|万?元)?[^\p{L}]*$/u;
/** What more rules do than are followed. */
const OPEN = "open";
/** Elements around words that are looked at for their colours. */
const MOST_AROUND = 64;

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

class Judge {
  private readonly rules: SheetRules<string>;
  private readonly known = new Map<HtmlElement, boolean>();
  private readonly deeds = new Map<HtmlElement, readonly string[]>();
  private readonly painted = new Map<HtmlElement, Painted>();

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
    const nodes = shownIn(cell);
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
  private isUnseen(text: Text): boolean {
    let ink: readonly string[] = [];
    let node: HtmlNode | DefaultTreeAdapterTypes.ParentNode | null = text.parentNode;
    for (let count = 0; node && isElement(node as HtmlNode); count++) {
      if (count === MOST_AROUND) return false;
      const element = node as HtmlElement;
      if (isCell(element) && hidesText(styleOf(element))) return true;
      const colours = this.coloursOf(element);
      if (ink.length === 0) ink = colours.inks;
      if (ink.includes(CLEAR)) return true;
      if (colours.grounds.length > 0)
        return colours.grounds.every((ground) => ink.includes(ground));
      node = element.parentNode;
    }
    return ink.includes(WHITE);
  }

  private coloursOf(element: HtmlElement): Painted {
    const painted = this.painted.get(element) ?? this.colours(element);
    this.painted.set(element, painted);
    return painted;
  }

  private colours(element: HtmlElement): Painted {
    const own = coloursIn(styleOf(element));
    const said = this.deedsOn(element);
    const of = (way: string) =>
      said.flatMap((deed) => (wayOf(deed) === way ? (deed.split(" ").at(-1) ?? []) : []));
    const attribute = (wanted: string) => {
      const value = element.attrs.find(({ name }) => name === wanted)?.value;
      return (value && colourOf(value)) || null;
    };
    const ink = own.ink ?? (element.tagName === "font" ? attribute("color") : null);
    const ground = own.ground ?? attribute("bgcolor");
    return { inks: ink ? [ink] : of("ink"), grounds: ground ? [ground] : of("ground") };
  }
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
