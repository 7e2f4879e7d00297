import { describe, expect, it } from "vitest";
import { GOLDEN_PLACES } from "./testing/golden.ts";
import { placeSpans, understand } from "./understand.ts";

const read = (q: string) => {
  const { lifted, words, phrases, rest, dropped } = understand(q, GOLDEN_PLACES);
  return {
    lifted: lifted.map(({ facet, value }) => `${facet}=${value}`),
    words,
    phrases,
    rest,
    dropped,
  };
};

describe("a query is understood before it is searched", () => {
  it.each([
    ["2023年元江县年报", ["year=2023", "region=530428"], []],
    [
      "玉溪市元江县人民政府办公室2023年政府信息公开工作年度报告",
      ["year=2023", "region=530428"],
      ["人民政府", "办公室"],
    ],
    ["２０２３年度 柳南區", ["year=2023", "region=450204"], []],
    ["北京朝阳区", ["region=110105"], []],
    ["朝阳区", ["region=220104", "region=110105"], []],
    ["2021-2023 复议", ["year=2021", "year=2022", "year=2023"], ["复议"]],
    ["省级 公报", ["level=province"], ["公报"]],
    ["公安局", [], ["公安局"]],
    ["新华书店", [], ["新华书店"]],
    ["国办公开办函〔2021〕30号", [], ["国", "办公", "开办", "函", "2021号30"]],
    ["000014349/2024-00469", [], ["000014349202400469"]],
    ["政府信息公开工作年度报告", [], ["政府信息公开", "工作", "年度报告"]],
    ["yuan jiang", [], ["yuanjiang"]],
    ["", [], []],
  ])("%s", (q, lifted, words) => {
    const { lifted: found, words: left } = read(q);
    expect(found.toSorted()).toEqual(lifted.toSorted());
    expect(left).toEqual(words);
  });
  it("what is quoted is taken to the letter and lifted by nothing", () => {
    expect(read("“2023年元江县” 复议")).toMatchObject({
      lifted: [],
      phrases: ["2023年元江县"],
      rest: "“2023年元江县” 复议",
    });
  });
  it("the rest is the query without what was lifted, and says the same again", () => {
    const { rest } = read("2023年元江县 适老化");
    expect(rest).toBe("适老化");
    expect(read(rest)).toMatchObject({ lifted: [], words: ["适老化"], rest });
  });
  it("words beyond the tenth are named, not dropped in silence", () => {
    const q = "复议 诉讼 许可 处罚 强制 收费 培训 解读 平台 监督 考核 档案";
    const { words, dropped } = read(q);
    expect(words).toHaveLength(10);
    expect(dropped).toEqual(["考核", "档案"]);
  });
  it("a place is looked up by every piece of the query, within a bound", () => {
    expect(placeSpans("元江县年报")).toEqual(expect.arrayContaining(["元江县", "元江"]));
    expect(placeSpans("元".repeat(200)).length).toBeLessThanOrEqual(800);
  });
});
