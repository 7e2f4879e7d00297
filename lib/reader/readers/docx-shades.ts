import { attributeOf, childOf, childrenOf, elementsIn, type Markup } from "../archive/markup.ts";
import { WHITE } from "./colours.ts";
import { colourOfCode } from "./office-colours.ts";

/** What stands behind words: a colour, or null where nobody knows. */
export type Ground = string | null;

/** What the styles of a document shade: of tables the first row apart from the rest, which may be any row; of paragraphs in which colour. */
export interface Shades {
  heads: ReadonlySet<string>;
  tables: ReadonlySet<string>;
  paragraphs: ReadonlyMap<string, string>;
}

const DEEPEST_STYLE = 20;

/** What the styles of a document shade, those included that are based on others. */
export function shadesOf(styles: Markup | null): Shades {
  const heads = new Set<string>();
  const tables = new Set<string>();
  const paragraphs = new Map<string, Ground>();
  const known = childrenOf(styles ?? undefined, "style");
  const basedOn = new Map(
    known.map((one) => [idOf(one), attributeOf(childOf(one, "basedOn"), "val")]),
  );
  for (const style of known) {
    const parts = childrenOf(style, "tblStylePr");
    const isHead = (part: Markup) => attributeOf(part, "type") === "firstRow";
    if (parts.filter(isHead).some(hasShade)) heads.add(idOf(style));
    const rest = ["pPr", "tblPr", "trPr", "tcPr"].flatMap((name) => childrenOf(style, name));
    if ([...rest, ...parts.filter((part) => !isHead(part))].some(hasShade)) tables.add(idOf(style));
    const shade = shadeOf(childOf(childOf(style, "pPr"), "shd"));
    if (shade !== undefined) paragraphs.set(idOf(style), shade);
  }
  /** The nearest style, of one and those it is based on, that `own` has. */
  const nearest = (id: string, own: { has(id: string): boolean }): string | null => {
    let at: string | undefined = id;
    for (let count = 0; at && count < DEEPEST_STYLE; count++) {
      if (own.has(at)) return at;
      at = basedOn.get(at);
    }
    return null;
  };
  const ids = [...basedOn.keys()];
  return {
    heads: new Set(ids.filter((id) => nearest(id, heads) !== null)),
    tables: new Set(ids.filter((id) => nearest(id, tables) !== null)),
    paragraphs: new Map(
      ids.flatMap((id) => {
        const shade = paragraphs.get(nearest(id, paragraphs) ?? "");
        return shade ? [[id, shade] as const] : [];
      }),
    ),
  };
}

function idOf(style: Markup): string {
  return attributeOf(style, "styleId") ?? "";
}

function hasShade(part: Markup): boolean {
  for (const element of [part, ...elementsIn(part)]) {
    const shade = element.name === "shd" ? shadeOf(element) : null;
    if (shade && shade !== WHITE) return true;
  }
  return false;
}

/** The colour of a shading; null where it is clear, undefined where there is none. */
export function shadeOf(shade: Markup | undefined): Ground | undefined {
  if (!shade) return undefined;
  const kind = attributeOf(shade, "val") ?? "clear";
  if (kind !== "clear" && kind !== "nil" && kind !== "solid") return "pattern";
  return colourOfCode(attributeOf(shade, kind === "solid" ? "color" : "fill"));
}
