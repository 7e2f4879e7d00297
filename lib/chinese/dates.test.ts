import { expect, test } from "vitest";
import { findDates } from "./dates.ts";
import { parseChineseNumber } from "./numerals.ts";

test.each([
  ["2024年1月31日", "2024-01-31"],
  ["二〇二四年一月三十一日", "2024-01-31"],
  ["二○二三年十二月二十日", "2023-12-20"],
  ["二零二一年十月十日", "2021-10-10"],
  ["2024-02-22 10:18:21", "2024-02-22"],
  ["2024/2/5", "2024-02-05"],
  ["2024.12.31", "2024-12-31"],
  ["2024 年 1 月 3 日", "2024-01-03"],
])("a date written as %s", (text, iso) => {
  expect(findDates(`于${text}发布`)).toEqual([{ iso, start: 1, end: expect.any(Number) }]);
});

test.each(["2023年2月30日", "12024-01-01", "2024-13-01", "2024年1月", "1.2.3"])(
  "%s is no date",
  (text) => {
    expect(findDates(text)).toEqual([]);
  },
);

test.each([
  ["十", 10],
  ["十二", 12],
  ["二十", 20],
  ["三十一", 31],
  ["一百零五", 105],
  ["两千三百", 2300],
  ["一万二千", 12000],
  ["二〇二四", 2024],
  ["甲", null],
  ["", null],
])("the numeral %s", (text, value) => {
  expect(parseChineseNumber(text)).toBe(value);
});
