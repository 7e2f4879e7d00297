import { z } from "zod";
import {
  AMOUNT_UNITS,
  CELL_STATES,
  type ReportContent,
  SCOPES,
  SECTION_KEYS,
} from "#lib/editions/content.ts";
import { type CellSpec, cellSpecs } from "#lib/editions/edition.ts";
import { editionById } from "#lib/editions/registry.ts";

/** Characters of prose in one section; the longest real ones have about 20,000. */
export const MAX_SECTION = 200_000;
/** Characters written into one figure cell. */
export const MAX_RAW = 200;
const MAX_LINE = 500;

/** Text as jsonb can hold it: no NUL, no lone surrogate. */
export const storableText = (max: number) =>
  z
    .string()
    .max(max)
    .overwrite((text) => text.replaceAll("\u0000", "").toWellFormed());

const line = storableText(MAX_LINE).nullable();
const span = z.tuple([z.int().min(0), z.int().min(0)]).nullable();
/** Where a cell stood in a source without characters to count. */
export const placeSchema = z.strictObject({
  page: z.int().exactOptional(),
  sheet: storableText(MAX_LINE).exactOptional(),
  table: z.int().exactOptional(),
  row: z.int().exactOptional(),
  column: z.int().exactOptional(),
});

const cell = z.strictObject({
  raw: storableText(MAX_RAW),
  value: z.number().nullable(),
  state: z.enum(CELL_STATES),
  unit: z.enum(AMOUNT_UNITS).nullable().exactOptional(),
  at: span.exactOptional(),
  where: placeSchema.exactOptional(),
});

const section = z.strictObject({
  key: z.enum(SECTION_KEYS),
  heading: line,
  text: storableText(MAX_SECTION),
  raw: storableText(MAX_SECTION),
  at: span.exactOptional(),
});

const webAddress = z
  .url({ protocol: /^https?$/ })
  .max(2000)
  .nullable();

const shape = z.strictObject({
  edition: z.string().nullable(),
  year: z.int().min(2000).max(2100).nullable(),
  title: line,
  agency: line,
  region: line.exactOptional(),
  indexNumber: line,
  documentNumber: line,
  publisher: line,
  publishedOn: z.iso.date().nullable(),
  sourceUrl: webAddress.exactOptional(),
  signedOn: z.iso.date().nullable(),
  period: z.tuple([z.iso.date(), z.iso.date()]).nullable(),
  scope: z.enum(SCOPES).nullable(),
  sections: z.array(section).max(SECTION_KEYS.length),
  cells: z.record(z.string().max(MAX_RAW), cell),
});

const NO_SPECS: ReadonlyMap<string, CellSpec> = new Map();

/** A report's content, validated by its edition: no cell the form does not have, no value that contradicts its state. */
export const reportContentSchema = shape.superRefine((content, context) => {
  const edition = editionById(content.edition);
  if (content.edition !== null && edition === null)
    context.addIssue({ code: "custom", path: ["edition"], message: "unknown edition" });
  const specs = edition ? cellSpecs(edition) : NO_SPECS;
  for (const [key, value] of Object.entries(content.cells)) {
    const fault = cellFault(specs.get(key), value);
    if (fault) context.addIssue({ code: "custom", path: ["cells", key], message: fault });
  }
  const keys = content.sections.map(({ key }) => key);
  if (new Set(keys).size < keys.length)
    context.addIssue({ code: "custom", path: ["sections"], message: "a section stands twice" });
}) satisfies z.ZodType<ReportContent, unknown>;

type ParsedCell = z.infer<typeof cell>;

function cellFault(spec: CellSpec | undefined, value: ParsedCell): string | null {
  if (!spec) return "the form has no such cell";
  if ((value.state === "number") !== (value.value !== null))
    return "value and state contradict each other";
  if (value.unit !== undefined && spec.column.type !== "amount") return "only amounts have a unit";
  return null;
}

/** The names of the fields outside tables and prose that a draft may change. */
export const METADATA_FIELDS = [
  "title",
  "agency",
  "indexNumber",
  "documentNumber",
  "publisher",
  "publishedOn",
  "signedOn",
  "scope",
] as const satisfies readonly (keyof ReportContent)[];
export type MetadataField = (typeof METADATA_FIELDS)[number];

/** What may stand in a draft's metadata: each field may be left out, null empties it. */
export const metadataSchema = z.strictObject({
  title: line.exactOptional(),
  agency: line.exactOptional(),
  indexNumber: line.exactOptional(),
  documentNumber: line.exactOptional(),
  publisher: line.exactOptional(),
  publishedOn: shape.shape.publishedOn.exactOptional(),
  signedOn: shape.shape.signedOn.exactOptional(),
  scope: shape.shape.scope.exactOptional(),
});
