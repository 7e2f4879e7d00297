import { createHash } from "node:crypto";
import { db } from "#lib/platform/db.ts";
import { log } from "#lib/platform/log.ts";
import { done, type Result, refused } from "#lib/platform/result.ts";
import type { FileLoss } from "./refusal.ts";
import { S3Failure, s3Bucket } from "./s3.ts";
import { type FileSettings, fileSettings } from "./settings.ts";

/** The bytes kept under a hash, checked against it: what is damaged is refused, never handed out. */
export async function getFile(
  sha256: string,
  settings: FileSettings = fileSettings(),
): Promise<Result<Uint8Array<ArrayBuffer>, FileLoss>> {
  const stored = await db().storedFile.findUnique({ where: { sha256 }, include: { bytes: true } });
  if (!stored) return refused("files.missing");
  const bytes = stored.store === "s3" ? await fromS3(sha256, settings) : stored.bytes?.bytes;
  if (bytes === "unavailable") return refused("files.unavailable");
  if (!bytes) {
    log.error({ sha256 }, "a file that should be kept is not there");
    return refused("files.missing");
  }
  if (createHash("sha256").update(bytes).digest("hex") === sha256) return done(bytes);
  log.error({ sha256 }, "a kept file is not what was put there");
  return refused("files.damaged");
}

async function fromS3(
  sha256: string,
  { s3 }: FileSettings,
): Promise<Uint8Array<ArrayBuffer> | "unavailable" | null> {
  try {
    if (!s3) throw new S3Failure("a file is in an object store that is not configured");
    return await s3Bucket(s3).get(sha256);
  } catch (error) {
    if (!(error instanceof S3Failure)) throw error;
    log.error({ err: error, sha256 }, "the object store did not hand out a file");
    return "unavailable";
  }
}
