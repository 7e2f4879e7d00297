import { expect, test } from "vitest";
import { counted } from "./counted.ts";

test.each([
  [0, "0 rows are"],
  [1, "1 row is"],
  [2, "2 rows are"],
])("%d takes the words that fit it", (count, words) => {
  expect(counted(count, "row is", "rows are")).toBe(words);
});
