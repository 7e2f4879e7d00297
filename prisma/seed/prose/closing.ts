import type { Scene, Sentence } from "./scene.ts";

/** 五、存在的主要问题及改进情况: two or three shortcomings, each with what is done about it. */
export function problems(scene: Scene): string {
  const { random, year } = scene;
  const chosen = random.sample(SHORTCOMINGS, random.int(2, 3));
  const list = (index: 0 | 1) =>
    chosen.map((pair, number) => `${ORDINALS[number]}${pair[index](scene)}`).join("；");
  return [
    `${random.pick(BEFORE)(scene)}${list(0)}。`,
    `${year + 1}年，将着力做好以下工作：${list(1)}。`,
  ].join("\n");
}

/** 六、其他需要报告的事项, with the fee the form asks for (信息处理费), and who wrote all this. */
export function otherMatters(scene: Scene): string {
  const { random } = scene;
  return [`${random.pick(FEES)(scene)}${random.pick(EXTRAS)(scene)}`, DISCLAIMER].join("\n");
}

/** Stands in the text itself, so that no copy, file or search hit goes without it. */
export const DISCLAIMER = "（本报告为演示数据，由程序生成，单位、数字和文字均属虚构。）";

const ORDINALS = ["一是", "二是", "三是"];

const BEFORE: readonly Sentence[] = [
  ({ year }) => `${year}年的工作还有一些不足：`,
  ({ we }) => `对照条例要求和群众期待，${we}的公开工作仍有差距：`,
  () => "存在的主要问题：",
];

type Shortcoming = readonly [problem: Sentence, remedy: Sentence];

const SHORTCOMINGS: readonly Shortcoming[] = [
  [
    ({ topics }) => `${topics[0]}类信息公开得不够细，过程性信息偏少`,
    ({ topics }) => `细化${topics[0]}公开事项，按办理环节列出公开内容、时限和责任人`,
  ],
  [
    () => "政策解读以文字为主，形式不够生动",
    ({ random }) => `重要政策至少采用两种解读形式，全年图解和视频解读不少于${random.int(6, 20)}件`,
  ],
  [
    () => "基层公开岗位人员流动较快，业务衔接不够紧密",
    ({ random }) => `编印岗位操作手册，新任人员到岗${random.int(10, 30)}日内完成培训`,
  ],
  [
    () => "依申请公开答复文书的说理不够充分",
    () => "统一答复文书样式，对不予公开、无法提供的情形逐件说明依据和理由，并由法制人员复核",
  ],
  [
    () => "部分栏目更新不均衡，年底集中发布的现象仍然存在",
    () => "实行栏目更新预警，到期未更新的自动提醒并按月通报",
  ],
  [
    ({ topics }) => `与群众的互动还不够，${topics[1]}方面的意见反馈渠道单一`,
    ({ topics }) => `围绕${topics[1]}开展意见征集和现场答疑，采纳情况逐条反馈`,
  ],
  [
    () => "公开数据的统计口径不够统一，报送质量有待提高",
    () => "明确统计口径和勾稽关系，报送前由专人复核，杜绝前后数据不一致",
  ],
  [
    () => "历史文件数字化程度不高，查找不便",
    ({ random }) => `分批完成${random.int(2005, 2012)}年以来文件的数字化整理，提供全文检索`,
  ],
  [
    ({ we }) => `${we}主动公开的意识还需增强，个别科室存在等待通知再公开的情况`,
    () => "把公开要求写进重点工作方案，做到同部署、同落实、同检查",
  ],
  [
    () => "个人信息保护的审查标准掌握得不够一致",
    () => "制定公示类信息去标识化指引，发布前由两人交叉检查",
  ],
];

const FEES: readonly Sentence[] = [
  ({ year }) => `${year}年未收取政府信息公开信息处理费。`,
  () => "按照政府信息公开信息处理费管理有关规定执行，本年度没有产生信息处理费。",
  ({ we }) => `${we}本年度发出收费通知0份，收取信息处理费0元。`,
  () => "本年度信息处理费收取情况：无。",
];

const EXTRAS: readonly Sentence[] = [
  () => "没有其他需要报告的事项。",
  ({ random }) => `全年办理人大代表建议和政协提案${random.int(1, 46)}件，复文按规定公开。`,
  ({ topics }) => `年度政务公开要点中涉及${topics[0]}的任务已全部完成。`,
  () => "本报告电子版可在演示网站下载，意见和建议可向本机关政务公开机构反映。",
  () => "",
];
