import { expect, test } from "vitest";
import { doubtGroups, groupCount, nextGroup } from "./doubt-groups.ts";

const doubt = (cell: string, zh: string, rule = "read.figure") => ({
  cell,
  rule,
  message: { zh, en: zh },
});
const glued = {
  ...doubt("a.b.c", "连写", "read.glued"),
  candidates: [{ "a.b.c": "1", "a.b.d": "2" }],
};
const { doubtful, missing } = doubtGroups([
  glued,
  { ...glued, cell: "a.b.d" },
  doubt("x.y.z", "存疑"),
  doubt("m.n.o", "没有读到", "read.missing"),
]);

test("cells of one message are one doubt, with its ways of reading; what the source lacks stands apart", () => {
  expect(doubtful).toMatchObject([
    { cells: ["a.b.c", "a.b.d"], candidates: glued.candidates },
    { cells: ["x.y.z"], candidates: [] },
  ]);
  expect(missing).toMatchObject([{ cells: ["m.n.o"] }]);
  expect(doubtGroups([])).toEqual({ doubtful: [], missing: [] });
});

test("next and previous go round, from wherever one stands", () => {
  expect(nextGroup(doubtful, null, 1)).toBe(doubtful[0]);
  expect(nextGroup(doubtful, "elsewhere", -1)).toBe(doubtful[1]);
  expect(nextGroup(doubtful, "a.b.d", 1)).toBe(doubtful[1]);
  expect(nextGroup(doubtful, "x.y.z", 1)).toBe(doubtful[0]);
  expect(nextGroup(doubtful, "a.b.c", -1)).toBe(doubtful[1]);
  expect(nextGroup([], null, 1)).toBeUndefined();
});

test("two rows of the same words are two doubts, what is said of a table is one", () => {
  const rows = doubtGroups([
    doubt("t.one.a", "连写", "read.gluedOpen"),
    doubt("t.one.b", "连写", "read.gluedOpen"),
    doubt("t.two.a", "连写", "read.gluedOpen"),
  ]).doubtful;
  expect(rows.map(({ cells }) => cells)).toEqual([["t.one.a", "t.one.b"], ["t.two.a"]]);
  const table = doubtGroups([
    doubt("t.one.a", "没有框线", "read.loose"),
    doubt("t.two.a", "没有框线", "read.loose"),
  ]).doubtful;
  expect(table.map(({ cells }) => cells)).toEqual([["t.one.a", "t.two.a"]]);
});

test("what there is to settle is counted as it is shown, what the source lacks with it", () => {
  const rows = [
    doubt("t.one.a", "连写", "read.gluedOpen"),
    doubt("t.one.b", "连写", "read.gluedOpen"),
    doubt("t.two.a", "没有", "read.missing"),
    doubt("t.two.b", "没有", "read.missing"),
  ];
  expect(groupCount(rows)).toBe(2);
  expect(groupCount([])).toBe(0);
});

test("what the original says otherwise stands for what was open on the same cell", () => {
  const message = { zh: "旧", en: "old" };
  const open = { cell: "t.one.a", rule: "read.figure", message };
  const other = { cell: "t.one.a", rule: "read.otherFile", message: { zh: "不同", en: "differs" } };
  expect(doubtGroups([open, other]).doubtful.map(({ rule }) => rule)).toEqual(["read.otherFile"]);
});
