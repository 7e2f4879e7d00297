import type { z } from "zod";
import { putFile, type StoredFile } from "#lib/files/commands.ts";
import { isSystem } from "#lib/identity/actor.ts";
import type { Tx } from "#lib/platform/db.ts";
import { done, refused } from "#lib/platform/result.ts";
import type { Step } from "./commands-step.ts";
import type { ReportResult } from "./refusal.ts";
import type { Doubt, FileSource, sourceFileSchema } from "./schema.ts";
import { certainFigures } from "./source-figures.ts";
import { toJson } from "./stored.ts";

/** An original file whose bytes are kept, ready to be referred to. */
export interface KeptFile extends StoredFile {
  name: string;
  mediaType: string;
}

/** Keeps the bytes of an original file; before the transaction that refers to it, for the store may be another machine. */
export async function storeFile(
  { name, mediaType, bytes }: z.infer<typeof sourceFileSchema>,
  now: Date,
): Promise<ReportResult<KeptFile>> {
  const stored = await putFile(bytes, now);
  if (stored.ok) return done({ ...stored.value, name, mediaType });
  if (stored.refusal.code === "files.unavailable") return refused("files.unavailable");
  return refused("report.too-large", { limit: stored.refusal.facts?.limit ?? 0 });
}

/** Puts the original file beside the report's draft, or beside a version. */
export async function keepFile(
  { tx, report, actor, now }: Step,
  file: KeptFile,
  version: number | null = null,
): Promise<string> {
  const { id } = await tx.sourceFile.create({
    data: {
      reportId: report.id,
      version,
      ...file,
      uploadedById: isSystem(actor) ? null : actor.userId,
      uploadedAt: now,
    },
    select: { id: true },
  });
  return id;
}

/** Keeps what the reader saw of a draft's file, for the editor to show beside the form; `shown` is what there is to settle. */
export async function keepReading(
  tx: Tx,
  fileId: string,
  { content, doubts, reading, notes }: FileSource,
  shown: readonly Doubt[] = doubts,
): Promise<void> {
  if (!reading) return;
  const { format, text, cells, sections, rows } = reading;
  const figures = certainFigures(content.cells, doubts);
  await tx.sourceReading.create({
    data: {
      ...{ fileId, format, text, agency: content.agency },
      ...{ passages: toJson({ cells, sections, rows }), figures: toJson(figures) },
      ...{ doubts: toJson(shown), notes: toJson(notes) },
    },
  });
}
