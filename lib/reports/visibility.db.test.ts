import { beforeAll, describe, expect, it } from "vitest";
import { db } from "#lib/platform/db.ts";
import { testDatabase } from "#lib/testing/database.ts";
import { reportWorld } from "#lib/testing/report-world.ts";
import { PUBLICATIONS } from "./lifecycle.ts";
import { isVisible, visibleSql, visibleWhere } from "./visibility.ts";

testDatabase();

const NOW = new Date("2024-01-20T02:00:00.500Z");
const HELD = [null, -86_400_000, -1, 0, 1, 86_400_000].map((ms) =>
  ms === null ? null : new Date(NOW.getTime() + ms),
);

const CASES = PUBLICATIONS.flatMap((publication) =>
  HELD.map((heldUntil) => ({ publication, heldUntil })),
);

beforeAll(async () => {
  const { reviewed } = await reportWorld();
  await db().report.createMany({
    data: CASES.map((each, index) => ({
      ...each,
      agencyId: reviewed,
      year: 2000 + index,
      scope: "organ",
      currentVersion: each.publication === "unpublished" ? null : 1,
      withdrawnAt: each.publication === "withdrawn" ? NOW : null,
      withdrawnReason: each.publication === "withdrawn" ? "误" : null,
    })),
  });
});

describe("the one visibility condition", () => {
  const expected = CASES.flatMap((each, index) => (isVisible(each, NOW) ? [2000 + index] : []));

  it("is published, not withdrawn, and not held at this moment", () => {
    expect(CASES.filter((each) => isVisible(each, NOW))).toEqual(
      [null, -86_400_000, -1, 0].map((ms) => ({
        publication: "published",
        heldUntil: ms === null ? null : new Date(NOW.getTime() + ms),
      })),
    );
  });

  it("says the same as a Prisma filter and as SQL", async () => {
    const rows = await db().report.findMany({ where: visibleWhere(NOW), orderBy: { year: "asc" } });
    expect(rows.map(({ year }) => year)).toEqual(expected);
    const raw = await db().$queryRaw<{ year: number }[]>`
      SELECT r.year FROM "Report" r WHERE ${visibleSql("r", NOW)} ORDER BY r.year`;
    expect(raw.map(({ year }) => year)).toEqual(expected);
  });

  it("takes no alias that is not one", () => {
    expect(() => visibleSql("r; DROP", NOW)).toThrow("not an alias");
  });
});
