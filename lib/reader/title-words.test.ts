import { expect, test } from "vitest";
import { readAgency } from "./agency.ts";
import { TITLE_LINE } from "./parts.ts";
import { agencyInTitle, taggedTitle } from "./title.ts";

test.each([
  "政府信息公开工作年度报告",
  "政府信息公开年度报告",
  "政府信息公开工作年报",
  "政府信息公开年度工作报告",
  "政务公开工作年度报告",
])("a report is known by its name wherever it stands: %s", (name) => {
  const title = `元江县教育局2023年${name}`;
  expect(taggedTitle(title)).toEqual({ words: title, kind: "title" });
  expect(agencyInTitle(title)).toBe("元江县教育局");
  expect(TITLE_LINE.test(title)).toBe(true);
  const opening = `现将元江县教育局2023年度${name}公布如下。`;
  const evidence = { title: null, signer: null, publisher: null, opening, sites: [] };
  expect(readAgency(evidence).agency).toBe("元江县教育局");
});

test("an office for openness is an agency, its name no title", () => {
  const name = "元江县政务公开办公室";
  expect(agencyInTitle(`${name}2023年政府信息公开工作年度报告`)).toBe(name);
  expect(TITLE_LINE.test(name)).toBe(false);
});
