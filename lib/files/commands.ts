import { createHash } from "node:crypto";
import { db, type Tx, transaction } from "#lib/platform/db.ts";
import { log } from "#lib/platform/log.ts";
import { done, type Result, refused } from "#lib/platform/result.ts";
import type { FileRefusal } from "./refusal.ts";
import { S3Failure, s3Bucket } from "./s3.ts";
import { type FileSettings, fileSettings } from "./settings.ts";

/** Bytes that are kept: what a row that refers to them needs to know. */
export interface StoredFile {
  sha256: string;
  size: number;
}

/** How long bytes may lie without a row that refers to them: longer than any transaction, or a form, takes. */
const GRACE_MS = 24 * 60 * 60 * 1000;
const BATCH = 200;

/**
 * Keeps bytes under their hash, before the transaction that refers to them: if that never comes, the sweep takes them
 * away again, and where the store is down nothing refers to what was not kept. Twice is once.
 */
export async function putFile(
  bytes: Uint8Array,
  now: Date,
  settings: FileSettings = fileSettings(),
): Promise<Result<StoredFile, FileRefusal>> {
  const size = bytes.byteLength;
  if (size > settings.limit) return refused("files.too-large", { limit: settings.limit });
  const owned = new Uint8Array(bytes);
  const sha256 = createHash("sha256").update(owned).digest("hex");
  try {
    const isWithS3 = settings.store === "s3" && settings.s3 !== null;
    if (!isWithS3) await putInDatabase({ sha256, size }, owned, now);
    else if ((await claim(db(), { sha256, size }, "s3", now)) === "s3")
      await bucketOf(settings).put(sha256, owned);
    return done({ sha256, size });
  } catch (error) {
    if (!(error instanceof S3Failure)) throw error;
    log.error({ err: error, sha256 }, "the object store did not take a file");
    return refused("files.unavailable");
  }
}

/** As `putFile`, for many in one transaction where the database is the store; the first refusal stands for all. */
export async function putFiles(
  files: readonly Uint8Array[],
  now: Date,
  settings: FileSettings = fileSettings(),
): Promise<Result<StoredFile[], FileRefusal>> {
  if (settings.store === "s3" && settings.s3 !== null) {
    const stored: StoredFile[] = [];
    for (const bytes of files) {
      const put = await putFile(bytes, now, settings);
      if (!put.ok) return put;
      stored.push(put.value);
    }
    return done(stored);
  }
  if (files.some(({ byteLength }) => byteLength > settings.limit))
    return refused("files.too-large", { limit: settings.limit });
  const rows = files.map((bytes) => {
    const owned = new Uint8Array(bytes);
    const sha256 = createHash("sha256").update(owned).digest("hex");
    return { sha256, size: owned.byteLength, bytes: owned };
  });
  const hashes = rows.map(({ sha256 }) => sha256).sort();
  await transaction(async (tx) => {
    const place = { store: "database" as const, putAt: now };
    const claimed = rows.map(({ sha256, size }) => ({ sha256, size, ...place }));
    await tx.storedFile.createMany({
      data: claimed.toSorted((one, other) => (one.sha256 < other.sha256 ? -1 : 1)),
      skipDuplicates: true,
    });
    await tx.storedFile.updateMany({ where: { sha256: { in: hashes } }, data: place });
    await tx.fileBytes.createMany({
      data: rows.map(({ sha256, bytes }) => ({ sha256, bytes })),
      skipDuplicates: true,
    });
  });
  return done(rows.map(({ sha256, size }) => ({ sha256, size })));
}

async function putInDatabase(
  file: StoredFile,
  bytes: Uint8Array<ArrayBuffer>,
  now: Date,
): Promise<void> {
  await transaction(async (tx) => {
    await claim(tx, file, "database", now);
    const { sha256 } = file;
    // Where an object store had them before, it no longer need be there.
    await tx.storedFile.update({ where: { sha256 }, data: { store: "database" } });
    await tx.fileBytes.createMany({ data: { sha256, bytes }, skipDuplicates: true });
  });
}

/** Notes that these bytes are wanted now, and answers which store has them: what the database has stays there. */
async function claim(
  tx: Pick<Tx, "storedFile">,
  { sha256, size }: StoredFile,
  store: "database" | "s3",
  putAt: Date,
): Promise<"database" | "s3"> {
  const row = await tx.storedFile.upsert({
    where: { sha256 },
    create: { sha256, size, store, putAt },
    update: { putAt },
    select: { store: true },
  });
  return row.store;
}

/** Takes away the bytes that nobody has referred to for a day; answers how many. What the store does not give up stays for next time. */
export async function sweepFiles(
  now: Date,
  settings: FileSettings = fileSettings(),
): Promise<number> {
  const old = { lt: new Date(now.getTime() - GRACE_MS) };
  const unowned = { putAt: old, files: { none: {} }, imports: { none: {} } };
  let removed = 0;
  for (let after = ""; ; ) {
    const batch = await db().storedFile.findMany({
      where: { ...unowned, sha256: { gt: after } },
      orderBy: { sha256: "asc" },
      take: BATCH,
    });
    for (const { sha256 } of batch) if (await swept(sha256, unowned, settings)) removed += 1;
    const last = batch.at(-1);
    if (!last) return removed;
    after = last.sha256;
  }
}

/** The row goes first and holds whoever would bring the same bytes, until they are gone from the object store too. */
async function swept(sha256: string, unowned: object, settings: FileSettings): Promise<boolean> {
  try {
    return await transaction(async (tx) => {
      const row = await tx.storedFile.findUnique({ where: { sha256 } });
      const { count } = await tx.storedFile.deleteMany({ where: { ...unowned, sha256 } });
      if (count > 0 && row?.store === "s3") await bucketOf(settings).remove(sha256);
      return count > 0;
    });
  } catch (error) {
    // Referred to meanwhile, or the object store is away: either way it stays.
    log.warn({ err: error, sha256 }, "a file could not be swept away");
    return false;
  }
}

function bucketOf({ s3 }: FileSettings) {
  if (!s3) throw new S3Failure("a file is in an object store that is not configured");
  return s3Bucket(s3);
}
