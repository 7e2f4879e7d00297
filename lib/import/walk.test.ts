import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { walk } from "./walk.ts";

let root = "";
const at = (...names: string[]) => join(root, ...names);

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "gongkai-walk-"));
  for (const folder of ["given/a", "given/b", "elsewhere"])
    mkdirSync(at(folder), { recursive: true });
  writeFileSync(at("given", "a", "1.txt"), "1");
  writeFileSync(at("elsewhere", "2.txt"), "2");
  for (const name of [".hidden", "results.jsonl"]) writeFileSync(at("given", name), "{}");
  symlinkSync(at("elsewhere"), at("given", "b", "out"));
  symlinkSync(at("elsewhere", "2.txt"), at("given", "b", "2.txt"));
  symlinkSync(at("given", "a"), at("given", "c"));
  symlinkSync(at("given"), at("named"));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function walked(...paths: string[]): Promise<string[]> {
  const found: string[] = [];
  for await (const { below, fault } of walk(paths)) found.push(`${below} ${fault ?? "read"}`);
  return found;
}

test("a link is followed to a file anywhere, to a folder only within those that were named", async () => {
  const inGiven = ["a/1.txt read", "b/2.txt read", "b/out import.outside", "c import.seen"];
  expect(await walked(at("given"))).toEqual(inGiven);
  expect(await walked(at("named"))).toEqual(inGiven);
  expect(await walked(at("given"), at("elsewhere"))).toEqual([
    "a/1.txt read",
    "b/2.txt read",
    "b/out/2.txt read",
    "c import.seen",
    "elsewhere import.seen",
  ]);
});

test("a path that is not there is answered", async () => {
  expect(await walked(at("gone"))).toEqual(["gone import.not-found"]);
});
