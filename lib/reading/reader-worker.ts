/** A thread that reads what it is sent and answers what it found: a file that takes too long is ended with its thread. */
import { parentPort } from "node:worker_threads";
import { readSource } from "#lib/reader/read.ts";

parentPort?.on("message", async (bytes: Uint8Array) => {
  parentPort?.postMessage(await readSource(bytes, ""));
});
