import { expect, it } from "vitest";
import { isForSubmitting, targetOf } from "./live-target.ts";

function fields(...pairs: [string, string][]): FormData {
  const data = new FormData();
  for (const [name, value] of pairs) data.append(name, value);
  return data;
}

it("the address has what is filled in, repeated names included, and nothing blank", () => {
  const data = fields(["q", "公开"], ["year", "2022"], ["year", "2023"], ["received.min", ""]);
  const query = new URLSearchParams({ q: "公开" });
  expect(targetOf("/en/reports", data)).toBe(`/en/reports?${query}&year=2022&year=2023`);
  expect(targetOf("/reports", fields(["q", ""]))).toBe("/reports");
});

it.each([
  ["元江 2023", false],
  ["国办发〔2021〕12号", false],
  ["000014349/2023", true],
  ["０００１４３４９", true],
  ["", false],
])("%s may be a report's own number: %s", (q, isNumber) => {
  expect(isForSubmitting(fields(["q", q]))).toBe(isNumber);
});
