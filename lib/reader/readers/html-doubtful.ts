import type { DefaultTreeAdapterTypes } from "parse5";
import { UNREADABLE } from "../lost.ts";
import { drawsOf, hasFigureDrawn } from "./html-drawn.ts";
import { isBuried, looksLikeFigure } from "./html-figure.ts";
import { formCells } from "./html-form-cells.ts";
import { goesOf, isGone } from "./html-gone.ts";
import { Looks, outdoes, paintsOf } from "./html-painted.ts";
import { textAt } from "./html-replace.ts";
import { SheetRules } from "./html-rules.ts";
import { sheetsIn } from "./html-sheets.ts";
import { isTurned, turnsOf } from "./html-turned.ts";
import {
  allShownIn,
  elementsOf,
  type HtmlElement,
  type HtmlNode,
  isElement,
  isHidden,
  isPicture,
  isSmallPicture,
  shownIn,
  wordsOf,
} from "./html-visible.ts";

type Text = DefaultTreeAdapterTypes.TextNode;

/**
 * Puts a mark behind figures of a form of which nobody knows whether they are shown as they are written: beside a picture or
 * what a style draws, turned round or taken from sight by a style, or in the colour of what is behind them.
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

/** Elements between a figure and its cell that are looked at. */
const MOST_BETWEEN = 16;

/** What more rules do than are followed. */
const OPEN = "open";

function deedsOf(body: string, isPseudo: boolean): string[] {
  return isPseudo ? drawsOf(body) : [...turnsOf(body), ...paintsOf(body), ...goesOf(body)];
}

class Judge {
  private readonly rules: SheetRules<string>;
  private readonly known = new Map<HtmlElement, boolean>();
  private readonly deeds = new Map<HtmlElement, readonly string[]>();
  private readonly looks = new Looks((element) => this.deedsOn(element));

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
    const isDrawn = elements.some((one) => hasFigureDrawn(one, this.deedsOn(one), words));
    if (words === "") return isDrawn;
    if (!looksLikeFigure(words)) return false;
    const digits = nodes.filter((node): node is Text => "value" in node && /\d/u.test(node.value));
    const pieces = { words, isInPieces: digits.length > 1 };
    return (
      isDrawn ||
      elements.some((one) => this.deedsOn(one).includes(OPEN)) ||
      elements.some((one) => isPicture(one) && !isSmallPicture(one) && !isHidden(one)) ||
      elements.some((one) => isTurned(one, this.deedsOn(one), pieces)) ||
      digits.some((text) => this.looks.isUnseen(text) || this.isGone(text, cell))
    );
  }

  /** Whether the cell of a figure, or something in it around the figure, may not be seen. */
  private isGone(text: Text, cell: HtmlElement): boolean {
    let node = text.parentNode;
    for (let count = 0; count < MOST_BETWEEN && node && isElement(node as HtmlNode); count++) {
      const element = node as HtmlElement;
      if (isGone(element, this.rules.deedsOn(element))) return true;
      if (element === cell) return false;
      node = element.parentNode;
    }
    return false;
  }

  private deedsOn(element: HtmlElement): readonly string[] {
    const deeds = this.deeds.get(element) ?? [...this.rules.deedsOn(element).keys()];
    this.deeds.set(element, deeds);
    return deeds;
  }
}
