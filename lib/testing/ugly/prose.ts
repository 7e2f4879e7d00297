import type { SectionKey } from "#lib/editions/content.ts";
import type { Chance } from "./chance.ts";
import type { Reporter } from "./names.ts";

type Sentence = (who: Reporter, year: number, figure: number) => string;

const OPENING: readonly Sentence[] = [
  ({ self }, year) => `${year}年，${self}把公开当作日常工作来抓，凡该让群众知道的都及时上网。`,
  ({ name }, year) => `${year}年，${name}按条例要求办理各项公开事务，没有发生泄密和拖延。`,
  ({ self }) => `一年来，${self}围绕办事、用钱、用人三个方面，把应当公开的内容逐项列入目录。`,
];
const OVERVIEW: readonly Sentence[] = [
  (_who, _year, figure) => `（一）主动公开。全年在网站发布各类信息${figure}条，比上年略有增加。`,
  (_who, _year, figure) =>
    `（二）依申请公开。设有窗口和信箱两个渠道，共接待来访咨询${figure}人次，答复都有登记。`,
  () => "（三）信息管理。新拟的文件在起草时就定好公开属性，每季度清理一次过期内容。",
  ({ self }) => `（四）平台建设。${self}的栏目由专人维护，失效链接当天更换；公众号与网站同步更新。`,
  (_who, _year, figure) =>
    `（五）监督保障。组织培训${figure % 7}次，年底对各科室逐一检查，并通报结果。`,
  () => "对群众关心的水、电、路、学位等事项，做到问题有人接、进度能查、结果可见。",
];
const PROBLEMS: readonly Sentence[] = [
  () => "存在的问题：一是个别栏目更新偏慢；二是解读文字较多、图表较少；三是基层人员变动频繁。",
  (_who, year) =>
    `改进的打算：${year + 1}年将按月抽查栏目，每份重要文件配一张图，并对新到岗人员先培训后上手。`,
  ({ self }) => `${self}在答复口径上还不够统一，今后由法制科室先看一遍再发出。`,
];
const OTHER: readonly Sentence[] = [
  () => "本年度没有收取信息处理费，也没有别的事项需要说明。",
  (_who, year) => `${year}年没有发出信息处理费收费通知，实收金额为零元。`,
  ({ self }) => `${self}没有其他需要报告的事项。`,
];

/** Prose of a section in our own words, paragraph by paragraph; the sections with tables have none. */
export function proseOf(key: SectionKey, who: Reporter, year: number, chance: Chance): string[] {
  const say = (sentences: readonly Sentence[]) =>
    sentences.map((sentence) => sentence(who, year, 2 + chance.below(900)));
  if (key === "overview") {
    const count = chance.below(OVERVIEW.length + 1);
    return [...say([chance.pick(OPENING)]), ...say(OVERVIEW.slice(0, count))];
  }
  if (key === "problems") return say(PROBLEMS.slice(0, 1 + chance.below(PROBLEMS.length)));
  if (key === "other") return say([chance.pick(OTHER)]);
  return [];
}

/** The paragraph before the first section, which says what the report is and which time it covers. */
export function introductionOf(who: Reporter, year: number, chance: Chance): string {
  const span = `${year}年1月1日至${chance.maybe(0.5) ? "" : `${year}年`}12月31日`;
  return chance.pick([
    `根据《中华人民共和国政府信息公开条例》的规定，现公布${who.name}${year}年政府信息公开工作年度报告。报告所列数据的统计期限为${span}。`,
    `本报告按照条例第五十条编写，数据的起止时间为${span}。读者如有疑问，请与${who.name}联系。`,
    `按照条例和上级通知的要求，编制本年度报告，统计期限自${span}止。`,
  ]);
}
