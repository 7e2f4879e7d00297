import { expect, test } from "vitest";
import { emptyContent } from "#lib/editions/content.ts";
import { editionById } from "#lib/editions/registry.ts";
import { paragraphsOf, sumName, titleLines, titleOf } from "./report-words.ts";

const untitled = emptyContent("2021", 2023);

test("a printed title breaks before its year", () => {
  const content = { ...untitled, title: "甲县人民政府2023年政府信息公开工作年度报告" };
  expect(titleLines(content, "乙县", 2023)).toEqual([
    "甲县人民政府",
    "2023年政府信息公开工作年度报告",
  ]);
  expect(titleOf(content, "乙县", 2023)).toBe(content.title);
});

test("a title that names no agency keeps the agency above it; none at all is composed", () => {
  const bare = { ...untitled, title: "2023年政府信息公开工作年度报告" };
  expect(titleLines(bare, "乙县", 2023)).toEqual(["乙县", bare.title]);
  expect(titleOf(untitled, "乙县", 2023)).toBe("乙县2023年政府信息公开工作年度报告");
});

test("paragraphs without the empty lines between them", () => {
  expect(paragraphsOf("一\n\n一\n ")).toEqual([
    { place: "p0", text: "一" },
    { place: "p1", text: "一" },
  ]);
});

test("a sum has a short name in both languages", () => {
  const edition = editionById("2021");
  if (!edition) throw new Error("the tests need an edition");
  expect(sumName(edition, "R02.naturalPerson", "zh-CN")).toBe("自然人列");
  expect(sumName(edition, "R02.naturalPerson", "en")).toBe("Column Natural persons");
  expect(sumName(edition, "R15", "en")).toBeNull();
});
