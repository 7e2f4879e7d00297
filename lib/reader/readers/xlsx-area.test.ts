import { expect, test } from "vitest";
import { Area } from "./xlsx-area.ts";

const range = (row: number, column: number, height: number, width: number) => ({
  from: { row, column },
  to: { row: row + height - 1, column: column + width - 1 },
});

test("an area has the cells of its ranges and no others", () => {
  const area = new Area({ ranges: 10, cells: 1000 });
  area.add(range(2, 2, 3, 3));
  area.add(range(10, 1, 100, 100));
  expect(area.has({ row: 2, column: 2 })).toBe(true);
  expect(area.has({ row: 4, column: 4 })).toBe(true);
  expect(area.has({ row: 4, column: 5 })).toBe(false);
  expect(area.has({ row: 109, column: 100 })).toBe(true);
  expect(area.has({ row: 7, column: 4 })).toBe(false);
});

test("beyond its budget an area has what lies between ranges, and nothing around them", () => {
  const area = new Area({ ranges: 1, cells: 1 });
  for (const row of [1, 5, 9, 13]) area.add(range(row, 3, 2, 1));
  expect(area.has({ row: 7, column: 3 })).toBe(true);
  expect(area.has({ row: 3, column: 3 })).toBe(false);
  expect(area.has({ row: 7, column: 4 })).toBe(false);
  expect(area.has({ row: 15, column: 3 })).toBe(false);
});

test("ranges that an area has are not counted twice", () => {
  const budget = { ranges: 2, cells: 10 };
  const area = new Area(budget);
  for (let count = 0; count < 5; count++) {
    area.add(range(1, 1, 100, 100));
    area.add(range(1, 1, 2, 2));
  }
  expect(budget).toEqual({ ranges: 1, cells: 6 });
});
