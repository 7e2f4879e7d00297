import type { Chance } from "./chance.ts";

/** Who reports: its full name, and what it calls itself. */
export interface Reporter {
  name: string;
  /** 本局, 我镇. */
  self: string;
}

const COUNTIES = ["青溪县", "云岭县", "双河市", "柳湾区", "松原坪县", "石桥区"];
const BUREAUS = [
  "水务局",
  "教育局",
  "司法局",
  "林业和草原局",
  "发展和改革局",
  "住房和城乡建设局",
  "卫生健康委员会",
  "市场监督管理局",
];
const TOWNS = ["白石", "枫林", "大塘", "河口", "新民"];

/** An invented organ of any kind. */
export function reporterOf(chance: Chance): Reporter {
  const county = chance.pick(COUNTIES);
  const town = chance.pick(TOWNS);
  const kind = chance.below(7);
  if (kind === 0) return { name: `${county}人民政府`, self: `我${county.at(-1)}` };
  if (kind === 1) return { name: `${county}人民政府办公室`, self: "本办" };
  if (kind === 2) return { name: `${county}${town}镇人民政府`, self: "我镇" };
  if (kind === 3) return { name: `${county}人民政府${town}街道办事处`, self: "我街道" };
  const bureau = chance.pick(BUREAUS);
  const self = bureau.endsWith("会") ? "我委" : "我局";
  return { name: `${county}${bureau}`, self };
}
