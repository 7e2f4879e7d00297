import { expect, test } from "vitest";
import { readInput } from "./read-input.ts";
import { checkRefusalText, statusOf } from "./refusal.ts";

test("a fault of the reader is answered, not thrown at the stranger", async () => {
  const input = { name: "-", bytes: new TextEncoder().encode("年报") };
  const read = await readInput(input, () => Promise.reject(new Error("planted")));
  if (read.ok) throw new Error("nothing was read");
  expect(read.refusal.code).toBe("check.fault");
  expect(statusOf(read.refusal)).toBe(500);
  expect(checkRefusalText(read.refusal).zh).not.toContain("planted");
});
