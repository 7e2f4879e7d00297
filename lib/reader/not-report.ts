import type { Text } from "#lib/editions/edition.ts";
import { isFurniture } from "./furniture.ts";
import { linesOf, type Page } from "./plain.ts";
import { ANNUAL, SUBJECT } from "./title-words.ts";

/** What a file seems to be that is no annual report. */
export type NotReport =
  | "notice"
  | "letter"
  | "template"
  | "summary"
  | "guide"
  | "news"
  | "list"
  | "attachment"
  | "other-report"
  | "page";

const LINES = 40;
const LONGEST = 60;
const REPORT = `${SUBJECT}.{0,12}${ANNUAL}`;

/** By the words of a title, in the order in which they decide. */
const TITLES: readonly (readonly [NotReport, RegExp])[] = [
  [
    "template",
    new RegExp(
      `${REPORT}.{0,6}(?:格式|模板|模版|样本|样表|范本|(?:填报|填表|编制|编写)(?:说明|规范|要求|指南))`,
      "u",
    ),
  ],
  ["notice", new RegExp(`关于.{0,60}${SUBJECT}.{0,50}的(?:通知|通报|意见|提示|提醒)$`, "u")],
  ["letter", new RegExp(`关于.{0,40}${REPORT}.{0,12}的(?:函|请示|报告)$`, "u")],
  [
    "news",
    new RegExp(
      `(?:发布|公布|出炉|亮相|图解|解读|一图读懂|新闻发布).{0,30}${REPORT}|${REPORT}.{0,6}(?:发布|公布|出炉|解读|图解)`,
      "u",
    ),
  ],
  [
    "summary",
    new RegExp(`${SUBJECT}.{0,14}(?:总结|小结|要点|计划|方案|安排|汇报)(?:\\(.*\\))?$`, "u"),
  ],
  [
    "guide",
    new RegExp(
      `${SUBJECT}.{0,8}(?:指南|目录|制度|规定|办法|须知|申请表|流程(?:图)?|条例)(?:\\(.*\\))?$`,
      "u",
    ),
  ],
  [
    "other-report",
    /^(?!.*(?:信息公开|政务公开)).{0,50}(?:法治政府建设|政府工作|依法行政|预算|决算|环境|审计|统计|年度|述职|自查|评估|调研|可行性).{0,16}(?:报告|公报)(?:\(.*\))?$/u,
  ],
];
const LINK = new RegExp(
  `^[^。,;]{0,50}${REPORT}(?:\\(.*\\))?(?:[[(]?20\\d{2}[-./]\\d{1,2}[-./]\\d{1,2}[\\])]?)?$`,
  "u",
);
const LINKS_OF_A_LIST = 3;
const FILE = /\.(?:pdf|docx?|xlsx?|wps|ofd|zip|rar)\b|附件|点击(?:下载|查看)/iu;
const LITTLE = 240;

/** What a page seems to be that holds no annual report; null where nothing tells. */
export function seemsToBe(page: Page, isWebPage: boolean): NotReport | null {
  const lines = linesOf(page.text, { start: 0, end: Math.min(page.text.length, 60_000) })
    .map(({ start, end }) => page.text.slice(start, end).replace(/[#*|\s]+/gu, ""))
    .filter((line) => line !== "" && !isFurniture(line));
  const titles = titlesIn(page, lines);
  const links = new Set(lines.filter((line) => line.length <= LONGEST && LINK.test(line)));
  if (links.size >= LINKS_OF_A_LIST) return "list";
  const titled = TITLES.find(([, pattern]) => titles.some((title) => pattern.test(title)))?.[0];
  if (titled) return titled;
  const isShort = lines.join("").length <= LITTLE;
  const isAbout = new RegExp(REPORT, "u").test(lines.join("\n"));
  if (isShort && isAbout && lines.some((line) => FILE.test(line))) return "attachment";
  return isWebPage ? "page" : null;
}

/** The lines that can be a title, each with the next one too: long titles stand on two. */
function titlesIn(page: Page, lines: readonly string[]): string[] {
  const first = lines.slice(0, LINES);
  const joined = first.map((line, index) => `${line}${first[index + 1] ?? ""}`);
  const tagged = ["articletitle", "page:title"].map(
    (name) => (page.meta.get(name) ?? "").normalize("NFKC").split(/[_|—]/u)[0]?.trim() ?? "",
  );
  return [...tagged, ...first, ...joined].filter(
    (line) => line.length >= 4 && line.length <= LONGEST && !/[。;!?]/u.test(line),
  );
}

const WORDS: Readonly<Record<NotReport, Text>> = {
  notice: {
    zh: "这像是布置年报工作的通知，不是政府信息公开工作年度报告。",
    en: "This seems to be a notice about the annual reports, not a report.",
  },
  letter: {
    zh: "这像是报送年报的函件，里面没有年报的内容。",
    en: "This seems to be a letter that goes with an annual report; the report itself is not in it.",
  },
  template: {
    zh: "这像是年报的格式、模板或填报说明，没有填写数字。",
    en: "This seems to be the form of an annual report or rules for filling it in; it has no figures.",
  },
  summary: {
    zh: "这像是工作总结、要点或计划，不是政府信息公开工作年度报告。",
    en: "This seems to be a summary or a plan of work, not an annual report on information disclosure.",
  },
  guide: {
    zh: "这像是政府信息公开的指南、目录或制度，不是年度报告。",
    en: "This seems to be a guide, a catalogue or rules of information disclosure, not an annual report.",
  },
  news: {
    zh: "这像是有关年报的消息或解读，不是年报本身。",
    en: "This seems to be news about an annual report or an explanation of it, not the report itself.",
  },
  list: {
    zh: "这像是年报的列表页，请打开其中一份再试。",
    en: "This seems to be a list of annual reports; please open one of them.",
  },
  attachment: {
    zh: "这像是只挂附件的页面，年报在附件里，请直接读取附件。",
    en: "This seems to be a page with nothing but an attachment; the report is in the attached file.",
  },
  "other-report": {
    zh: "这像是另一种报告，不是政府信息公开工作年度报告。",
    en: "This seems to be a report of another kind, not one on information disclosure.",
  },
  page: {
    zh: "这像是普通网页，里面没有政府信息公开工作年度报告。",
    en: "This seems to be an ordinary web page without an annual report on information disclosure.",
  },
};

/** One sentence on what the file seems to be. */
export function notReportText(kind: NotReport): Text {
  return WORDS[kind];
}
