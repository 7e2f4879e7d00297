import { log } from "#lib/platform/log.ts";
import { done, type Result, refused } from "#lib/platform/result.ts";
import type { ReadReport } from "#lib/reader/read.ts";
import { readBounded } from "./bounded-reader.ts";
import { MAX_INPUT, MAX_REPORTS } from "./limits.ts";
import type { CheckRefusal } from "./refusal.ts";

/** What somebody gave to be checked: a file's bytes and name, or a text (`-`, as on the command line). */
export interface Input {
  name: string;
  bytes: Uint8Array;
}

type Reading = Result<ReadReport[], CheckRefusal>;

/** Reads what was given within the limits of size, time and number of reports; nothing of it is kept. */
export async function readInput({ bytes }: Input, reader = readBounded): Promise<Reading> {
  if (bytes.length > MAX_INPUT) return refused("check.too-large", { limit: MAX_INPUT });
  const read = await reader(bytes).catch(asFault);
  if (!read.ok) return read;
  const count = read.value.length;
  if (count > MAX_REPORTS) return refused("check.too-many-reports", { count, limit: MAX_REPORTS });
  return done(read.value);
}

/** A fault of ours must not leave a stranger without an answer; the log gets where it happened, never a word of the file. */
function asFault(error: unknown): Reading {
  const { name, stack = "" } = error instanceof Error ? error : new Error();
  const frames = stack.split("\n").filter((line) => /^\s+at /u.test(line));
  log.error({ fault: name, frames }, "a file could not be read");
  return refused("check.fault");
}
