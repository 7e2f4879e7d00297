import { once } from "node:events";
import { createWriteStream, type WriteStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { finished } from "node:stream/promises";
import type { Line } from "#lib/import/item.ts";
import { type Language, pick } from "./language.ts";

/** How a line of results begins: with its file, or in files written before 2026-12 with why. */
const FIRST = /^\{"(?:file":"|code":(?:null|"(?:import|reader)\.))/u;
const FIRST_LENGTH = 24;

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
    /**
     * Why the file cannot be written, or holds something else than results; null where nothing stands in the way. Asked
     * before anything is done; what stands in the file stays until there is something new.
     */
    async fault(): Promise<"no-results" | "other-results" | null> {
      if (asked === null) return null;
      const file = await open(asked, "a").catch(() => null);
      await file?.close();
      if (!file) return "no-results";
      return (await holdsOther(asked)) ? "other-results" : null;
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

/** Whether an ordinary file begins with anything else than a line of results. */
async function holdsOther(path: string): Promise<boolean> {
  const facts = await stat(path);
  if (!facts.isFile() || facts.size === 0) return false;
  const file = await open(path, "r").catch(() => null);
  if (!file) return true;
  const { buffer } = await file.read(Buffer.alloc(FIRST_LENGTH), 0, FIRST_LENGTH, 0);
  await file.close();
  return !FIRST.test(buffer.toString());
}

async function newFile(path: string | null): Promise<WriteStream | null> {
  if (path === null) return null;
  await (await open(path, "w")).close();
  return createWriteStream(path);
}

/** A line as the result file has it: words in one language, outcomes with a hyphen. */
export function printed(line: Line, language: Language): object {
  const { file, outcome, message, part, parts, ...rest } = line;
  return {
    // First, whatever the order in which the database keeps a line.
    file,
    ...rest,
    ...(parts > 1 ? { part } : {}),
    outcome: outcome.replaceAll("_", "-"),
    message: message && pick(message, language),
  };
}
