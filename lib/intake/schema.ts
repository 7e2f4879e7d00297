import { z } from "zod";
import { MAX_FILE } from "#lib/reports/schema.ts";

/** Characters of a pasted report: as many as a file may have bytes. */
const MAX_PASTE = MAX_FILE;

/** How a draft may be begun. */
export const STARTS = ["file", "paste", "blank", "last-year"] as const;

const upload = z.instanceof(File).optional();

/** The form that begins a report: an agency, a year, and where its words and figures come from. */
export const intakeSchema = z.object({
  agencyId: z.string().min(1).max(64),
  year: z.coerce.number().int().min(2008).max(2100),
  how: z.enum(STARTS),
  file: upload,
  text: z.string().max(MAX_PASTE).optional(),
  /** Which report of a file that holds several. */
  part: z.coerce.number().int().min(1).max(1000).optional(),
});
export type Intake = z.output<typeof intakeSchema>;
