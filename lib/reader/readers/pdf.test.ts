import { expect, test } from "vitest";
import { EDITIONS } from "#lib/editions/registry.ts";
import { figuresOf } from "#lib/testing/reports/damage.ts";
import { printed, reportBlocks } from "#lib/testing/reports/layouts.ts";
import { type PdfShape, PLAIN_PDF, writePdf } from "#lib/testing/reports/pdf.ts";
import { readSource } from "../read.ts";

const SHAPES: Readonly<Record<string, Partial<PdfShape>>> = {
  "ruled, as printed": {},
  "over many pages, heads repeated, rows cut": {
    isPaged: true,
    isNarrow: true,
    hasSplitRows: true,
    coding: "to-unicode",
  },
  "without rules, on turned pages": { isRuled: false, turned: "page" },
  "bars for lines, every text twice, the text turned": {
    rules: "bars",
    isBold: true,
    turned: "text",
    order: "backwards",
  },
  "older figures covered, new ones typed over them": { figures: "covered" },
  "figures typed over the page as notes": { figures: "notes" },
  "figures in the fields of a form": { figures: "fields" },
};

test.each(
  Object.entries(SHAPES).flatMap(([name, shape]) =>
    EDITIONS.map((form) => [`${name}, ${form.id}`, form, shape] as const),
  ),
)("%s: every cell, each with its page", async (_name, form, shape) => {
  const figures = figuresOf(form);
  const grids = new Map(form.tables.map((one) => [one.key as string, printed(one, figures)]));
  const blocks = reportBlocks(form, form.validFrom, grids);
  const { bytes, places } = writePdf(blocks, { ...PLAIN_PDF, ...shape });
  const read = await readSource(bytes, "x");
  if (!read.ok) throw new Error(read.refusal.code);
  const [report] = read.value;
  const cells = Object.entries(report?.content.cells ?? {});
  expect(cells.map(([key, { raw, at, where }]) => [key, raw, at, where])).toEqual(
    [...figures].map(([key, raw]) => [key, raw, null, places.get(key)]),
  );
  expect(report?.format).toBe("pdf");
  expect(report?.content.signedOn).toBe(`${form.validFrom + 1}-01-20`);
});
