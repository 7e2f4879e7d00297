import fc from "fast-check";
import { expect, test } from "vitest";
import { EDITIONS } from "#lib/editions/registry.ts";
import { figuresOf } from "./damage.ts";
import { printed, reportBlocks } from "./layouts.ts";
import { type PdfShape, PLAIN_PDF, writePdf } from "./pdf.ts";

const shape: fc.Arbitrary<PdfShape> = fc.record({
  coding: fc.constantFrom("predefined", "to-unicode"),
  rules: fc.constantFrom("lines", "bars"),
  turned: fc.constantFrom("no", "page", "text"),
  isBold: fc.boolean(),
  isRuled: fc.boolean(),
  isNarrow: fc.boolean(),
  isPaged: fc.boolean(),
  hasRepeatedHeads: fc.boolean(),
  hasSplitRows: fc.boolean(),
  align: fc.constantFrom("left", "centre", "right"),
  isTop: fc.boolean(),
  order: fc.constantFrom("printed", "columns", "backwards"),
});

test("every figure stands on a page of the file, whatever the shape", () => {
  fc.assert(
    fc.property(fc.constantFrom(...EDITIONS), shape, (form, look) => {
      const figures = figuresOf(form);
      const grids = new Map(form.tables.map((one) => [one.key as string, printed(one, figures)]));
      const { bytes, places } = writePdf(reportBlocks(form, form.validFrom, grids), look);
      const file = Buffer.from(bytes).toString("latin1");
      const count = Number(/\/Type\/Pages\/Count (\d+)/.exec(file)?.[1]);
      expect(file.startsWith("%PDF-1.7")).toBe(true);
      expect(places.size).toBe(figures.size);
      for (const { page } of places.values()) expect(page).toBeLessThanOrEqual(count);
    }),
    { numRuns: 30 },
  );
});

test("the plain shape draws rules and texts, nothing turned", () => {
  const { bytes } = writePdf(
    ["甲", [[{ text: "1", cell: "a.b.c", colSpan: 1, rowSpan: 1 }]]],
    PLAIN_PDF,
  );
  expect(Buffer.from(bytes).toString("latin1")).not.toContain("/Rotate");
});
