import { createHash } from "node:crypto";
import { canonicalJson } from "#lib/audit/hash.ts";
import { fold } from "#lib/chinese/fold.ts";
import type { Cell, ReportContent } from "#lib/editions/content.ts";

const compact = (text: string) => fold(text).replace(/\s+/gu, "");

/** What a report says, whatever file it stood in: the same year, figures and words give the same key (SHA-256, in hex). */
export function contentKey({ year, edition, cells, sections }: ReportContent): string {
  const said = {
    year,
    edition,
    cells: figures(cells),
    sections: Object.fromEntries(sections.map(({ key, text }) => [key, compact(text)])),
  };
  return createHash("sha256").update(canonicalJson(said), "utf8").digest("hex");
}

/** How many figures of two copies of a report differ; a cell that only one of them has differs. */
export function differingCells(one: ReportContent, other: ReportContent): number {
  const [before, after] = [figures(one.cells), figures(other.cells)];
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].filter((key) => canonicalJson(before[key]) !== canonicalJson(after[key])).length;
}

function figures(cells: ReportContent["cells"]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(cells).map(([key, cell]) => [key, said(cell)]));
}

function said({ state, value, unit, raw }: Cell): unknown {
  return [state, value, unit ?? null, state === "text" ? compact(raw) : null];
}
