import type { Block, Draft } from "./draft.ts";
import type { WebDress } from "./shapes.ts";
import { tableText } from "./write-text.ts";

/** Writes a page as a web page in one of its dresses. */
export function writeHtml({ blocks, shape, dress }: Draft): string {
  const body = blocks
    .map((block) =>
      block.kind === "table" ? tableText(block.rows, shape.layout) : blockMarkup(block, shape.web),
    )
    .join("\n");
  const tags = dress.tags
    .map(([key, content]) => `<meta name="${key}" content="${markup(content)}">`)
    .join("\n");
  const head = `<head><meta charset="utf-8"><title>信息公开</title>\n${tags}</head>`;
  const framed =
    shape.web === "nested"
      ? `<table width="980"><tr><td><table><tr><td class="left">栏目</td></tr></table></td><td><div>${body}</div></td></tr></table>`
      : `<div class="content">${body}</div>`;
  const parts = [...dress.before, framed, ...dress.after].join("\n");
  return `<!DOCTYPE html>\n<html lang="zh">${head}<body>\n${parts}\n</body></html>\n`;
}

const markup = (text: string) =>
  text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`).replaceAll("\n", "<br>");

/** Text as Word saves it: cut into spans, numbers and years in pieces. */
function wordSpans(text: string): string {
  const pieces = text.match(/[^\n]{1,3}|\n/gu) ?? [];
  return pieces
    .map((piece, index) => {
      if (piece === "\n") return "<br>";
      const look = index % 2 ? "lang=EN-US" : "style='font-family:仿宋'";
      return `<span ${look}>${markup(piece)}</span>`;
    })
    .join("");
}

function blockMarkup(block: Exclude<Block, { kind: "table" }>, web: WebDress): string {
  const say = web === "word" ? wordSpans : markup;
  if (block.kind === "entry") return `<p><span>${say(block.label)}：</span>${say(block.text)}</p>`;
  if (block.kind === "title" && web === "site") return `<h1>${say(block.text)}</h1>`;
  const numbered = /^([一二三四五六七八])、(.*)$/su.exec(block.text);
  if (web === "word" && block.kind === "heading" && numbered)
    return `<p class=MsoNormal><![if !supportLists]><span>${numbered[1]}、<span style='font:7.0pt'>&nbsp;</span></span><![endif]>${say(numbered[2] ?? "")}</p>`;
  return block.text
    .split("\n")
    .map((line) => `<p>${say(line)}</p>`)
    .join("\n");
}
