/** A thread that reads what it is sent and answers what it found: a file that takes too long is ended with its thread. */
import { parentPort } from "node:worker_threads";
import { readSource } from "#lib/reader/read.ts";
import { neighboursIn } from "#lib/reader/tables/constraints.ts";
import type { Work } from "./bounded-reader.ts";

parentPort?.on("message", async ({ bytes, known }: Work) => {
  parentPort?.postMessage(await readSource(bytes, "", neighboursIn(known)));
});
