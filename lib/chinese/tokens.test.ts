import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calledName, shortForms, stemOf } from "./names.ts";
import { pinyinOf } from "./pinyin.ts";
import { regionNames } from "./region-names.ts";
import { segment } from "./segment.ts";
import { agencyWords, opaque, queryWords, regionWords, textWords } from "./tokens.ts";

describe("names", () => {
  it.each([
    ["洛江区", "洛江"],
    ["元江哈尼族彝族傣族自治县", "元江"],
    ["西双版纳傣族自治州", "西双版纳"],
    ["延边朝鲜族自治州", "延边"],
    ["西藏自治区", "西藏"],
    ["内蒙古自治区", "内蒙古"],
    ["新疆维吾尔自治区", "新疆"],
    ["广西壮族自治区", "广西"],
    ["红土崖镇", "红土崖"],
    ["澧江街道", "澧江"],
    ["那诺乡", "那诺"],
    ["城区", "城区"],
    ["东乡族自治县", "东乡"],
  ])("the stem of %s is %s", (name, stem) => expect(stemOf(name)).toBe(stem));

  it("an autonomous county is called by its stem and its kind", () => {
    expect(calledName("元江哈尼族彝族傣族自治县")).toBe("元江县");
    expect(calledName("洛江区")).toBeNull();
  });
  it("short forms of organs", () => {
    expect(shortForms("元江县人民政府办公室")).toContain("元江县政府办");
    expect(shortForms("柳州市发展和改革委员会")).toContain("柳州市发改委");
    expect(shortForms("某某博物馆")).toEqual([]);
  });
  it("pinyin and initials", () => {
    expect(pinyinOf("元江县")).toEqual({ full: "yuanjiangxian", initials: "yjx" });
    expect(pinyinOf("abc")).toEqual({ full: "", initials: "" });
  });
});

describe("segment", () => {
  const parts = (text: string) => segment(text).find((word) => word.text === text)?.parts;
  it("parts of a word stand where the word may be cut: 民政 is none in 人民政府", () => {
    expect(parts("人民政府")).toEqual(["人民", "政府"]);
    expect(parts("西藏自治区人民政府")).toContain("人民政府");
  });
  it.each(["依申请公开", "信息处理费", "适老化", "结转", "勾稽关系", "规范性文件"])(
    "%s is one word",
    (word) => expect(queryWords(word)).toEqual([word]),
  );
  it.each([
    "国办公开办函〔2021〕30号",
    "国办公开办函[2021]30号",
    "国办公开办函（2021）30号",
    "国办公开办函【2021】第030号",
  ])("%s: one number however it is punctuated", (text) =>
    expect(queryWords(text)).toContain("2021号30"),
  );
  it("an 索引号 is one word, with and without its punctuation in parts", () => {
    expect(queryWords("000014349/2024-00469")).toEqual(["000014349202400469"]);
    expect(textWords("索引号：000014349/2024-00469")).toContain("00469");
  });
});

describe("tokens", () => {
  it("are opaque, of one width, and a prefix stays a prefix", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", minLength: 1 }),
        fc.string({ unit: "binary" }),
        (a, b) => {
          const token = opaque(a + b);
          expect(token).toMatch(/^z[0-9a-z]+$/);
          expect(token.length).toBe(1 + 4 * [...(a + b)].length);
          if ([...(a + b)].length === [...a].length + [...b].length)
            expect(token.startsWith(opaque(a))).toBe(true);
        },
      ),
    );
  });
  it("different words have different tokens", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (a, b) => {
        expect(opaque(a) === opaque(b)).toBe(a === b);
      }),
    );
  });
  it("a text has every word of itself as a query, in either script and width", () => {
    const texts = [
      "元江县人民政府办公室依申请公开八件",
      "洛江區教育局政務公開行政復議",
      "Ｙｕａｎｊｉａｎｇ２０２３年",
    ];
    for (const text of texts) {
      const words = textWords(text);
      for (const word of queryWords(text)) expect(words).toContain(word);
    }
  });
  it("every county is found by its name and by its stem, alone and before another word", () => {
    const counties = [...regionNames()].filter(
      (name) => /[县区市旗]$/u.test(name) && name.length <= 6,
    );
    const missed = counties.flatMap((name) => {
      const words = new Set([...agencyWords(`${name}教育局`), ...regionWords(name)]);
      const queries = [name, stemOf(name), `${name}教育局`, `${stemOf(name)}教育局`];
      return queries.filter((query) => !queryWords(query).every((word) => words.has(word)));
    });
    expect(counties.length).toBeGreaterThan(2500);
    expect(missed.length / (counties.length * 4)).toBeLessThan(0.01);
  }, 30_000);
});
