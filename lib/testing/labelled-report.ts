import { dueDate } from "#lib/agencies/calendar.ts";
import type { Issue } from "#lib/checks/issue.ts";
import { type Labelled, SETTING } from "#lib/checks/prose/labelled.ts";
import { PLACES, type Place } from "#lib/checks/prose/places.ts";
import { runChecks } from "#lib/checks/run.ts";
import { SECTION_KEYS } from "#lib/editions/content.ts";
import { readSource } from "#lib/reader/read.ts";

const COUNTY = "示例县人民政府";
const TOWN = "示例县青溪镇人民政府";
const SIGNERS: Readonly<Partial<Record<Place, string>>> = {
  县政府落款: COUNTY,
  镇政府落款: TOWN,
};
const DEPARTMENT_DUE = dueDate(SETTING.year, "department", "organ");
const DUE: Readonly<Partial<Record<Place, string | null>>> = {
  县政府落款: dueDate(SETTING.year, "government", "government"),
  镇政府落款: dueDate(SETTING.year, "township", "organ"),
};
const NUMBERS = "一二三四五六";

/** A sound report without tables, in the order of its lines. */
const SOUND = {
  published: "",
  opening: `统计期限为${SETTING.year}年1月1日至${SETTING.year}年12月31日。`,
  overview: `${SETTING.year}年，各项公开工作平稳有序。`,
  problems: "个别栏目更新不够及时，答复文书的说理还不充分。下一步将按月检查栏目，逐件复核文书。",
  other: "本年度未收取信息处理费。",
  signature: `示例县自然资源局\n${SETTING.year + 1}年1月15日`,
};

const PARTS: Readonly<Partial<Record<Place, Partial<typeof SOUND>>>> = {
  开头: { opening: "" },
  第一部分: { opening: "", overview: "" },
  发布: { signature: "" },
  正文: { other: "没有其他需要报告的事项。" },
};
const PART_OF: Readonly<Partial<Record<Place, keyof typeof SOUND>>> = {
  开头: "opening",
  第一部分: "overview",
  发布: "published",
  落款: "signature",
  县政府落款: "signature",
  镇政府落款: "signature",
  第五部分: "problems",
  第六部分: "other",
  正文: "overview",
};

/** The whole report that a labelled text stands in, as a file would hold it. */
export function reportWith({ place, text }: Pick<Labelled, "place" | "text">): string {
  const part = PART_OF[place];
  const said = { ...SOUND, ...PARTS[place], ...(part ? { [part]: text } : {}) };
  const body = [
    `一、总体情况\n${said.overview}`,
    "二、主动公开政府信息情况",
    "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况",
    `五、存在的主要问题及改进情况\n${said.problems}`,
    `六、其他需要报告的事项\n${said.other}`,
  ];
  const title = `${SIGNERS[place] ?? SETTING.agency}${SETTING.year}年政府信息公开工作年度报告`;
  const lines = place === "全文" ? [text] : body;
  return [said.published, title, said.opening, ...lines, said.signature]
    .filter((line) => line !== "")
    .join("\n");
}

/** Reads a labelled text in its report and runs the checks on it, as an import does; what they say in the words of the file. */
export async function labelsInReport(sentence: Labelled): Promise<string[]> {
  const { place } = sentence;
  const read = await readSource(new TextEncoder().encode(reportWith(sentence)), "labelled.txt");
  const content = read.ok ? read.value[0]?.content : undefined;
  if (!content) return [];
  const dueOn = place in DUE ? DUE[place] : DEPARTMENT_DUE;
  const issues = runChecks(content, { dueOn: dueOn ?? null });
  return issues.filter(({ rule }) => PLACES[place].some((one) => one === rule)).flatMap(labelsOf);
}

const FAILS: Readonly<Record<string, string>> = {
  R12: "期限=非全年",
  "R13.early": "日期=年内",
  "R13.late": "日期=逾期",
  "R16.problems": "五空泛",
  R17: "未写处理费",
};

function labelsOf(issue: Issue, _: number, all: readonly Issue[]): string[] {
  const { instance, outcome } = issue;
  if (outcome === "holds") {
    if (instance === "R12") return ["期限=全年"];
    const isLate = all.some((one) => one.instance === "R13.late" && one.outcome === "fails");
    return instance === "R13.early" && !isLate ? ["日期=及时"] : [];
  }
  if (outcome !== "fails") return [];
  return instance === "R16.sections" ? sectionLabels(issue) : [FAILS[instance] ?? instance];
}

function sectionLabels({ said = "", message }: Issue): string[] {
  if (!message.zh.startsWith("缺少")) return ["错位"];
  const missing: readonly string[] = said.split(",");
  return SECTION_KEYS.flatMap((key, index) =>
    missing.includes(key) ? [`缺少=${NUMBERS[index]}`] : [],
  );
}
