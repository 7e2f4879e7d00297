import { expect, test } from "vitest";
import { runChecks } from "#lib/checks/run.ts";
import { editionById } from "#lib/editions/registry.ts";
import { consistentContent, numberCell, withCells } from "#lib/testing/content.ts";
import { circled, markCells, numberIssues } from "./issue-marks.ts";

const edition = editionById("2021");
if (!edition) throw new Error("the tests need an edition");
const sound = consistentContent(edition, 7);
const keyed = (content: typeof sound) =>
  runChecks(content).map((issue) => ({ ...issue, key: issue.instance }));

test("a sound report has nothing to mark", () => {
  expect(markCells(numberIssues(keyed(sound))).size).toBe(0);
});

test("R04: the row of a failing sum is framed and leads to its sentence", () => {
  const key = "remedies.litigationAfterReconsideration.total";
  const broken = withCells(sound, { [key]: numberCell(9999) });
  const numbered = numberIssues(keyed(broken));
  expect(numbered[0]).toMatchObject({ number: 1, issue: { rule: "R04" } });
  expect(markCells(numbered).get(key)).toEqual({ numbers: [1], isFramed: true });
});

test("R01: of a long column only the sum is framed", () => {
  const key = "requests.denied.stateSecret.company";
  const broken = withCells(sound, { [key]: numberCell(5000) });
  const marks = markCells(numberIssues(keyed(broken)));
  expect(marks.get("requests.handled.company")?.isFramed).toBe(true);
  expect(marks.has("requests.granted.company")).toBe(false);
});

test("a blank is no error: it is not framed", () => {
  const key = "requests.denied.stateSecret.company";
  const blank = withCells(sound, { [key]: { raw: "", value: null, state: "blank" } });
  const marks = markCells(numberIssues(keyed(blank)));
  expect([...marks.values()].some(({ isFramed }) => isFramed)).toBe(false);
});

test("numbers in circles", () => {
  expect([1, 20, 21, 35, 36, 50, 51].map(circled)).toEqual([
    "①",
    "⑳",
    "㉑",
    "㉟",
    "㊱",
    "㊿",
    "(51)",
  ]);
});
