import { beforeAll, expect, it } from "vitest";
import { db } from "#lib/platform/db.ts";
import { testDatabase } from "#lib/testing/database.ts";
import { otherNamesOf } from "./queries-names.ts";

testDatabase();

const AGENCIES = [
  ["centre", "青溪县政务服务中心", ["县政务中心"]],
  ["service", "青溪县政务服务管理局", []],
  ["approval", "青溪县行政审批服务局", ["青溪县审批局"]],
  ["parks", "青溪县园林局", []],
] as const;

beforeAll(async () => {
  const region = { code: "990100", name: "青溪县", stem: "青溪", level: "county" as const };
  await db().region.create({ data: { ...region, path: ["990100"] } });
  for (const [id, name, aliases] of AGENCIES) {
    const place = { level: "county" as const, kind: "department" as const, regionCode: "990100" };
    await db().agency.create({ data: { id, name, aliases: [...aliases], ...place } });
  }
  const succession = (predecessorId: string, successorId: string, kind: "renamed" | "merged") =>
    db().agencySuccession.create({ data: { predecessorId, successorId, kind, year: 2020 } });
  await succession("centre", "service", "renamed");
  await succession("service", "approval", "renamed");
  await succession("parks", "approval", "merged");
});

it("knows an agency by the names of those it was renamed from, one after another, and not by those merged into it", async () => {
  expect((await otherNamesOf("approval")).sort()).toEqual(
    ["县政务中心", "青溪县审批局", "青溪县政务服务中心", "青溪县政务服务管理局"].sort(),
  );
  expect(await otherNamesOf("centre")).toContain("青溪县行政审批服务局");
  expect(await otherNamesOf("parks")).toEqual([]);
  expect(await otherNamesOf("nobody")).toEqual([]);
});
