import { z } from "zod";
import { SECTION_KEYS } from "#lib/editions/content.ts";
import { MAX_RAW, placeSchema } from "./content-schema.ts";

/** UTF-16 units of a source's text that are kept for showing it beside the form. */
export const MAX_READING = 1_000_000;

/** Rows that were left out and whose places are kept. */
export const MAX_ROWS = 200;

const key = z.string().min(1).max(MAX_RAW);
const unit = z.int().min(0).max(MAX_READING);
const span = z.tuple([unit, unit]);

/** What the reader saw of a file, line by line, and where each figure and section stood in it. */
export const readingSchema = z.strictObject({
  format: z.string().max(20),
  // A character that the database cannot hold is replaced by one of the same length: the places stay right.
  text: z
    .string()
    .max(MAX_READING)
    .overwrite((text) => text.replaceAll("\u0000", "\ufffd").toWellFormed()),
  cells: z.record(key, z.strictObject({ at: span, where: placeSchema.exactOptional() })),
  sections: z.partialRecord(z.enum(SECTION_KEYS), span),
  /** Where the rows stand that the reader saw and left out; readings kept before 2026-12 have none. */
  rows: z
    .array(
      z.strictObject({
        cells: z.array(key).min(1).max(500),
        at: span,
        where: placeSchema.exactOptional(),
      }),
    )
    .max(MAX_ROWS)
    .default([]),
});
export type Reading = z.infer<typeof readingSchema>;
