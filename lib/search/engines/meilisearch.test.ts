import { fileURLToPath } from "node:url";
import { afterEach } from "vitest";
import { env } from "#lib/platform/env.ts";
import { searchContract } from "../contract.ts";
import { recording, replaying } from "../testing/exchanges.ts";
import { meilisearchEngine } from "./meilisearch.ts";

const FILE = fileURLToPath(new URL("./meilisearch.record.json", import.meta.url));
const COMMAND =
  "MEILI_URL=http://127.0.0.1:7700 MEILI_KEY=… npm run test:unit -- lib/search/engines/meilisearch.test.ts";
const INDEX = "contract";

let failed = 0;
afterEach(({ task }) => {
  if (task.result?.state === "fail") failed += 1;
});

async function clean(url: string, key: string | undefined) {
  const engine = meilisearchEngine({ url, key, index: INDEX });
  await engine.prepare();
  await engine.remove([...(await engine.hashes()).keys()]);
  await (await engine.rebuild()).abandon();
}

searchContract("Meilisearch", async () => {
  const { MEILI_URL: url, MEILI_KEY: key } = env();
  if (url === undefined) {
    const proxy = await replaying(FILE, COMMAND);
    return { engine: meilisearchEngine({ url: proxy.url, index: INDEX }), close: proxy.close };
  }
  await clean(url, key);
  const proxy = await recording(url, key, FILE);
  return {
    engine: meilisearchEngine({ url: proxy.url, index: INDEX }),
    close: async () => {
      await proxy.close();
      if (failed === 0) proxy.save();
    },
  };
});
