import { z } from "zod";
import { SCOPES, SECTION_KEYS } from "#lib/editions/content.ts";
import {
  MAX_RAW,
  MAX_SECTION,
  metadataSchema,
  reportContentSchema,
  storableText,
} from "./content-schema.ts";
import { readingSchema } from "./reading-schema.ts";

/** Bytes of an original file that are kept beside a draft. */
export const MAX_FILE = 20 * 1024 * 1024;

const reportId = z.uuid();
const agencyId = z.string().min(1).max(64);
const year = z.int().min(2008).max(2100);
const revision = z.int().min(1);
const snapshotId = z.uuid();
/** May be empty here: whether a reason is required is the lifecycle's business. */
const reason = storableText(2000).trim().default("");
const key = z.string().min(1).max(MAX_RAW);

const text = z.strictObject({ zh: storableText(1000), en: storableText(1000) });

/** A figure or passage the reader was not sure of; the editor confirms or corrects it. */
export const doubtSchema = z.strictObject({
  cell: key,
  rule: z.string().max(40),
  message: text,
  /** The ways in which the passage can be read: what each writes into which cells. */
  candidates: z
    .array(z.record(key, storableText(MAX_RAW)))
    .max(20)
    .exactOptional(),
});
export type Doubt = z.infer<typeof doubtSchema>;

export const sourceFileSchema = z.strictObject({
  name: storableText(255),
  mediaType: storableText(127),
  bytes: z.instanceof(Uint8Array),
});

/** A file with all that the reader made of it. */
export const fileSourceSchema = z.strictObject({
  kind: z.literal("file"),
  content: reportContentSchema,
  doubts: z.array(doubtSchema).max(500),
  file: sourceFileSchema,
  reading: readingSchema.exactOptional(),
  /** What the reader said of the file as a whole. */
  notes: z.array(text).max(100).default([]),
});
export type FileSource = z.output<typeof fileSourceSchema>;

export const startReportSchema = z.strictObject({
  agencyId,
  year,
  scope: z.enum(SCOPES).exactOptional(),
  from: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("blank") }),
    z.strictObject({ kind: z.literal("last-year") }),
    fileSourceSchema,
  ]),
});

/** What was typed since `revision`; a null takes a cell out, as where the form's optional row is not printed. */
export const draftPatchSchema = z.strictObject({
  reportId,
  revision,
  cells: z.record(key, storableText(MAX_RAW).nullable()).default({}),
  sections: z.partialRecord(z.enum(SECTION_KEYS), storableText(MAX_SECTION)).default({}),
  metadata: metadataSchema.default({}),
});

export const stepSchema = z.strictObject({ reportId });
export const reasonSchema = z.strictObject({ reportId, reason });
/** The draft's own file as it was seen; null, or empty in a form, where it had none. */
const seenFile = z.union([z.literal("").transform(() => null), z.uuid()]).nullable();
/**
 * A decision on the draft as it stood at `revision`, beside the file it had: after a save the revision of whoever types
 * takes in what others wrote, but not a file they put in another's place.
 */
export const seenDraftSchema = z.strictObject({
  reportId,
  revision,
  file: seenFile.exactOptional(),
});
export const sendBackSchema = z.strictObject({ reportId, revision, reason });
/** A decision on just this frozen snapshot. */
export const seenSnapshotSchema = z.strictObject({ reportId, snapshotId });
export const scheduleSchema = z.strictObject({ reportId, snapshotId, at: z.coerce.date() });
export const confirmDoubtSchema = z.strictObject({
  reportId,
  revision,
  file: seenFile.exactOptional(),
  cells: z.array(key).min(1).max(500),
});

export const attachFileSchema = z.strictObject({
  reportId,
  seen: seenFile,
  from: fileSourceSchema,
});
export const dropFileSchema = z.strictObject({ reportId, seen: z.uuid() });

export const returnSchema = z.strictObject({
  reportId,
  snapshotId,
  reason,
  requests: z
    .array(
      z.strictObject({
        target: z.enum(["cell", "section", "issue", "report"]),
        key: key.nullable(),
        message: storableText(2000).trim().min(1),
      }),
    )
    .max(100)
    .default([]),
});

export const answerSchema = z.strictObject({
  reportId,
  requestId: z.uuid(),
  answer: storableText(2000).trim().min(1),
});

export const explainSchema = z.strictObject({
  reportId,
  issueKey: z.string().min(1).max(300),
  note: storableText(2000).trim(),
  /** `explained` is public and stands beside the badge; `confirmed` and `dismissed` are reasons for the moderator. */
  kind: z.enum(["explained", "confirmed", "dismissed"]).default("explained"),
});

export const archiveSchema = z.strictObject({
  agencyId,
  year,
  scope: z.enum(SCOPES).exactOptional(),
  content: reportContentSchema,
  sourceUrl: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .nullable(),
  sourceName: storableText(300).trim().min(1),
  summarised: z.boolean().default(false),
  file: sourceFileSchema.exactOptional(),
});

export type StartReportInput = z.input<typeof startReportSchema>;
export type FileSourceInput = z.input<typeof fileSourceSchema>;
