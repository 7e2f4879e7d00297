import { expect, test } from "vitest";
import { localeOf, localePath, withoutLocale } from "./path.ts";

test("the first language has no prefix, the second has one", () => {
  expect(localePath("zh-CN", "/reports?year=2023")).toBe("/reports?year=2023");
  expect(localePath("en", "/reports?year=2023")).toBe("/en/reports?year=2023");
  expect(localePath("en", "/")).toBe("/en");
});

test("switching the language keeps the path", () => {
  for (const path of ["/", "/agencies/a/2023", "/reports?q=%E5%A4%8D%E8%AE%AE"])
    expect(withoutLocale(localePath("en", path))).toBe(path);
  expect(withoutLocale("/en?page=2")).toBe("/?page=2");
});

test("a path that only begins like a language is left alone", () => {
  expect(withoutLocale("/england")).toBe("/england");
});

test("the address decides the language", () => {
  expect(localeOf("/en")).toBe("en");
  expect(localeOf("/en/agencies/a")).toBe("en");
  expect(localeOf("/england")).toBe("zh-CN");
  expect(localeOf("/")).toBe("zh-CN");
});
