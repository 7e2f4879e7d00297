import { getHeapStatistics } from "node:v8";
import MiniSearch from "minisearch";
import { TOKENS_VERSION } from "#lib/chinese/tokens.ts";
import { indexed } from "#lib/search/document.ts";
import { publicDocuments, publicHashes } from "#lib/search/queries.ts";
import { type Contender, isPlainWords, PAGE } from "./bench-search-contender.ts";

const BATCH = 500;
const FULL = 0.85;

/** An index in the memory of this process, of the same words. */
export function miniSearchContender(
  now: Date,
  onProgress: (done: number, total: number) => void,
): Contender {
  const index = new MiniSearch({
    fields: ["names", "head", "body"],
    tokenize: (text) => text.split(" "),
    processTerm: (term) => term,
    searchOptions: { combineWith: "AND", boost: { names: 3, head: 2 } },
  });
  return {
    name: "MiniSearch",
    isJudged: false,
    remark: {
      zh: "在进程内存中，只有词，无分面；每个进程各持一份",
      en: "in the process's memory; words alone, no facets; every process holds its own",
    },
    async build() {
      const begun = performance.now();
      const before = process.memoryUsage().heapUsed;
      const ids = [...(await publicHashes(TOKENS_VERSION, now)).keys()];
      for (let from = 0; from < ids.length; from += BATCH) {
        const documents = await publicDocuments(ids.slice(from, from + BATCH), TOKENS_VERSION, now);
        for (const document of documents) {
          const { id, names, head, body } = indexed(document);
          index.add({ id, names: names.join(" "), head: head.join(" "), body: body.join(" ") });
        }
        refuseWhenFull(Math.min(from + BATCH, ids.length));
        onProgress(Math.min(from + BATCH, ids.length), ids.length);
      }
      const seconds = (performance.now() - begun) / 1000;
      return { seconds, bytes: process.memoryUsage().heapUsed - before };
    },
    takes: isPlainWords,
    ask: async ({ query }) => index.search(query.words.join(" ")).slice(0, PAGE).length,
    close: async () => index.removeAll(),
  };
}

/** A full heap ends the process, and with it every figure: better to stop here. */
function refuseWhenFull(documents: number): void {
  const { heap_size_limit: limit, used_heap_size: used } = getHeapStatistics();
  if (used < limit * FULL) return;
  const megabytes = Math.round(limit / 1_048_576);
  throw new Error(`the heap of ${megabytes} MB was full after ${documents} documents`);
}
