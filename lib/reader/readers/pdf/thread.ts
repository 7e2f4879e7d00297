/** A thread that takes PDFs apart: a hostile file is ended with its thread. */
import { parentPort } from "node:worker_threads";
import { extractPages } from "./extract.ts";

parentPort?.on("message", async (bytes: Uint8Array) => {
  parentPort?.postMessage(await extractPages(bytes));
});
