import { isElement, type Markup } from "../archive/markup.ts";

const GONE: ReadonlySet<string> = new Set(["del", "moveFrom"]);

/** The runs of a paragraph in their order, without deleted ones and those of paragraphs inside it. */
export function runsIn(paragraph: Markup): Markup[] {
  return paragraph.children.filter(isElement).flatMap((child) => {
    if (child.name === "p" || GONE.has(child.name)) return [];
    return child.name === "r" ? [child, ...runsIn(child)] : runsIn(child);
  });
}
