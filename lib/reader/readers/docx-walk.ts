import type { Markup } from "../archive/markup.ts";

/** Whether a child of an element is an element itself. */
export function isElement(child: Markup | string): child is Markup {
  return typeof child !== "string";
}

/** All elements inside another, in the order of the document; what a caller adds behind is walked through, too. */
export function* elementsIn(root: Markup): Generator<Markup> {
  const stack = root.children.filter(isElement).reverse();
  for (let element = stack.pop(); element; element = stack.pop()) {
    yield element;
    for (let index = element.children.length - 1; index >= 0; index--) {
      const child = element.children[index];
      if (child !== undefined && isElement(child)) stack.push(child);
    }
  }
}
