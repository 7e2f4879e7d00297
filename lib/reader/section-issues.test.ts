import { expect, test } from "vitest";
import { EDITION_2021 } from "#lib/editions/2021.ts";
import { SECTION_KEYS, type SectionKey } from "#lib/editions/content.ts";
import { sectionIssues } from "./section-issues.ts";

const TEXTS: Record<SectionKey, string> = {
  overview: "全年办理有序。",
  proactive: "",
  requests: "",
  remedies: "",
  problems: "人手不足，明年增加。",
  other: "没有别的事项。",
};

const said = (texts: Partial<Record<SectionKey, string>>) =>
  sectionIssues(
    EDITION_2021,
    SECTION_KEYS.map((key) => {
      const text = texts[key] ?? TEXTS[key];
      return { key, heading: null, text, raw: text };
    }),
  ).map(({ rule, section }) => `${rule} ${section}`);

test("six sections as they should be leave nothing to say, and an empty one is left to the checks", () => {
  expect(said({})).toEqual([]);
  expect(said({ problems: "" })).toEqual([]);
});

test("the heading of another section within one is told, and so is what is empty beside it", () => {
  const other = "没有别的事项。\n一、 总体情况\n全年办理有序。";
  expect(said({ overview: "", other })).toEqual([
    "read.strayHeading other",
    "read.emptySection overview",
  ]);
  expect(said({ other: "没有六、其他需要报告的事项以外的事项。" })).toEqual([]);
});

test("the title of another report within a section is told", () => {
  const title = "青溪县水务局2022年政府信息公开工作年度报告";
  expect(said({ other: `没有别的事项。\n${title}\n按照要求编制。` })).toEqual([
    "read.strayHeading other",
  ]);
  expect(said({ other: `没有别的事项。\n${title}（试行）` })).toEqual(["read.strayHeading other"]);
  expect(said({ other: `本报告即${title}，没有别的事项。` })).toEqual([]);
});
