import { log } from "#lib/platform/log.ts";
import { done, type Result, refused } from "#lib/platform/result.ts";
import type { ReadReport } from "#lib/reader/read.ts";
import { type Reading as Bounded, BoundedReader } from "#lib/reading/bounded-reader.ts";
import { MAX_INPUT, MAX_READING_MS, MAX_REPORTS } from "./limits.ts";
import type { CheckRefusal } from "./refusal.ts";

/** What somebody gave to be checked: a file's bytes and name, or a text (`-`, as on the command line). */
export interface Input {
  name: string;
  bytes: Uint8Array;
}

type Reading = Result<ReadReport[], CheckRefusal>;

const strangers = new BoundedReader(MAX_READING_MS);
const readForStrangers = (bytes: Uint8Array): Promise<Bounded> => strangers.read(bytes);

/** Reads what was given within the limits of size, time and number of reports; nothing of it is kept. */
export async function readInput({ bytes }: Input, reader = readForStrangers): Promise<Reading> {
  if (bytes.length > MAX_INPUT) return refused("check.too-large", { limit: MAX_INPUT });
  const read = await reader(bytes).then(asCheck, asFault);
  if (!read.ok) return read;
  const count = read.value.length;
  if (count > MAX_REPORTS) return refused("check.too-many-reports", { count, limit: MAX_REPORTS });
  return done(read.value);
}

function asCheck(read: Bounded): Reading {
  if (read.ok) return read;
  const { refusal } = read;
  if (refusal.code === "reading.busy") return refused("check.busy", refusal.facts);
  if (refusal.code === "reading.too-slow") return refused("check.too-slow", refusal.facts);
  return { ok: false, refusal };
}

/** A fault of ours must not leave a stranger without an answer; the log gets where it happened, never a word of the file. */
function asFault(error: unknown): Reading {
  const { name, stack = "" } = error instanceof Error ? error : new Error();
  const frames = stack.split("\n").filter((line) => /^\s+at /u.test(line));
  log.error({ fault: name, frames }, "a file could not be read");
  return refused("check.fault");
}
