import { LAYOUTS, PARTED_LAYOUTS, writeTable } from "../reports/layouts.ts";
import type { Block, Draft, Grid } from "./draft.ts";
import type { PageLayout } from "./layouts.ts";

/** Writes a page as plain text. */
export function writeText({ blocks, shape }: Draft): string {
  const { layout } = shape;
  const lines = blocks.map((block) => {
    if (block.kind === "table") return tableText(block.rows, layout);
    return block.kind === "entry" ? `${block.label}：${block.text}` : block.text;
  });
  return `${lines.join(layout.name === "one line of blanks" ? " " : "\n")}\n`;
}

/** Writes a page as Markdown, as converters of PDF files and of scans do. */
export function writeMarkdown({ blocks, shape }: Draft): string {
  const lines = blocks.map((block) => markdownOf(block, shape.layout));
  return `${lines.join("\n\n")}\n`;
}

function markdownOf(block: Block, layout: PageLayout): string {
  if (block.kind === "table") return tableText(block.rows, layout);
  if (block.kind === "title") return `# ${block.text}`;
  if (block.kind === "heading") return `## ${block.text}`;
  return block.kind === "entry" ? `**${block.label}**：${block.text}` : block.text;
}

/** A table in a layout; what was broken over lines stays so only where lines are cells. */
export function tableText(rows: Grid, layout: PageLayout): string {
  const name = [...LAYOUTS, ...PARTED_LAYOUTS].find((one) => one === layout.name);
  if (!name) throw new Error(`no writer for tables in ${layout.name}`);
  const written = layout.hasCellLines ? rows : withBreaks(rows, layout);
  return writeTable(written, name);
}

function withBreaks(rows: Grid, { format, name }: PageLayout): Grid {
  const isMarkup = format === "html" || format === "markdown";
  const mark = isMarkup && name !== "word html" ? "<br>" : "";
  return rows.map((row) => row.map((ink) => ({ ...ink, text: ink.text.replaceAll("\n", mark) })));
}
