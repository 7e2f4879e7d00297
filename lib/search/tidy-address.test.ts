import { expect, test } from "vitest";
import { tidyAddress } from "./tidy-address.ts";

const tidy = (address: string) => {
  const given: Record<string, string[]> = {};
  for (const [name, value] of new URLSearchParams(address))
    given[name] = [...(given[name] ?? []), value];
  return tidyAddress("/reports", given);
};

test.each([
  ["", null],
  ["q=2023年&year=2022&year=2023", null],
  ["region.name=绿", null],
  ["q=", "/reports"],
  ["q=a&received.min=&received.max=&region.name=", "/reports?q=a"],
  ["received.min=&received.max=5", "/reports?received.max=5"],
  ["year=2022&year=&year=2023", "/reports?year=2022&year=2023"],
  ["received.min=x&received.max=", "/reports?received.min=x"],
  ["unknown=1&q=", "/reports?unknown=1"],
])("an address of a form is said without its blanks: %s", (address, said) => {
  expect(tidy(address)).toBe(said);
});

test.each([
  ["a place that was not looked for yet leads to the facet", "a", "", "#facet-region"],
  ["so does another one", "a", "b", "#facet-region"],
  ["one that stands there already does not", "a", "a", ""],
  ["spaces are no place", "  ", "", ""],
])("%s", (_, text, asked, anchor) => {
  const given = { q: "x", "region.name": text, "region.asked": asked };
  const kept = new URLSearchParams({ q: "x", "region.name": text });
  expect(tidyAddress("/reports", given)).toBe(`/reports?${kept}${anchor}`);
});
