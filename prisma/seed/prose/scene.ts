import type { DemoAgency } from "../model.ts";
import type { Random } from "../random.ts";
import type { Figures } from "../requests.ts";

/** What a sentence of an invented report can speak of. */
export interface Scene {
  /** The agency's name in full. */
  name: string;
  /** How it speaks of itself: 我局, 我镇, 我县. */
  we: string;
  year: number;
  kind: DemoAgency["kind"];
  /** Subjects it deals with, in an order of this year. */
  topics: readonly string[];
  /** A figure of its tables, 0 where the edition has no such cell. */
  figure: (cell: string) => number;
  has: (cell: string) => boolean;
  random: Random;
}

export type Sentence = (scene: Scene) => string;

const GOVERNMENT_TOPICS = [
  "财政预算决算",
  "重大建设项目",
  "义务教育招生",
  "征地补偿",
  "稳岗就业",
  "社会救助",
  "生态环境治理",
  "优化营商环境",
  "乡村振兴",
  "公共卫生",
  "食品药品安全",
  "安全生产",
];
const TOWN_TOPICS = [
  "惠民补贴",
  "低保和临时救助",
  "农村危房改造",
  "村庄规划",
  "土地流转",
  "人居环境整治",
  "防汛抗旱",
  "村级财务",
  "便民服务",
  "征地补偿",
];

/** Sets the scene for one agency and year. */
export function sceneOf(agency: DemoAgency, year: number, figures: Figures, random: Random): Scene {
  return {
    name: agency.name,
    we: selfName(agency),
    year,
    kind: agency.kind,
    topics: random.sample(topicsOf(agency), 4),
    figure: (cell) => figures.get(cell) ?? 0,
    has: (cell) => figures.has(cell),
    random,
  };
}

function topicsOf(agency: DemoAgency): readonly string[] {
  if (agency.department) return agency.department.topics;
  return agency.kind === "township" ? TOWN_TOPICS : GOVERNMENT_TOPICS;
}

const SELF = [
  ["街道办事处", "我街道"],
  ["镇人民政府", "我镇"],
  ["乡人民政府", "我乡"],
  ["省人民政府", "我省"],
  ["市人民政府", "我市"],
  ["县人民政府", "我县"],
  ["区人民政府", "我区"],
  ["办公厅", "我厅"],
  ["办公室", "我办"],
  ["委员会", "我委"],
  ["厅", "我厅"],
  ["局", "我局"],
] as const;

function selfName(agency: DemoAgency): string {
  return SELF.find(([end]) => agency.name.endsWith(end))?.[1] ?? "本机关";
}
