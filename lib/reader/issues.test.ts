import { expect, test } from "vitest";
import { doubtIssue } from "./issues.ts";

const CANDIDATES = ["1", "2"].map((raw) => ({ a: raw, b: "" }));

test.each([
  [CANDIDATES.slice(0, 1), "有 1 种读法：1 | □。", "there is 1 way: 1 | □."],
  [CANDIDATES, "有 2 种读法：1 | □；2 | □。", "there are 2 ways: 1 | □; 2 | □."],
])(
  "the ways to part glued figures stand apart as each language does it: %j",
  (candidates, zh, en) => {
    const { message } = doubtIssue({ code: "gluedOpen", cells: [], words: "12", candidates });
    expect(message.zh).toContain(zh);
    expect(message.en).toContain(en);
  },
);

test.each([
  [1, "1 was found"],
  [0, "0 were found"],
  [2, "2 were found"],
])("of %d figures apart from their labels the right verb is used", (found, en) => {
  expect(doubtIssue({ code: "parted", cells: ["a"], words: "9", found }).message.en).toContain(
    `1 figure is due, ${en}`,
  );
});

test.each([
  ["9(网上1件)", "“9（网上1件）”只取数字，括号内的说明保留在原文中。"],
  ["其中:网上1件,信函2件", "“其中：网上1件，信函2件”只取数字，括号内的说明保留在原文中。"],
  ["9(1,200)", "“9(1,200)”只取数字，括号内的说明保留在原文中。"],
])("words of the source stand in Chinese sentences as Chinese prints them: %s", (words, zh) => {
  expect(doubtIssue({ code: "remark", cells: [], words }).message.zh).toBe(zh);
});
