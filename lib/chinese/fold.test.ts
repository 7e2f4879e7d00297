import fc from "fast-check";
import { expect, test } from "vitest";
import { fold, foldWithOffsets } from "./fold.ts";
import { traditionalShare } from "./simplify.ts";

test.each([
  ["政務公開", "政务公开"],
  ["行政復議", "行政复议"],
  ["標(biāo)題、發(fā)布機(jī)構(gòu)", "标题、发布机构"],
  ["我們(men)", "我们"],
  ["２０２３年（全角）", "2023年(全角)"],
  ["著力加強，成效顯著", "着力加强,成效显著"],
  ["乾隆年間、乾燥", "乾隆年间、干燥"],
  ["协议(IP)、街道(镇)", "协议(IP)、街道(镇)"],
  ["标(bia\u0304o)准", "标准"],
  ["政\u200B务公\u00AD开2023\uFEFF年", "政务公开2023年"],
  ["a\u200Db", "a\u200Db"],
])("fold %s", (text, expected) => {
  expect(fold(text)).toBe(expected);
});

test("Simplified text that uses 著 rightly is left alone", () => {
  for (const text of ["成效显著", "土著居民", "著作权", "名著重印"]) expect(fold(text)).toBe(text);
});

test("an index in the folded text leads back to the character it came from", () => {
  const text = "索引號(hào)：２０２４";
  const folded = foldWithOffsets(text);
  expect(folded.text).toBe("索引号:2024");
  expect(text.slice(folded.at(folded.text.indexOf(":")))).toBe("：２０２４");
  expect(text.slice(folded.at(folded.text.indexOf("24")))).toBe("２４");
  expect(folded.at(folded.text.length)).toBe(text.length);
});

test("an index leads back over characters that nobody sees", () => {
  const text = "政\u200B务\u2060公開(kāi)了";
  const folded = foldWithOffsets(text);
  expect(folded.text).toBe("政务公开了");
  expect(text.slice(folded.at(3))).toBe("開(kāi)了");
  expect(text.slice(folded.at(4))).toBe("了");
});

test("a character that needs two units keeps the rest in place", () => {
  const text = "㗲政務𠮷開";
  const folded = foldWithOffsets(text);
  expect(folded.text).toBe(fold(text));
  expect(text.slice(folded.at(folded.text.indexOf("务")))).toBe("務𠮷開");
  expect(text.slice(folded.at(folded.text.indexOf("开")))).toBe("開");
});

const word = fc.constantFrom(
  "標(biāo)",
  "題",
  "１２",
  "（六）",
  "著力",
  "㗲",
  "ﬁ",
  "e\u0301",
  "a",
  "?",
  "\ufffd",
);

test("both foldings agree and offsets never go backwards", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(word, fc.string({ unit: "grapheme" }))), (parts) => {
      const text = parts.join("");
      const folded = foldWithOffsets(text);
      expect(folded.text).toBe(fold(text));
      for (let index = 1; index <= folded.text.length; index++)
        expect(folded.at(index)).toBeGreaterThanOrEqual(folded.at(index - 1));
    }),
  );
});

test("the script of a text is measured on its Chinese characters alone", () => {
  expect(traditionalShare("2023, none")).toBe(0);
  expect(traditionalShare("本年度报告")).toBe(0);
  expect(traditionalShare("規範務")).toBe(1);
});
