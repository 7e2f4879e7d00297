import { expect, test } from "vitest";
import { runChecks } from "#lib/checks/run.ts";
import { editionById } from "#lib/editions/registry.ts";
import { consistentContent, numberCell, withCells } from "#lib/testing/content.ts";
import { circled, markCells, numberIssues, withOriginals } from "./issue-marks.ts";

const edition = editionById("2021");
if (!edition) throw new Error("the tests need an edition");
const sound = consistentContent(edition, 7);
const keyed = (content: typeof sound) =>
  runChecks(content).map((issue) => ({ ...issue, key: issue.instance }));

test("a sound report has nothing to mark", () => {
  expect(markCells(numberIssues(keyed(sound), edition), edition, sound.cells).size).toBe(0);
});

test("R04: the row of a failing sum is framed and leads to its sentence", () => {
  const key = "remedies.litigationAfterReconsideration.total";
  const broken = withCells(sound, { [key]: numberCell(9999) });
  const numbered = numberIssues(keyed(broken), edition);
  expect(numbered[0]).toMatchObject({ number: 1, issue: { rule: "R04" } });
  expect(markCells(numbered, edition, broken.cells).get(key)).toEqual({
    numbers: [1],
    isFramed: true,
  });
});

test("R01: of a long column only the sum is framed", () => {
  const key = "requests.denied.stateSecret.company";
  const broken = withCells(sound, { [key]: numberCell(5000) });
  const marks = markCells(numberIssues(keyed(broken), edition), edition, broken.cells);
  expect(marks.get("requests.handled.company")?.isFramed).toBe(true);
  expect(marks.has("requests.granted.company")).toBe(false);
});

test("R02: a zero beside a figure is left alone, a side of zeros is framed at its first cell", () => {
  const zero = numberCell(0);
  const broken = withCells(sound, {
    "requests.received.research": zero,
    "requests.carriedIn.research": zero,
    "requests.handled.research": numberCell(1),
    "requests.carriedOut.research": zero,
  });
  const issue = keyed(broken).find(({ instance }) => instance === "R02.research");
  if (!issue) throw new Error("R02.research was not checked");
  const marks = markCells([{ number: 1, issue }], edition, broken.cells);
  expect([...marks.keys()]).toEqual(["requests.received.research", "requests.handled.research"]);
});

test("a blank is no error: it is not framed", () => {
  const key = "requests.denied.stateSecret.company";
  const blank = withCells(sound, { [key]: { raw: "", value: null, state: "blank" } });
  const marks = markCells(numberIssues(keyed(blank), edition), edition, blank.cells);
  expect([...marks.values()].some(({ isFramed }) => isFramed)).toBe(false);
});

test("what the original says otherwise is marked beside an issue, and where there is none", () => {
  const [failing, other] = ["remedies.reconsideration.total", "requests.granted.company"];
  const before = new Map([[failing, { numbers: [1], isFramed: true }]]);
  const marks = withOriginals(before, { [failing]: "3", [other]: "" });
  expect(marks.get(failing)).toEqual({ numbers: [1], isFramed: true, original: "3" });
  expect(marks.get(other)).toEqual({ numbers: [], isFramed: false, original: "" });
  expect(before.size).toBe(1);
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
