import { parseOver } from "#lib/editions/cell-value.ts";
import {
  type Cells,
  type ReportContent,
  SECTION_KEYS,
  type Section,
  type SectionKey,
} from "#lib/editions/content.ts";
import { cellSpecs } from "#lib/editions/edition.ts";
import { editionById } from "#lib/editions/registry.ts";
import { METADATA_FIELDS, type MetadataField } from "./content-schema.ts";
import type { DraftValues } from "./refusal.ts";

/** The revision that changed an address last: `cell:…`, `section:…` or `field:…`. */
export type Touched = Record<string, number>;

const addressesOf = (values: DraftValues): string[] => [
  ...Object.keys(values.cells).map((key) => `cell:${key}`),
  ...Object.keys(values.sections).map((key) => `section:${key}`),
  ...Object.keys(values.metadata).map((key) => `field:${key}`),
];

/** The cells a patch names that the draft's form does not have. */
export function unknownCells(content: ReportContent, patch: DraftValues): string[] {
  const edition = editionById(content.edition);
  const specs = edition ? cellSpecs(edition) : null;
  return Object.keys(patch.cells).filter((key) => !specs?.has(key));
}

/** What stands in the draft at the addresses another set of values names. */
export function valuesAt(content: ReportContent, addresses: Iterable<string>): DraftValues {
  const values: DraftValues = { cells: {}, sections: {}, metadata: {} };
  for (const address of addresses) {
    const at = address.indexOf(":");
    const key = address.slice(at + 1);
    const kind = address.slice(0, at);
    if (kind === "cell") values.cells[key] = content.cells[key]?.raw ?? null;
    const section = SECTION_KEYS.find((each) => each === key);
    if (kind === "section" && section) values.sections[section] = sectionText(content, section);
    const field = METADATA_FIELDS.find((each) => each === key);
    if (kind === "field" && field) values.metadata[field] = content[field];
  }
  return values;
}

function sectionText(content: ReportContent, key: SectionKey): string {
  return content.sections.find((section) => section.key === key)?.text ?? "";
}

/** The addresses changed by others since `revision`, those the patch names apart from the rest. */
export function changedSince(
  touched: Touched,
  revision: number,
  patch: DraftValues,
): { overlapping: string[]; other: string[] } {
  const named = new Set(addressesOf(patch));
  const changed = Object.keys(touched).filter((address) => (touched[address] ?? 0) > revision);
  return {
    overlapping: changed.filter((address) => named.has(address)),
    other: changed.filter((address) => !named.has(address)),
  };
}

/** Both sides of every address where the patch and what others wrote since then differ; null where none does. */
export function conflict(
  content: ReportContent,
  patch: DraftValues,
  overlapping: readonly string[],
): { yours: DraftValues; theirs: DraftValues } | null {
  const wanted = applyPatch(content, patch);
  const differing = overlapping.filter(
    (address) => single(valuesAt(wanted, [address])) !== single(valuesAt(content, [address])),
  );
  if (differing.length === 0) return null;
  return { yours: valuesAt(wanted, differing), theirs: valuesAt(content, differing) };
}

const single = (values: DraftValues) => JSON.stringify(values);

/** The draft with a patch applied: figures are parsed by their form, words lose their place in the source. */
export function applyPatch(content: ReportContent, patch: DraftValues): ReportContent {
  return {
    ...content,
    ...(patch.metadata as Partial<Pick<ReportContent, MetadataField>>),
    cells: patchedCells(content, patch.cells),
    sections: patchedSections(content.sections, patch.sections),
  };
}

function patchedCells(content: ReportContent, patch: DraftValues["cells"]): Cells {
  const edition = editionById(content.edition);
  if (!edition) return content.cells;
  const specs = cellSpecs(edition);
  const cells: Cells = { ...content.cells };
  for (const [key, raw] of Object.entries(patch)) {
    const spec = specs.get(key);
    if (raw === null) delete cells[key];
    else if (spec && cells[key]?.raw !== raw) cells[key] = parseOver(spec, raw, cells[key]);
  }
  return cells;
}

function patchedSections(sections: readonly Section[], patch: DraftValues["sections"]): Section[] {
  return SECTION_KEYS.flatMap((key) => {
    const old = sections.find((section) => section.key === key);
    const text = patch[key];
    if (text === undefined || text === old?.text) return old ? [old] : [];
    return [{ key, heading: old?.heading ?? null, text, raw: text }];
  });
}

/** The record of who touched what, after the patch became `revision`. */
export function touch(touched: Touched, patch: DraftValues, revision: number): Touched {
  const now = Object.fromEntries(addressesOf(patch).map((address) => [address, revision]));
  return { ...touched, ...now };
}
