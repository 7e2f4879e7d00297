import { db } from "#lib/platform/db.ts";
import { visibleSql } from "./visibility.ts";

/** The ids after which the second, third … file of the sitemap begins, `size` public reports a file. One query. */
export async function sitemapStarts(now: Date, size: number): Promise<string[]> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT n.id FROM (
      SELECT r.id, row_number() OVER (ORDER BY r.id) AS place, count(*) OVER () AS total
      FROM "Report" r WHERE ${visibleSql("r", now)}
    ) n
    WHERE n.place % ${size}::int = 0 AND n.place < n.total
    ORDER BY n.id`;
  return rows.map(({ id }) => id);
}
