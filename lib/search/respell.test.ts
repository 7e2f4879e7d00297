import { describe, expect, it } from "vitest";
import { opaque } from "#lib/chinese/tokens.ts";
import { respellings, soundsAndShapes, suspects } from "./respell.ts";
import { spelledRegion } from "./suggest-words.ts";

const name = (region: string, standing = 8) => ({ ...spelledRegion(region), standing });
const KNOWN = [
  name("元江哈尼族彝族傣族自治县"),
  name("柳州市"),
  name("柳南区", 16),
  name("沅江市"),
  name("未央区"),
  name("巴中市"),
  name("颍上县"),
  name("亳州市"),
  name("平和县"),
];

describe("a name gone wrong", () => {
  it.each([
    ["园江", ["元江", "沅江"]],
    ["园江县", ["元江县"]],
    ["圆江县2023年年报", ["元江县2023年年报"]],
    ["柳洲", ["柳州"]],
    ["柳洲市 复议", ["柳州市 复议"]],
    ["抑州市", ["柳州市"]],
    ["末央区", ["未央区"]],
    ["颖上县", ["颍上县"]],
    ["毫州", ["亳州"]],
    ["行政付议", ["行政复议"]],
    ["依申請工開", ["依申请公开"]],
    ["政策解渎", ["政策解读"]],
  ])("%s may be %j", (q, meant) => {
    const found = respellings(q, KNOWN).map((each) => each.q);
    for (const each of meant) expect(found).toContain(each);
    expect(found[0]).toBe(meant[0]);
  });
  it.each(["元江", "柳州市", "元江县 复议", "", "2023", "yuanjiang", "“园江”", "'); --", "龘龘龘"])(
    "%s is left as it is",
    (q) => {
      expect(respellings(q, KNOWN)).toEqual([]);
    },
  );
});

it("what is looked up is the sound of a piece and its look-alikes, and is bounded", () => {
  expect(soundsAndShapes(suspects("园江"))).toEqual(["yuanjiang", "圆江"].map(opaque));
  const long = suspects("柳洲市园江县颖上县毫州市末央区".repeat(20));
  expect(long.length).toBeLessThanOrEqual(100);
  expect(soundsAndShapes(long).length).toBeLessThanOrEqual(1000);
});
