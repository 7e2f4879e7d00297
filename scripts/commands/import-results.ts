import { once } from "node:events";
import { createWriteStream, type WriteStream } from "node:fs";
import { open } from "node:fs/promises";
import { finished } from "node:stream/promises";
import type { Line } from "#lib/import/item.ts";
import { type Language, pick } from "./language.ts";

/** The result file, written as the run goes on; a run that goes on with another writes it anew. */
export function resultFile(asked: string | null) {
  let stream: WriteStream | null = null;
  let isBroken = false;
  let path = asked;
  const begin = async () => {
    const opened = await newFile(path);
    // A disk that is full costs the file, never the run: what is stored is stored.
    opened?.on("error", () => {
      isBroken = true;
    });
    return opened;
  };
  return {
    path: () => path,
    /** Asked before anything is done; what stands in the file stays until there is something new. */
    async isWritable(): Promise<boolean> {
      if (asked === null) return true;
      const file = await open(asked, "a").catch(() => null);
      await file?.close();
      return file !== null;
    },
    /** Names the file after the batch where nobody named it. */
    nameAfter(batchId: string | null) {
      path ??= batchId === null ? null : `import-${batchId}.jsonl`;
    },
    async write(line: object) {
      stream ??= await begin();
      if (!stream || isBroken || stream.write(`${JSON.stringify(line)}\n`)) return;
      // A file that cannot be written is closed instead.
      await Promise.race([once(stream, "drain"), once(stream, "close")]).catch(() => undefined);
    },
    /**
     * After the last line; a run without any leaves an empty file, or what stood there where that is said. Answers whether
     * all was written.
     */
    async close({ keepsOld = false } = {}): Promise<boolean> {
      if (keepsOld && !stream) return true;
      stream ??= await begin();
      if (!stream) return true;
      stream.end();
      await finished(stream).catch(() => undefined);
      return !isBroken;
    },
  };
}

async function newFile(path: string | null): Promise<WriteStream | null> {
  if (path === null) return null;
  await (await open(path, "w")).close();
  return createWriteStream(path);
}

/** A line as the result file has it: words in one language, outcomes with a hyphen. */
export function printed(line: Line, language: Language): object {
  const { outcome, message, part, parts, ...rest } = line;
  return {
    ...rest,
    ...(parts > 1 ? { part } : {}),
    outcome: outcome.replaceAll("_", "-"),
    message: message && pick(message, language),
  };
}
