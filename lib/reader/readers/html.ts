import { parse, parseFragment } from "parse5";
import type { Plain } from "../plain.ts";
import { layGrid } from "./grid.ts";
import { sharedFigures } from "./grid-shared.ts";
import { markDoubtful } from "./html-doubtful.ts";
import { showFields } from "./html-fields.ts";
import { markFostered } from "./html-fostered.ts";
import { type HtmlCell, isTable, tableRows } from "./html-grid.ts";
import { noteMeta } from "./html-meta.ts";
import { markPictures } from "./html-pictures.ts";
import { markHidden } from "./html-sheets.ts";
import { writeVariables } from "./html-variables.ts";
import { type HtmlElement, type HtmlNode, isBlock, isUnseen } from "./html-visible.ts";
import { type Spelled, spelledNode, standIn } from "./spelled.ts";

import { TextBuilder } from "./text-builder.ts";

type Step = HtmlNode | "break" | { rows: readonly (readonly HtmlCell[])[] };

/** A web page as lines, each row of a real table as one line of cells; scripts, styles, comments and menus left out. */
export function readHtml(source: string): Plain {
  const page = parse(source, { sourceCodeLocationInfo: true });
  showAsPrinted(page.childNodes);
  const builder = new TextBuilder();
  const meta = new Map<string, string>();
  new HtmlWriter(source, 0, builder, meta).write(page.childNodes);
  return builder.finish(meta);
}

/** Adds a piece of markup that stands in other text; `base` is where it begins in the source. */
export function addMarkup(source: string, base: number, end: number, builder: TextBuilder): void {
  const fragment = parseFragment(source.slice(base, end), { sourceCodeLocationInfo: true });
  showAsPrinted(fragment.childNodes);
  new HtmlWriter(source, base, builder, new Map()).write(fragment.childNodes);
}

/** Marks what a browser would not show, and puts text or a mark in the place of what it would show otherwise. */
function showAsPrinted(nodes: readonly HtmlNode[]): void {
  writeVariables(nodes);
  markHidden(nodes);
  showFields(nodes);
  markPictures(nodes);
  markDoubtful(nodes);
  markFostered(nodes);
}

class HtmlWriter {
  private readonly source: string;
  private readonly base: number;
  private readonly builder: TextBuilder;
  private readonly meta: Map<string, string>;

  constructor(source: string, base: number, builder: TextBuilder, meta: Map<string, string>) {
    this.source = source;
    this.base = base;
    this.builder = builder;
    this.meta = meta;
  }

  /** Walks with a stack of its own: pages nest deeper than the call stack allows. */
  write(nodes: readonly HtmlNode[]): void {
    const stack: Step[] = [...nodes].reverse();
    for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
      if (step === "break") this.builder.breakLine();
      else if ("rows" in step) this.addGrid(step.rows);
      else if ("value" in step) {
        const spelled = spelledNode(this.source, step, this.base);
        if (spelled) this.builder.addText(spelled);
      } else if ("tagName" in step) {
        const inner = this.enter(step);
        for (let index = inner.length - 1; index >= 0; index--) {
          const next = inner[index];
          if (next !== undefined) stack.push(next);
        }
      } else noteMeta(step, this.meta);
    }
  }

  private enter(element: HtmlElement): Step[] {
    noteMeta(element, this.meta);
    if (isUnseen(element)) return [];
    if (isTable(element)) {
      const rows = tableRows(element).flatMap((stretch): Step[] =>
        stretch.kind === "grid" ? [{ rows: stretch.rows }] : [stretch.row],
      );
      // Captions, and what the parser left beside the rows.
      const rest = element.childNodes.filter(
        (child) => "tagName" in child && child.tagName === "caption",
      );
      return ["break", ...rest, ...rows, "break"];
    }
    return isBlock(element) ? ["break", ...element.childNodes, "break"] : element.childNodes;
  }

  private addGrid(rows: readonly (readonly HtmlCell[])[]): void {
    const shared = sharedFigures(rows);
    for (const line of layGrid(rows))
      if (line.kind === "row") {
        const written = line.cells.map((cell) => ({
          pieces: this.piecesOf(cell),
          ...(shared.has(cell) && { oddity: "shared" as const }),
        }));
        this.builder.addRow(written);
      } else {
        this.builder.breakLine();
        for (const piece of this.piecesOf(line.cell)) this.builder.addText(piece);
        this.builder.breakLine();
      }
  }

  private piecesOf({ nodes }: HtmlCell): Spelled[] {
    let at = this.base;
    return nodes.flatMap((node) => {
      const spelled = node ? spelledNode(this.source, node, this.base) : standIn(" ", at, at);
      if (node && spelled && spelled.text !== "") at = spelled.end(spelled.text.length - 1);
      return spelled ? [spelled] : [];
    });
  }
}
