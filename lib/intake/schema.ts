import { z } from "zod";
import { MAX_FILE } from "#lib/reports/schema.ts";

/** Characters of a pasted report: as many as a file may have bytes. */
const MAX_PASTE = MAX_FILE;

/** How a draft may be begun. */
export const STARTS = ["file", "paste", "blank", "last-year"] as const;

const upload = z.instanceof(File).optional();

/** A file or a pasted text, and which report of it is meant. */
const given = {
  file: upload,
  text: z.string().max(MAX_PASTE).optional(),
  /** Which report of a file that holds several. */
  part: z.coerce.number().int().min(1).max(1000).optional(),
};

/** The form that begins a report: an agency, a year, and where its words and figures come from. */
export const intakeSchema = z.object({
  agencyId: z.string().min(1).max(64),
  year: z.coerce.number().int().min(2008).max(2100),
  how: z.enum(STARTS),
  ...given,
});
export type Intake = z.output<typeof intakeSchema>;

/** The form that puts another original beside a draft; `seen` is the file it takes the place of, empty where there is none. */
export const otherFileSchema = z.object({
  reportId: z.uuid(),
  seen: z.union([z.literal(""), z.uuid()]),
  how: z.enum(["file", "paste"]),
  ...given,
});
export type OtherFile = z.output<typeof otherFileSchema>;

export type Given = Pick<Intake, "file" | "text" | "part"> & { how: "file" | "paste" };
