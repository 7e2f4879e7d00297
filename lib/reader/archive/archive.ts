import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";
import { done, type Result, refused } from "#lib/platform/result.ts";
import type { ReadRefusal } from "../refusal.ts";
import { ARCHIVE_LIMITS } from "./limits.ts";

/** An office file as what it is, a ZIP archive; nothing is unpacked until it is asked for by its path. */
export interface Archive {
  paths: ReadonlySet<string>;
  /** The bytes of one file; null where the archive has none of this path. */
  read(path: string): Promise<Result<Uint8Array | null, ReadRefusal>>;
}

/** Opens an archive by its directory and refuses it by what the directory declares, before a byte is unpacked. */
export async function openArchive(bytes: Uint8Array): Promise<Result<Archive, ReadRefusal>> {
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const zip = await fromBufferPromise(buffer, { lazyEntries: true, autoClose: false });
    if (zip.entryCount > ARCHIVE_LIMITS.entries) return refused("reader.unsafe-archive");
    const entries = new Map<string, Entry>();
    let total = 0;
    for await (const entry of zip.eachEntry()) {
      total += entry.uncompressedSize;
      if (total > ARCHIVE_LIMITS.total || entries.size > ARCHIVE_LIMITS.entries)
        return refused("reader.unsafe-archive");
      if (!entries.has(entry.fileName)) entries.set(entry.fileName, entry);
    }
    let left: number = ARCHIVE_LIMITS.read;
    const read: Archive["read"] = async (path) => {
      const entry = entries.get(path);
      if (!entry) return done(null);
      left -= entry.uncompressedSize;
      return left < 0 ? refused("reader.unsafe-archive") : readEntry(zip, entry);
    };
    return done({ paths: new Set(entries.keys()), read });
  } catch (fault) {
    return damaged(fault);
  }
}

async function readEntry(zip: ZipFile, entry: Entry): Promise<Result<Uint8Array, ReadRefusal>> {
  if (entry.isEncrypted()) return refused("reader.encrypted");
  const { compressedSize, uncompressedSize: size } = entry;
  const isInflated =
    size > ARCHIVE_LIMITS.suspicious && size > compressedSize * ARCHIVE_LIMITS.ratio;
  if (size > ARCHIVE_LIMITS.part || isInflated) return refused("reader.unsafe-archive");
  try {
    const chunks: Uint8Array[] = [];
    // The stream itself ends with an error as soon as it yields more than the directory declared.
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk);
    return done(Buffer.concat(chunks));
  } catch (fault) {
    return damaged(fault);
  }
}

/** Whatever the archive's own reader or zlib object to is damage of the file; anything else is a fault of ours. */
function damaged(fault: unknown): Result<never, ReadRefusal> {
  if (fault instanceof TypeError || fault instanceof ReferenceError) throw fault;
  if (fault instanceof Error) return refused("reader.damaged");
  throw fault;
}
