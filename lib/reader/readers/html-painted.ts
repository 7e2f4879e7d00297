import type { DefaultTreeAdapterTypes } from "parse5";
import { isLost } from "./colours.ts";
import { CLEAR, colourOfAttribute, coloursIn } from "./html-colours.ts";
import { hidesText } from "./html-sheets.ts";
import { type HtmlElement, isCell, styleOf } from "./html-visible.ts";

/** How the declarations of a rule paint words, and what is behind them. */
export function paintsOf(body: string): string[] {
  const { ink, ground } = coloursIn(body);
  const weight = /!\s*important/iu.test(body) ? "important " : "";
  return [
    ...(ink ? [`ink ${weight}${ink}`] : []),
    ...(ground ? [`ground ${weight}${ground}`] : []),
  ];
}

const wayOf = (deed: string) => deed.split(" ", 1)[0] ?? "";

/** Whether a colour takes the place of an earlier one, which does not insist; a picture stays over every colour. */
export function outdoes(later: string, earlier: string): boolean {
  const way = wayOf(later);
  const isColour = way === "ink" || way === "ground";
  return isColour && wayOf(earlier) === way && !/ important | picture$/u.test(earlier);
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

/** The looks of the words of a page, by their elements and by what sheets do with these. */
export class Looks {
  private readonly known = new Map<HtmlElement, Look>();
  private readonly deedsOn: (element: HtmlElement) => readonly string[];

  constructor(deedsOn: (element: HtmlElement) => readonly string[]) {
    this.deedsOn = deedsOn;
  }

  /** Whether words have the colour of what is behind them, or are hidden by the style of their cell. */
  isUnseen({ parentNode }: DefaultTreeAdapterTypes.TextNode): boolean {
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
      look = this.known.get(node);
      if (!look) unknown.push(node);
    }
    look ??= { inks: [], grounds: [], isAway: false };
    for (const element of unknown.toReversed()) {
      const { inks, grounds } = this.coloursOf(element);
      const around: Look = grounds.length > 0 ? { inks: [], grounds, isAway: false } : look;
      const isAway = around.isAway || (isCell(element) && hidesText(styleOf(element)));
      look = { ...around, inks: inks.length > 0 ? inks : around.inks, isAway };
      this.known.set(element, look);
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
