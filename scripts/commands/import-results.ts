import { once } from "node:events";
import { createWriteStream, type WriteStream } from "node:fs";
import { open } from "node:fs/promises";
import { finished } from "node:stream/promises";
import type { Line } from "#lib/import/item.ts";
import { type Language, pick } from "./language.ts";

/** The result file, written as the run goes on; a run that goes on with another writes it anew. */
export function resultFile(asked: string | null) {
  let stream: WriteStream | null = null;
  let path = asked;
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
      stream ??= await opened(path);
      if (stream && !stream.write(`${JSON.stringify(line)}\n`)) await once(stream, "drain");
    },
    /** After the last line; a run without any leaves an empty file, or what stood there where that is said. */
    async close({ keepsOld = false } = {}) {
      if (keepsOld && !stream) return;
      stream ??= await opened(path);
      if (!stream) return;
      stream.end();
      await finished(stream);
    },
  };
}

async function opened(path: string | null): Promise<WriteStream | null> {
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
