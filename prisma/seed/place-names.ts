/** Names of invented places. Each says so itself: 演示, 示例, 虚拟, 样本 stand in no real place name of GB/T 2260. */

export const PROVINCE_CODE = "990000";
export const PROVINCE_NAME = "演示省";

const CITY_WORDS =
  "安川宁江州平庆源昌和阳泰兴康永嘉德信义仁礼智诚明光华锦瑞祥福寿乐怡景秀丽清雅文武新春夏秋冬云霞星月海湖河泉溪潭洲岛港湾岭峰岩谷原野林森松柏杨柳梅兰竹菊桃杏桂枫荷莲";
const COUNTY_WORDS = "阳河山林泉湖岭桥溪塘港原峰洲谷湾台关坪渡";
const TOWN_FIRST = "青白红金石龙凤云清长";
const TOWN_LAST = "泉坡桥湾岭塘田店坝台";
const COUNTY_KINDS = ["县", "县", "区", "县", "市"] as const;
const TOWN_KINDS = ["镇", "乡", "镇", "街道", "镇"] as const;

/** How many cities have a name of their own. */
export const CITY_LIMIT = CITY_WORDS.length;

/** The city with this number, from 0: 示例安市. */
export function cityName(index: number): string {
  return `示例${letter(CITY_WORDS, index)}市`;
}

/** A county by its number in the province, from 0: 虚拟阳县; after the first twenty with two characters. */
export function countyName(index: number): string {
  const size = COUNTY_WORDS.length;
  const round = Math.floor(index / size);
  const first = round === 0 ? "" : letter(CITY_WORDS, round - 1);
  return `虚拟${first}${letter(COUNTY_WORDS, index)}${COUNTY_KINDS[index % COUNTY_KINDS.length]}`;
}

/** A town by its number, from 0: 样本青泉镇. A hundred in a row differ, so no county has two of one name. */
export function townName(index: number): string {
  const tens = Math.floor(index / TOWN_FIRST.length);
  const name = `${letter(TOWN_FIRST, index)}${letter(TOWN_LAST, tens + index)}`;
  return `样本${name}${TOWN_KINDS[(tens + index) % TOWN_KINDS.length]}`;
}

function letter(words: string, index: number): string {
  return words.charAt(index % words.length);
}
