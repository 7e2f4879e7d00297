import { writeDocx } from "../reports/docx.ts";
import { encodeGbk, encodeUtf16 } from "../reports/encode.ts";
import { writePdf } from "../reports/pdf.ts";
import type { Written } from "../reports/written.ts";
import { writeXlsx } from "../reports/xlsx.ts";
import type { Block, Draft } from "./draft.ts";
import type { Encoding } from "./shapes.ts";
import { writeHtml } from "./write-html.ts";
import { writeMarkdown, writeText } from "./write-text.ts";

/** Writes a page to a file of its format. */
export function writeFile(draft: Draft): Uint8Array {
  const { format, layout, docx, xlsx, pdf, encoding } = draft.shape;
  switch (format) {
    case "docx":
      return writeDocx(officeBlocks(draft.blocks), docx).bytes;
    case "xlsx":
      return writeXlsx(officeBlocks(draft.blocks), xlsx).bytes;
    case "pdf":
      return writePdf(officeBlocks(draft.blocks), { ...pdf, isRuled: layout.name === "with rules" })
        .bytes;
    case "html":
      return encoded(finished(draft, writeHtml(draft)), encoding);
    case "markdown":
      return encoded(finished(draft, writeMarkdown(draft)), encoding);
    case "text":
      return encoded(finished(draft, writeText(draft)), encoding);
  }
}

function finished({ finishing }: Draft, text: string): string {
  return finishing.reduce((changed, change) => change(changed), text);
}

function officeBlocks(blocks: readonly Block[]): (string | Written[][])[] {
  return blocks.flatMap((block): (string | Written[][])[] => {
    if (block.kind === "table") return [block.rows];
    if (block.kind === "entry") return [`${block.label}：${block.text}`];
    return block.text.split("\n");
  });
}

function encoded(text: string, encoding: Encoding): Uint8Array {
  switch (encoding) {
    case "utf-8":
      return new TextEncoder().encode(text);
    case "utf-8 marked":
      return new TextEncoder().encode(`\uFEFF${text}`);
    case "utf-16le":
      return encodeUtf16(text, "le", true);
    case "utf-16be":
      return encodeUtf16(text, "be", true);
    case "gbk":
      return canGbk(text) ?? new TextEncoder().encode(text);
  }
}

/** GBK lacks some characters: such a text stays in UTF-8. */
function canGbk(text: string): Uint8Array | null {
  try {
    return encodeGbk(text);
  } catch (fault) {
    if (fault instanceof Error && fault.message.includes(" has no ")) return null;
    throw fault;
  }
}
