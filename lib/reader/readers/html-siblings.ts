import { type HtmlElement, isElement } from "./html-visible.ts";

/** Which child of its parent an element is, of how many, among all and among those with its tag; from one. */
interface Place {
  at: number;
  of: number;
  atType: number;
  ofType: number;
}

const known = new WeakMap<object, ReadonlyMap<HtmlElement, Place>>();

/** Which child of its parent an element is. */
export function placeOf(element: HtmlElement): Place {
  const { parentNode: parent } = element;
  const alone = { at: 1, of: 1, atType: 1, ofType: 1 };
  if (!parent) return alone;
  const places = known.get(parent) ?? placesIn(parent.childNodes.filter(isElement));
  known.set(parent, places);
  return places.get(element) ?? alone;
}

function placesIn(children: readonly HtmlElement[]): ReadonlyMap<HtmlElement, Place> {
  const types = Map.groupBy(children, ({ tagName }) => tagName);
  const atType = new Map(
    [...types.values()].flatMap((same) => same.map((one, index) => [one, index + 1] as const)),
  );
  return new Map(
    children.map((one, index) => {
      const ofType = types.get(one.tagName)?.length ?? 1;
      return [one, { at: index + 1, of: children.length, atType: atType.get(one) ?? 1, ofType }];
    }),
  );
}
