import { describe, expect, it } from "vitest";
import { fitOf, spelledAgency, spelledRegion, typed, typedWords } from "./suggest-words.ts";

const AGENCY = spelledAgency(
  ["元江哈尼族彝族傣族自治县人民政府办公室"],
  "元江哈尼族彝族傣族自治县",
);
const REGION = spelledRegion("洛江区");
/** Whether each word that is asked for begins one of the words of a name. */
const finds = ({ tokens }: { tokens: readonly string[] }, q: string) => {
  const words = typedWords(typed(q));
  return words.length > 0 && words.every((word) => tokens.some((token) => token.startsWith(word)));
};

describe("what is typed finds a name", () => {
  it.each([
    "元",
    "元江",
    "元江县",
    "元江县人民政府",
    "元江县政府办",
    "自治县人民",
    "2023年元江县政府信息公开工作年度报告",
    "元江縣人民政府辦公室",
    "yuanjiang",
    "yuan jiang",
    "yuanjiangx",
    "yjx",
    "ｙｊｘ",
  ])("an agency by %s", (q) => expect(finds(AGENCY, q)).toBe(true));
  it.each(["洛江", "洛江区", "洛", "luojiang", "ljq"])("a region by %s", (q) =>
    expect(finds(REGION, q)).toBe(true),
  );
  it.each(["元阳", "江元", "洛江区政府办公室", "yuanyang", "2023年", "!?", ""])(
    "not by %j",
    (q) => {
      expect(finds(AGENCY, q) && finds(REGION, q)).toBe(false);
    },
  );
});

it("the whole name stands before its beginning, that before its middle", () => {
  const fits = ["洛江区", "洛江", "江区", "区洛"].map((q) => fitOf(q, REGION.forms));
  expect(fits).toEqual([0, 0, 2, 3]);
  expect(fitOf("luoj", REGION.forms)).toBe(1);
});
