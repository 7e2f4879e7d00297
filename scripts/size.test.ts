import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const files = globSync("{app,components,lib,i18n,prisma,scripts}/**/*.{ts,tsx,mjs}", { cwd: root });
const sizes = files.map((file) => ({
  file,
  lines: readFileSync(join(root, file), "utf8").split("\n").length - 1,
}));

test("no file is longer than 400 lines", () => {
  expect(files.length).toBeGreaterThan(100);
  expect(sizes.filter(({ lines }) => lines > 400)).toEqual([]);
});

test("half of all files are short (60 lines), nearly all under 250", () => {
  const sorted = sizes.map(({ lines }) => lines).sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0;
  expect(at(0.5)).toBeLessThanOrEqual(60);
  expect(at(0.95)).toBeLessThanOrEqual(250);
});
