/** Pieces which, repeated without end, try what patterns of a reader do with what they expect least. */
export const HOSTILE_UNITS: readonly string[] = [
  ..."10.,-—|()（）?年月日一二〇、。《》〔〕【】:：#*`[_<>&\\",
  " ",
  "\u3000",
  "\u00a0",
  "\u200b",
  "\n",
  "\r",
  "\f",
  "\t",
  "| ",
  "()",
  "??\n",
  "1,111,",
  "1 ",
  "1\n",
  "1 | ",
  "2023年",
  "2023年1月1日至",
  "一、",
  "一、总体情况\n",
  "政府信息公开",
  "政府信息公开年报\n",
  "2023年政府信息公开工作年度报告\n",
  "索引号 ",
  "索 引 号:",
  "发布日期:",
  "标 题 ",
  "青溪县水务局\n",
  "青溪县人民政府",
  "现公布",
  "由青溪",
  "汇总各",
  "全县汇总",
  "〔2023〕1号",
  "国(guó",
  "们(men)",
  "第二十条",
  "其他 | ",
  "总计\n",
  "规章\n",
  "行政许可 | 1 | ",
  "自然人 | 商业企业 | ",
  "3.其他",
  "①",
  "|---|",
  "\\|",
  "![](",
  "<br>",
  "<p>",
  "<td>",
  "<table>",
  "<table><tr><td>",
  "<!--",
  "<script>",
  "&nbsp;",
  "&#",
  "e\u0301",
  "\u0301",
  "ﷺ",
  "𠮷",
];

const TITLE = "青溪县水务局2023年政府信息公开工作年度报告\n";
const HEADS =
  "三、收到和处理政府信息公开申请情况\n申请人情况 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |\n一、本年新收政府信息公开申请数量 | ";

/** Where a long text stands: before a report, in its prose, in a table, in a page. */
export const WRAPPERS: Readonly<Record<string, (text: string) => string>> = {
  "before a report": (text) => `${text}\n${TITLE}一、总体情况\n没有。\n`,
  "in the prose": (text) => `${TITLE}一、总体情况\n${text}\n二、主动公开政府信息情况\n`,
  "in a table": (text) => `${TITLE}${HEADS}${text}\n四、结转下年度继续办理 | 1 |\n`,
  "in a page": (text) =>
    `<html><body><p>${TITLE}</p><p>一、总体情况</p><table><tr><td>${text}</td></tr></table></body></html>`,
};

const row = (cells: number) => `<tr>${"<td>0</td>".repeat(cells)}</tr>`;

/** Whole files that ask for more than they should. */
export const HOSTILE_TEXTS: Readonly<Record<string, () => string>> = {
  "a page with ten thousand columns": () =>
    `<html><p>${TITLE}</p><table>${row(10_000).repeat(8)}</table></html>`,
  "a cell over a million columns": () =>
    `<html><p>${TITLE}</p><table><tr><td colspan="1000000" rowspan="1000000">规章</td></tr>${row(3).repeat(300)}</table></html>`,
  "text with ten thousand columns": () => `${TITLE}${`${"0 | ".repeat(10_000)}\n`.repeat(8)}`,
  "Markdown with ten thousand columns": () =>
    `# ${TITLE}\n${`|${" 0 |".repeat(10_000)}\n`}|${"---|".repeat(10_000)}\n${`|${" 0 |".repeat(10_000)}\n`.repeat(6)}`,
  "selectors of choices of nothing": () =>
    `<html><style>${":is(a,a)".repeat(34)}:is(b){display:none}</style><p>${TITLE}</p>`,
  "values of styles that hold values": () =>
    `<html><style>:root{--a:${"var(--b)".repeat(20)};--b:${"var(--c)".repeat(20)};--c:${"var(--d)".repeat(20)};--d:${"x".repeat(190)}}</style><p>${TITLE}</p>${'<p style="c:var(--a)">'.repeat(45_000)}`,
  "bars that fill up rows without end": () =>
    `${TITLE}\n${"甲 | 1 | | 3 | ||\n|\n".repeat(60_000)}`,
  "blocks in blocks": () => `<html>${"<div>".repeat(60_000)}${TITLE}`,
  "tables in tables": () => `<html>${"<table><tr><td>".repeat(8000)}${TITLE}`,
  "lists of spans": () => `<html>${"<span><b><i>".repeat(40_000)}${TITLE}`,
  "a tag with attributes without end": () =>
    `<html><p ${Array.from({ length: 60_000 }, (_, index) => `a${index}="1"`).join(" ")}>${TITLE}</p>`,
  "an entity from a file": () =>
    `<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><p>${TITLE}&x;</p></html>`,
  "a page that is an archive too": () =>
    `<html><p>${TITLE}</p></html>PK\u0003\u0004${"\u0001".repeat(200)}`,
  "an archive that is a page": () => `PK\u0003\u0004<html><p>${TITLE}</p></html>`,
  "zeros among the letters": () => `${TITLE}一、总体情况\n${"公开\u0000".repeat(400)}`,
  "a row with a hundred thousand figures": () => `${TITLE}${HEADS}${"0 | ".repeat(100_000)}`,
  "a figure of half a million digits": () => `${TITLE}${HEADS}${"7".repeat(500_000)} | 1 |\n`,
  "every heading a thousand times": () =>
    `${TITLE}${"一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n".repeat(1000)}`,
  "a thousand reports": () =>
    Array.from(
      { length: 1000 },
      (_, index) =>
        `青溪县${index}局2023年政府信息公开工作年度报告\n一、总体情况\n${index}没有。\n二、主动公开政府信息情况\n无。\n三、收到和处理政府信息公开申请情况\n无。\n四、政府信息公开行政复议、行政诉讼情况\n无。\n五、存在的主要问题及改进情况\n无${index}。\n六、其他需要报告的事项\n无。\n`,
    ).join(""),
};
