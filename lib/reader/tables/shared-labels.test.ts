import { expect, test } from "vitest";
import { editionById } from "#lib/editions/registry.ts";
import { writeDocx } from "#lib/testing/reports/docx.ts";
import { type Layout, printed, reportBlocks, writeReport } from "#lib/testing/reports/layouts.ts";
import type { Written } from "#lib/testing/reports/written.ts";
import { readSource } from "../read.ts";

const FORM = editionById("2021") ?? expect.unreachable("edition 2021 is known");
const THIRD = "4.保护第三方合法权益";
const INTERNAL = "5.属于三类内部事务信息";

/** Section three with the two rows as one, as a scan's table has them: only the first has a figure. */
function joined(rows: readonly Written[][]): Written[][] {
  const at = rows.findIndex((row) => row.some(({ text }) => text === THIRD));
  return rows.flatMap((row, index) => {
    if (index === at + 1) return [];
    const shorter = row.map((cell) =>
      cell.rowSpan > 1 && index < at
        ? { ...cell, rowSpan: cell.rowSpan - (index > 3 ? 1 : 0) }
        : cell,
    );
    if (index !== at) return [shorter];
    return [
      shorter.map((cell) => {
        if (cell.text === THIRD) return { ...cell, text: `${THIRD} ${INTERNAL}` };
        return { ...cell, text: cell.cell?.endsWith("total") ? "2" : "" };
      }),
    ];
  });
}

const tables = new Map(
  FORM.tables.map(({ key }, index) => {
    const table = FORM.tables[index] ?? expect.unreachable("as many tables");
    const rows = printed(table, new Map());
    return [key as string, key === "requests" ? joined(rows) : rows] as const;
  }),
);

async function doubtedIn(bytes: Uint8Array): Promise<readonly string[]> {
  const result = await readSource(bytes, "x");
  if (!result.ok) throw new Error(result.refusal.code);
  const issues = result.value[0]?.issues ?? [];
  return issues.flatMap(({ rule, cells }) => (rule === "read.sharedLabel" ? cells : []));
}

test.each(["html", "markdown html"] satisfies Layout[])(
  "%s: the figures of two rows whose labels became one are told",
  async (layout) => {
    const bytes = new TextEncoder().encode(writeReport(FORM, 2023, tables, layout));
    expect(await doubtedIn(bytes)).toContain("requests.denied.internalAffairs.total");
  },
);

test("in a document as well", async () => {
  const { bytes } = writeDocx(reportBlocks(FORM, 2023, tables), {
    hasCutRuns: false,
    isTracked: false,
    isNumbered: false,
    isNested: false,
    hasExtras: false,
  });
  expect(await doubtedIn(bytes)).toContain("requests.denied.internalAffairs.total");
});
