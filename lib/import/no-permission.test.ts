import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { examine } from "./examine.ts";
import { refusedFor } from "./refused-for.ts";
import { walk } from "./walk.ts";

const NOBODY = 65534;
const isRoot = process.geteuid?.() === 0;
const folder = mkdtempSync(join(tmpdir(), "gongkai-permission-"));

// The system's administrator may open everything: the test steps back from that.
beforeAll(() => {
  chmodSync(folder, 0o755);
  mkdirSync(join(folder, "a"));
  writeFileSync(join(folder, "b.txt"), "年报");
  for (const name of ["a", "b.txt"]) chmodSync(join(folder, name), 0);
  if (isRoot) process.seteuid?.(NOBODY);
});
afterAll(() => {
  if (isRoot) process.seteuid?.(0);
  chmodSync(join(folder, "a"), 0o755);
  rmSync(folder, { recursive: true, force: true });
});

it("a folder and a file that may not be opened are said to be just that", async () => {
  const options = {
    ...{ reader: { read: () => Promise.reject(new Error("read")), close: async () => undefined } },
    ...{ sourceBase: null, clock: () => new Date(), resumed: null },
    owner: { agencyId: null, region: null, map: new Map(), match: () => Promise.reject() },
  };
  const codes: string[] = [];
  for await (const file of walk([folder])) {
    const { items } = await examine(file, options);
    codes.push(...items.map(({ line }) => `${file.below} ${line.outcome} ${line.code}`));
  }
  expect(codes).toEqual(["a refused import.no-permission", "b.txt refused import.no-permission"]);
});

it.each([
  ["import.no-permission", "no-permission"],
  ["import.forbidden", "forbidden"],
  ["import.not-stored", "not-stored"],
  ["files.unavailable", "not-stored"],
  ["reader.empty", "unread"],
  ["import.loop", "unread"],
  [null, "unread"],
] as const)("%s counts as %s", (code, reason) => {
  expect(refusedFor(code)).toBe(reason);
});
