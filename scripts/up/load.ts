/** Run by `npm start` in a process of its own: the regions every deployment needs, and the demonstration where it belongs. */
import { closeDatabase, db } from "#lib/platform/db.ts";
import { env } from "#lib/platform/env.ts";
import { loadDemo } from "#prisma/seed/load.ts";
import { loadRegions } from "#prisma/seed/load-regions.ts";
import { progressTexts, refusalText } from "#prisma/seed/progress-text.ts";

const now = new Date();
const lines = progressTexts(Date.now);

try {
  await loadRegions(db(), now);
  if (env().GONGKAI_DEMO) {
    const onProgress = (progress: Parameters<typeof lines>[0]) => console.log(lines(progress).en);
    const result = await loadDemo({ isDemo: true, now, onProgress });
    if (!result.ok) {
      console.error(refusalText(result.refusal).en);
      process.exitCode = 1;
    }
  }
} finally {
  await closeDatabase();
}
