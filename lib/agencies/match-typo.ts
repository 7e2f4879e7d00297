import { pinyinOf } from "#lib/chinese/pinyin.ts";

/** How far two names are apart: the same but for a slip in the words all organs share, or for a character that may matter. */
export type Slip = "harmless" | "doubtful";

/** Words that tell no organ from another of its kind. */
const COMMON = /人民政府|办公厅|办公室|委员会|办事处|管理局|监督|管理|服务|保障|中心/gu;
const SHORTEST = 4;

/** Whether one name is the other with one character wrong, missing or too many; null where it is further away. */
export function slipBetween(printed: string, known: string): Slip | null {
  const [one, other] = [[...printed], [...known]];
  if (other.length < SHORTEST || Math.abs(one.length - other.length) > 1) return null;
  const start = commonLength(one, other);
  const end = commonLength(one.slice(start).reverse(), other.slice(start).reverse());
  const [wrong, right] = [
    one.slice(start, one.length - end),
    other.slice(start, other.length - end),
  ];
  if (wrong.length > 1 || right.length > 1 || wrong.length + right.length === 0) return null;
  // At the end of a name, one more or less character is another organ (办公厅 below 办公, 局 below a division).
  if (wrong.length !== right.length && end === 0) return "doubtful";
  if (isCommon(known, start)) return "harmless";
  return wrong.length === 1 && right.length === 1 && sounds(wrong, right) ? "harmless" : "doubtful";
}

function commonLength(one: readonly string[], other: readonly string[]): number {
  const index = one.findIndex((character, place) => character !== other[place]);
  return index < 0 ? one.length : index;
}

function isCommon(known: string, place: number): boolean {
  return [...known.matchAll(COMMON)].some(
    ({ index, 0: words }) => place >= index && place < index + words.length,
  );
}

function sounds([wrong = ""]: readonly string[], [right = ""]: readonly string[]): boolean {
  const sound = pinyinOf(wrong).full;
  return sound !== "" && sound === pinyinOf(right).full;
}
