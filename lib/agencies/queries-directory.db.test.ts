import { beforeAll, expect, test } from "vitest";
import { testDatabase } from "#lib/testing/database.ts";
import { regionCounts } from "./queries-directory.ts";

const database = testDatabase();

beforeAll(async () => {
  const region = (code: string, level: "province" | "city", path: string[]) => ({
    code,
    name: code,
    stem: code,
    level,
    path,
    parentCode: path.at(-2) ?? null,
  });
  await database.client().region.createMany({
    data: [
      region("110000", "province", ["110000"]),
      region("120000", "province", ["120000"]),
      region("110100", "city", ["110000", "110100"]),
      region("110200", "city", ["110000", "110200"]),
    ],
  });
  const agency = (id: string, regionCode: string) => ({
    id,
    name: id,
    kind: "department" as const,
    level: "city" as const,
    regionCode,
  });
  await database.client().agency.createMany({
    data: [agency("a", "110000"), agency("b", "110100"), agency("c", "110100")],
  });
});

const counts = async (path: string[]) =>
  (await regionCounts(path)).map(({ code, agencies }) => [code, agencies]);

test("provinces count what lies below them, an empty one counts zero", async () => {
  expect(await counts([])).toEqual([
    ["110000", 3],
    ["120000", 0],
  ]);
});

test("below a region only its own children are listed", async () => {
  expect(await counts(["110000"])).toEqual([
    ["110100", 2],
    ["110200", 0],
  ]);
  expect(await counts(["110000", "110100"])).toEqual([]);
});
