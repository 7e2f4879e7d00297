import type { Draft, Injury } from "../draft.ts";

const site = (name: string, part: string, hurt: (draft: Draft) => void): Injury => ({
  name,
  part,
  reading: "same",
  on: "page",
  fits: ({ format }) => format === "html",
  hurt(draft) {
    hurt(draft);
    return true;
  },
});

/** Names every row of the tables, as scripts do that search for them. */
function rowNames({ truth }: Draft): string {
  return truth.form.tables
    .flatMap(({ blocks }) => blocks.flatMap(({ rows }) => rows.map(({ label }) => `"${label.zh}"`)))
    .join(",");
}

/** What stands on web pages beside the report. */
export const SITE_INJURIES: readonly Injury[] = [
  site("a script longer than the report", "script-tag", (draft) => {
    const code = `var rows=[${rowNames(draft)}];for(var i=0;i<rows.length;i++){find(rows[i],217);}\n`;
    draft.dress.after.push(`<script>${code.repeat(30)}</script>`);
  }),
  site("comments with another report", "comments", (draft) => {
    draft.dress.before.push(
      `<!-- <table><tr><td>规章</td><td>8</td><td>8</td><td>8</td></tr></table> 一、总体情况 -->`,
    );
    draft.finishing.push((text) =>
      text.replaceAll("</p>", "</p><!-- 二、主动公开政府信息情况 -->"),
    );
  }),
  site("Word's conditional comments", "comments", (draft) => {
    draft.finishing.push((text) =>
      text.replaceAll(
        "<p>",
        "<p><!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]-->",
      ),
    );
  }),
  site("menus and a footer", "menus", ({ dress }) => {
    dress.before.push(
      `<nav><ul><li>首页</li><li>政府信息公开指南</li><li>政府信息公开年报</li></ul></nav><div class="path">当前位置：<a>首页</a> &gt; <a>政府信息公开年报</a></div>`,
    );
    dress.after.push(
      `<footer><p>主办：青溪县人民政府办公室 备案号 1234567</p></footer><style>p{color:red}</style>`,
    );
  }),
  site("hidden text", "hidden", ({ dress }) => {
    dress.before.push(`<div style="display:none">一、总体情况 规章 99 99 99</div>`);
  }),
  site("facts in tags", "tags", ({ dress, truth }) => {
    const { facts } = truth;
    dress.tags.push(["SiteName", "青溪县人民政府门户网站"]);
    if (facts.title) dress.tags.push(["ArticleTitle", facts.title]);
    if (facts.publishedOn) dress.tags.push(["PubDate", `${facts.publishedOn} 09:00`]);
    if (facts.publisher) dress.tags.push(["ContentSource", facts.publisher]);
  }),
  site("the agency only in the site's name", "title", (draft) => {
    const { name } = draft.truth.who;
    const title = `${draft.truth.year}年政府信息公开工作年度报告`;
    draft.dress.tags.push(["SiteName", `${name}门户网站`]);
    draft.blocks = draft.blocks
      .filter(({ kind }) => kind !== "name" && kind !== "entry")
      .map((block) => (block.kind === "title" ? { ...block, text: title } : block));
    draft.truth.facts = {
      ...draft.truth.facts,
      title,
      indexNumber: null,
      documentNumber: null,
      publisher: null,
      publishedOn: null,
    };
    for (const fact of ["title", "agency"] as const) draft.mayMiss.add(fact);
  }),
  site("markup never closed", "broken", ({ finishing }) => {
    finishing.push((text) =>
      text.replaceAll("</td>", "").replaceAll("</tr>", "").replaceAll("</p>", ""),
    );
  }),
];
