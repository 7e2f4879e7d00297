import { expect, test } from "vitest";
import { doubtIssue } from "./issues.ts";

test.each([
  ["9(网上1件)", "“9（网上1件）”只取数字，括号内的说明保留在原文中。"],
  ["其中:网上1件,信函2件", "“其中：网上1件，信函2件”只取数字，括号内的说明保留在原文中。"],
  ["9(1,200)", "“9(1,200)”只取数字，括号内的说明保留在原文中。"],
])("words of the source stand in Chinese sentences as Chinese prints them: %s", (words, zh) => {
  expect(doubtIssue({ code: "remark", cells: [], words }).message.zh).toBe(zh);
});
