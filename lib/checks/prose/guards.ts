import type { Scope } from "../../editions/content.ts";

/** What is known of the report a sentence stands in. */
export interface Setting {
  year: number | null;
  agency: string | null;
  scope: Scope | null;
}

/** Words that say which time is spoken of; the last one before a figure decides. */
const TIMES =
  /(?<range>20\d\d ?(?:年 ?)?(?:至|到|-|—|~)+ ?20\d\d ?年)|(?<whole>1 ?月 ?(?:1 ?日)?(?:至|到|-|—|~)+ ?(?:20\d\d ?年)?12 ?月(?: ?31 ?日)?|12 ?月(?:31 ?日|底|末))|(?<year>20\d\d) ?年度?(?:以来|以前|底|末)?|(?<own>(?:今年|本年度?)以来|今年|本年度?|全年|年内|当年)|(?<other>(?<!(?:结转|转结)自?)(?:去年|上年|上一年)(?!度?(?:的)?(?:结转|转结))|前年|往年|历年|同期|次年|明年|至今|截至目前|以来|[近前过去][一二两三四五六七八九十几\d]+年|[一二两三四五六七八九十]年来|“?十[三四五]五|[上下]半年|[一二三四前\d]+个?季度|[\d一二三四五六七八九十]+月|[月年日周]均|平均|每[年月季])/gu;

/** Whether the words before a figure place it in another year, or in a part of this one. */
export function speaksOfOtherTime(before: string, year: number | null): boolean {
  const last = Array.from(before.matchAll(TIMES)).at(-1)?.groups;
  // 累计 counts from wherever it began, unless the sentence says that it was this year.
  if (!last) return before.includes("累计");
  if (last.own || last.whole) return false;
  return !(last.year && Number(last.year) === year);
}

const OTHERS =
  /(?:各|所属|下属|直属|其他|相关|有关|承办|责任|成员|基层)[^,;]{0,6}?(?:部门|单位|乡镇|[镇乡县区市局](?!民)|街道|机关)|分别|指导|督促|协助|推动|协调|转办|批转|移送|转交|分办|交办|督办|全系统|全行业|[两三四]级|镇村|村居/u;
const WHOLE_AREA = /全(?:省|市|县|区|州|旗|盟|自治区)/u;

/** Whether the words before a figure speak of others' work: of offices below, of the whole area, of those that were urged. */
export function speaksOfOthers(before: string, scope: Scope | null): boolean {
  const coversMore = scope === "government" || scope === "area";
  return OTHERS.test(before) || (!coversMore && WHOLE_AREA.test(before));
}

const AGENCY_BEFORE =
  /(?<name>\p{Script=Han}{1,24}(?:局|委员会|委|厅|办公室|办|镇|乡|街道|办事处|政府|中心|院|支队|大队|管委会|单位|机关))(?:机关)?(?:共计?|累计|全年|本年度?|年内|年度|20\d\d ?年度?|新|还|已|均|也|从|[ ,])*$/u;

/** Whether a verb has another organ for its subject: `县住房城乡建设局` in the report of another. */
export function namesAnother(before: string, agency: string | null): boolean {
  const found = AGENCY_BEFORE.exec(before)?.groups?.name;
  if (!found) return false;
  const name = plainName(found.split(/及|和|、/u).at(-1) ?? found);
  if (/(?:我|本)[省市县区镇乡局委厅办院单机街中政自行级部]/u.test(name)) return false;
  const own = plainName(agency ?? "");
  // 县政府 in the report of its office may be either; 某镇 in that of its government is the same.
  const isPart = own.includes(name) && !name.endsWith("政府");
  return own === "" || !(isPart || own.endsWith(name) || name.endsWith(own));
}

function plainName(name: string): string {
  return name.replace(/^.*(?:年度?|全年|年内)/u, "").replaceAll("人民政府", "政府");
}

const PLANS = /将|拟|计划|力争|争取|预计|目标|避免|防止|确保|努力|杜绝|如果?(?=收)|应当|可能/u;
const NEXT_STEP = /下一步|今后|下步|明年/u;

/** Whether the words before a figure speak of what is planned. `clause` is what follows the last comma. */
export function speaksOfPlans(before: string, clause: string): boolean {
  return NEXT_STEP.test(before) || PLANS.test(clause);
}

/** What stands between the last comma or semicolon and a place. */
export function clauseBefore(before: string): string {
  return before.slice(Math.max(before.lastIndexOf(","), before.lastIndexOf(";")) + 1);
}
