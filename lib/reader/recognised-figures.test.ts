import { describe, expect, it } from "vitest";
import type { Edition } from "#lib/editions/edition.ts";
import { EDITIONS } from "#lib/editions/registry.ts";
import { figuresOf } from "#lib/testing/reports/damage.ts";
import { printed, reportBlocks } from "#lib/testing/reports/layouts.ts";
import { PLAIN_PDF, writePdf } from "#lib/testing/reports/pdf.ts";
import { readSource } from "./read.ts";

/** A scan of a report over which a program laid what it recognised, some figures otherwise than they are. */
async function scanned(form: Edition, mistakes: Readonly<Record<string, string>> = {}) {
  const zeros = [...figuresOf(form).keys()].map((key) => [key, "0"] as const);
  const figures = new Map([...zeros, ...Object.entries(mistakes)]);
  const grids = new Map(form.tables.map((one) => [one.key as string, printed(one, figures)]));
  const blocks = reportBlocks(form, form.validFrom, grids);
  const { bytes } = writePdf(blocks, { ...PLAIN_PDF, isRecognised: true });
  const read = await readSource(bytes, "x");
  if (!read.ok) throw new Error(read.refusal.code);
  const issue = read.value[0]?.issues.find(({ rule }) => rule === "read.recognised");
  return new Set(issue?.cells);
}

describe.each(EDITIONS.map((form) => [form.id, form] as const))("%s", (_id, form) => {
  it("leaves figures to be compared where no sum bears them out", async () => {
    const open = await scanned(form);
    expect(open).toContain(`proactive.regulations.${form.validFrom < 2021 ? "published" : "made"}`);
    expect(open).not.toContain("requests.received.naturalPerson");
  });

  it("leaves all figures of a sum that a mistaken digit breaks", async () => {
    const open = await scanned(form, { "requests.received.naturalPerson": "7" });
    expect(open).toContain("requests.received.naturalPerson");
  });
});
