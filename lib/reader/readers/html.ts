import { type DefaultTreeAdapterTypes, parse } from "parse5";
import type { Plain } from "../plain.ts";
import { gridRows, isGrid } from "./html-grid.ts";
import { TextBuilder } from "./text-builder.ts";

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

const SKIPPED = new Set(
  "script style noscript template nav iframe svg select button form input textarea footer".split(
    " ",
  ),
);
const BLOCKS = new Set(
  "address article aside blockquote body br center dd div dl dt fieldset figure h1 h2 h3 h4 h5 h6 header hr html li main ol p pre section table tbody td tfoot th thead title tr ul caption".split(
    " ",
  ),
);

/** A web page as lines, each row of a real table as one line of cells; scripts, styles, comments and menus left out. */
export function readHtml(source: string): Plain {
  const page = parse(source, { sourceCodeLocationInfo: true });
  const builder = new TextBuilder(source);
  const meta = new Map<string, string>();
  walk(page.childNodes, builder, meta);
  const { text, starts, ends } = builder.finish();
  return {
    text,
    origin: (index) => starts[index] ?? source.length,
    originEnd: (index) => ends[index] ?? source.length,
    meta,
  };
}

/** Walks with a stack of its own: pages nest deeper than the call stack allows. */
function walk(nodes: readonly Node[], builder: TextBuilder, meta: Map<string, string>): void {
  const stack: (Node | "break")[] = [...nodes].reverse();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node === "break") builder.breakLine();
    else if ("value" in node) builder.addText(node);
    else if ("tagName" in node) {
      const inner = enter(node, builder, meta);
      for (let index = inner.length - 1; index >= 0; index--) {
        const next = inner[index];
        if (next !== undefined) stack.push(next);
      }
    }
  }
}

function enter(
  element: Element,
  builder: TextBuilder,
  meta: Map<string, string>,
): (Node | "break")[] {
  const name = element.tagName;
  if (name === "meta") noteMeta(element, meta);
  if (SKIPPED.has(name) || isHidden(element)) return [];
  if (name === "table" && isGrid(element)) {
    builder.breakLine();
    for (const row of gridRows(element)) builder.addRow(row);
    return [];
  }
  if (name === "title") return [];
  return BLOCKS.has(name) ? ["break", ...element.childNodes, "break"] : element.childNodes;
}

function isHidden(element: Element): boolean {
  return element.attrs.some(
    ({ name, value }) =>
      name === "hidden" || (name === "style" && /display\s*:\s*none/i.test(value)),
  );
}

function noteMeta(element: Element, meta: Map<string, string>): void {
  const attribute = (name: string) => element.attrs.find((one) => one.name === name)?.value ?? "";
  const name = attribute("name").trim().toLowerCase();
  const content = attribute("content").trim();
  if (name !== "" && content !== "" && !meta.has(name)) meta.set(name, content);
}
