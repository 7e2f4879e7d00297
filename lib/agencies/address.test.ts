import { expect, test } from "vitest";
import { agencyIdIn, wordIn } from "./address.ts";

test("an id is read as the address spells it", () => {
  expect(agencyIdIn("450204-government")).toBe("450204-government");
  expect(agencyIdIn("%E7%94%B2%20x")).toBe("甲 x");
});

test.each(["%", "%E0%A4", "%00", "a%00b", "%0a", "", "x".repeat(65)])(
  "%j is no id, and no fault of the server",
  (segment) => expect(agencyIdIn(segment)).toBeNull(),
);

test("a word loses what no text of the database can hold", () => {
  expect(wordIn(" 柳南\u0000区 ", 60)).toBe("柳南区");
  expect(wordIn(["甲", "乙"], 60)).toBe("甲");
  expect(wordIn("甲乙丙", 2)).toBe("甲乙");
  expect(wordIn("甲\u{20000}", 2)).toBe("甲\ufffd");
  expect(wordIn(undefined, 60)).toBe("");
});
