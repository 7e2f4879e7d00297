import { expect, test } from "vitest";
import { EDITIONS } from "../editions/registry.ts";
import { sumInstances } from "../editions/sum-instances.ts";
import { placeName } from "./place-name.ts";

const edition = EDITIONS[1];
if (!edition) throw new Error("no second edition");

test("a sum is named by its line, a cell by its row and column, a rule about the report by its name", () => {
  expect(placeName(edition, "R02.naturalPerson").zh).toBe("自然人列");
  expect(placeName(edition, "R04.litigationAfterReconsideration").zh).toBe("行政诉讼 复议后起诉");
  expect(placeName(edition, "R15.requests.carriedIn.company").zh).toContain("“商业企业”列");
  expect(placeName(edition, "R14").zh).not.toContain("R14");
});

test("no sum of any edition is named by its key", () => {
  for (const each of EDITIONS)
    for (const { id, line } of sumInstances(each)) {
      expect(placeName(each, id).zh).not.toContain(line);
      expect(placeName(each, id).zh).not.toMatch(/^R\d\d/);
    }
});
