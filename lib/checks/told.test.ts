import { expect, test } from "vitest";
import { BLANK_CELL, numberCell } from "#lib/testing/content.ts";
import { EDITION_2021 } from "../editions/2021.ts";
import { emptyContent } from "../editions/content.ts";
import { runChecks } from "./run.ts";
import { isConsequence, isTold } from "./told.ts";

const open = runChecks(emptyContent(EDITION_2021.id, 2023));
const absent = open.find(({ instance }) => instance === "R15.absent.remedies");

test("R15 is told where every cell it is about is in doubt, and not where one is not", () => {
  if (!absent) throw new Error("an empty report lacks its figures");
  const [first = "", ...rest] = absent.cells;
  expect(isTold(absent, new Set([first, ...rest]))).toBe(true);
  expect(isTold(absent, new Set(rest))).toBe(false);
});

test("no other rule is told by a doubt, and what is about no cell is not", () => {
  const all = new Set(open.flatMap(({ cells }) => cells));
  for (const issue of open.filter(({ rule }) => rule !== "R15"))
    expect(isTold(issue, all)).toBe(false);
  expect(isTold({ ...open[0], rule: "R15", cells: [] } as never, all)).toBe(false);
});

test("a sum of figures that are not there is told by them; one of which a single figure is missing says what it would be", () => {
  const unknown = open.filter(({ rule }) => /^R0[123]$/u.test(rule));
  expect(unknown.length).toBeGreaterThan(10);
  for (const issue of unknown) {
    expect(isConsequence(issue, {})).toBe(true);
    const [, ...others] = issue.cells;
    const cells = Object.fromEntries(others.map((key) => [key, numberCell(1)]));
    expect(isConsequence(issue, cells)).toBe(false);
    const blank = Object.fromEntries(issue.cells.map((key) => [key, BLANK_CELL]));
    expect(isConsequence(issue, blank)).toBe(false);
  }
  for (const issue of open.filter(({ rule }) => rule === "R15"))
    expect(isConsequence(issue, {})).toBe(false);
});
