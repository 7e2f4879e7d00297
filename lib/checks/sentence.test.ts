import { expect, test } from "vitest";
import { EDITION_2021 } from "../editions/2021.ts";
import { emptyContent } from "../editions/content.ts";
import { RULE_EXAMPLES } from "./examples.ts";
import { runChecks } from "./run.ts";
import { asSentence } from "./sentence.ts";

test.each([
  ["相差 1", "a difference of 1", "相差 1。", "a difference of 1."],
  ["请核对。", "Please check.", "请核对。", "Please check."],
  ["填的是“详见附件…”", "reads “详见附件…”", "填的是“详见附件…”。", "reads “详见附件…”."],
  ["是否填错了列？", "Wrong column?", "是否填错了列？", "Wrong column?"],
])("%s ends as a sentence, once", (zh, en, zhEnded, enEnded) => {
  expect(asSentence({ zh, en })).toEqual({ zh: zhEnded, en: enEnded });
});

test("whatever is open is said in a sentence, in both languages", () => {
  const contents = [
    emptyContent(EDITION_2021.id, 2023),
    ...Object.values(RULE_EXAMPLES).map(({ breaks }) => breaks.content),
  ];
  const open = contents
    .flatMap((content) => runChecks(content, { otherReportIds: ["another"], dueOn: "2022-01-01" }))
    .filter(({ outcome }) => outcome === "fails" || outcome === "cannot-tell");
  expect(new Set(open.map(({ rule }) => rule)).size).toBeGreaterThan(12);
  for (const { message } of open) {
    expect(message.zh).toMatch(/[。？][”）]?$/u);
    expect(message.en).toMatch(/[.?。][”)]?$/u);
  }
});
