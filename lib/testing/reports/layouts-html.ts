import { isVertical, layOut } from "./office-shapes.ts";
import type { TableWriter, Written } from "./written.ts";

/** Tables of web pages. */
export const HTML_LAYOUTS = {
  html: (rows) => table(rows, ({ text }) => `<p>${text === "" ? "&nbsp;" : text}</p>`),
  "word html": (rows) => table(rows, wordCell),
  "html in frames": (rows) =>
    `<table width="100%"><tbody><tr><td><div>${table(rows, ({ text }) => text)}</div></td></tr></tbody></table>`,
  "html boxes": boxes,
} as const satisfies Readonly<Record<string, TableWriter>>;

function table(rows: readonly Written[][], write: (cell: Written) => string): string {
  const cell = (each: Written) => {
    const { colSpan, rowSpan } = each;
    const spans = `${colSpan > 1 ? ` colspan="${colSpan}"` : ""}${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ""}`;
    return `<td${spans}>${write(each)}</td>`;
  };
  return `<table>${rows.map((row) => `<tr>${row.map(cell).join("")}</tr>`).join("\n")}</table>`;
}

/** As Word writes cells: runs in spans, long labels over several paragraphs, groups one character a paragraph. */
function wordCell(cell: Written): string {
  const paragraph = (text: string) =>
    `<p class=MsoNormal align=center><span lang=EN-US style='mso-bidi-font-size:9.0pt'>${text}<o:p></o:p></span></p>`;
  if (cell.text === "") return paragraph("&nbsp;");
  if (isVertical(cell)) return Array.from(cell.text, paragraph).join("\n");
  const half = cell.text.length >> 1;
  const isLong = /^\D{6,}$/u.test(cell.text);
  const parts = isLong ? [cell.text.slice(0, half), cell.text.slice(half)] : [cell.text];
  return parts.map((part) => paragraph(part.replace(/^./u, "$&</span><span>"))).join("\n");
}

/** A table made of boxes that only the style sheet calls a table. */
function boxes(rows: readonly Written[][]): string {
  const lines = layOut(rows).map((row) => {
    const cells = row.filter(({ kind }) => kind === "cell");
    return `<div style="display: table-row">${cells.map(({ text }) => `<div style="display:table-cell">${text}</div>`).join("")}</div>`;
  });
  return `<div style="display:table">${lines.join("\n")}</div>`;
}
