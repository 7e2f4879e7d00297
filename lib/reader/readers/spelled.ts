import type { DefaultTreeAdapterTypes } from "parse5";

/** Words of a source as they are meant, and where the source spells out each of their UTF-16 units. */
export interface Spelled {
  text: string;
  start(index: number): number;
  end(index: number): number;
}

/** A stretch of the source that means just what it spells. */
export function verbatim(source: string, from: number, to: number): Spelled {
  return {
    text: source.slice(from, to),
    start: (index) => from + index,
    end: (index) => from + index + 1,
  };
}

/** Words that stand at one place of the source and are not spelled there as they are meant. */
export function standIn(text: string, from: number, to: number): Spelled {
  return { text, start: () => from, end: () => to };
}

/** The words of a text node; `base` is where the parsed markup begins in the source. */
export function spelledNode(
  source: string,
  node: DefaultTreeAdapterTypes.TextNode,
  base: number,
): Spelled | null {
  const location = node.sourceCodeLocation;
  if (!location) return null;
  const from = base + location.startOffset;
  const to = base + location.endOffset;
  if (to - from === node.value.length && source.startsWith(node.value, from))
    return verbatim(source, from, to);
  const offsets = entityOffsets(source.slice(from, to), node.value);
  const place = (index: number) => from + (offsets[index] ?? index);
  return { text: node.value, start: place, end: (index) => place(index + 1) };
}

/** Offsets of decoded characters in markup with entities: each entity stands for what follows it up to the next match. */
function entityOffsets(markup: string, value: string): number[] {
  const offsets: number[] = [];
  let at = 0;
  for (let index = 0; index < value.length; index++) {
    offsets.push(at);
    const entity = markup[at] === "&" ? /^&#?\w{1,32};?/.exec(markup.slice(at, at + 36)) : null;
    if (entity && value[index] !== "&") at += entity[0].length;
    else if (entity && /^&(?:amp|#38|#x26);?$/i.test(entity[0])) at += entity[0].length;
    else if (markup[at] === "\r" && markup[at + 1] === "\n") at += 2;
    else at += 1;
  }
  offsets.push(markup.length);
  return offsets;
}
