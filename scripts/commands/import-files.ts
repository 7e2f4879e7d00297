import { createHash } from "node:crypto";
import { statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { agencyById, regionByCode } from "#lib/agencies/queries.ts";
import { agencyMatcher } from "#lib/agencies/queries-match.ts";
import { counted } from "#lib/editions/counted.ts";
import { type AgencyMap, agencyMapIn } from "#lib/import/agency-map.ts";
import { type Line, type Outcome, SETTLED } from "#lib/import/item.ts";
import { REFUSED_FOR } from "#lib/import/refused-for.ts";
import { type RunSummary, runImport } from "#lib/import/run.ts";
import { walk } from "#lib/import/walk.ts";
import { now } from "#lib/platform/clock.ts";
import type { ImportCommand } from "./import-command.ts";
import { actorFor, fail, type Spoken } from "./import-fail.ts";
import { importProgress } from "./import-progress.ts";
import { printed, resultFile } from "./import-results.ts";
import { COLON, OUTCOMES, REFUSALS } from "./import-words.ts";
import { type Language, pick } from "./language.ts";

/** Imports files and folders, writes the result file, and says at the end what became of them. */
export async function importFiles(
  paths: string[],
  given: ImportCommand,
  language: Language,
): Promise<void> {
  const spoken = { json: given.json === true, language };
  if (paths.length === 0) return fail("no-path", spoken);
  const absent = paths.find(isAbsent);
  if (absent !== undefined)
    return fail({ code: "no-such-path", words: noSuchPath(absent) }, spoken);
  const actor = await actorFor(given.as);
  if (!actor) return fail("no-login", spoken);
  const asked = await askedFor(given, spoken);
  if (!asked) return;
  const results = resultFile(given.results ?? null);
  const fault = await results.fault();
  if (fault) return fail(fault, spoken);
  const progress = importProgress(language);
  const unsettled = unsettledLines(language);
  const stop = stopper(language);
  if (process.stderr.isTTY) countFiles(paths, progress.total);
  const options = {
    ...{ paths, publish: given.publish === true, replace: given.replace === true },
    ...{ agencyId: given.agency ?? null, region: given.region ?? null },
    ...{ sourceBase: given.sourceBase ?? null, map: asked.mapHash },
    owner: {
      ...{ agencyId: given.agency ?? null, region: given.region ?? null },
      ...{ map: asked.map, match: agencyMatcher() },
    },
    ...{ jobs: given.jobs, isDry: given.dryRun === true, clock: now, signal: stop.signal },
  };
  const ran = await runImport(actor, options, {
    onBatch: async ({ id }) => results.nameAfter(id),
    onFile: () => progress.file(),
    async onLine(line) {
      progress.report(SETTLED.includes(line.outcome));
      unsettled.add(line);
      await results.write(printed(line, language));
    },
  });
  progress.end();
  stop.end();
  if (!ran.ok) return fail(ran.refusal.code, spoken);
  const isWritten = await results.close();
  if (!spoken.json) process.stdout.write(unsettled.lines(results.path() !== null));
  print(ran.value, { results: results.path(), isDry: options.isDry }, spoken);
  if (!isWritten) fail("results-lost", spoken);
}

/** Whether nothing bears that name; what may not be opened is named file by file. */
function isAbsent(path: string): boolean {
  try {
    statSync(path);
    return false;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "ENOENT";
  }
}

const noSuchPath = (path: string) => ({
  zh: `没有这个文件或文件夹：${path}。什么也没有导入。`,
  en: `There is no such file or folder: ${path}. Nothing was imported.`,
});

async function askedFor(
  { agency, region, map, sourceBase }: ImportCommand,
  spoken: Spoken,
): Promise<{ map: AgencyMap; mapHash: string | null } | null> {
  const none = (code: "no-agency" | "no-region" | "no-map" | "bad-base") => {
    fail(code, spoken);
    return null;
  };
  if (agency !== undefined && !(await agencyById(agency))) return none("no-agency");
  if (region !== undefined && !(await regionByCode(region))) return none("no-region");
  if (sourceBase !== undefined && !/^https?:\/\/[^\s/]+/u.test(sourceBase)) return none("bad-base");
  if (map === undefined) return { map: new Map(), mapHash: null };
  const csv = await readFile(map, "utf8").catch(() => null);
  if (csv === null) return none("no-map");
  const parsed = agencyMapIn(csv);
  if (parsed.ok)
    return { map: parsed.value, mapHash: createHash("sha256").update(csv).digest("hex") };
  const line = parsed.refusal.facts?.line ?? 0;
  const words = {
    zh: `对照表第 ${line} 行不是“文件或单位名称,单位标识”。`,
    en: `Line ${line} of the mapping is not “file or agency name,agency id”.`,
  };
  fail({ code: "import.bad-map", words }, spoken);
  return null;
}

/** So many of what a person must settle are named on the screen; the result file names all. */
const NAMED = 20;

/** What a person must settle, file by file, as it is said at the end. */
function unsettledLines(language: Language) {
  const named: string[] = [];
  let more = 0;
  const colon = pick(COLON, language);
  return {
    add({ file, outcome, message }: Line) {
      if (SETTLED.includes(outcome)) return;
      if (named.length === NAMED) more += 1;
      else named.push(`${file}${colon}${pick(message ?? OUTCOMES[outcome], language)}`);
    },
    /** `hasFile`: whether the rest can be looked up in a result file. */
    lines(hasFile: boolean): string {
      const rest = hasFile
        ? { zh: `……其余 ${more} 份见结果文件。`, en: `… ${more} more are in the result file.` }
        : {
            zh: `……还有 ${more} 份；加 --results 可逐份查看。`,
            en: `… and ${more} more; --results names them all.`,
          };
      return [...named, ...(more > 0 ? [pick(rest, language)] : [])]
        .map((line) => `${line}\n`)
        .join("");
    },
  };
}

/** Counts beside the run, so that it can be said how long it will take. */
function countFiles(paths: readonly string[], told: (count: number) => void): void {
  const count = async () => {
    let files = 0;
    for await (const _ of walk(paths)) files += 1;
    told(files);
  };
  // A count that fails costs the estimate, nothing else.
  count().catch(() => undefined);
}

/** Ctrl-C ends the run after the files in hand; once more, at once. */
function stopper(language: Language) {
  const controller = new AbortController();
  const onSignal = () => {
    if (controller.signal.aborted) process.exit(130);
    controller.abort();
    const words = { zh: "处理完手头的文件后停止……", en: "Stopping after the files in hand …" };
    process.stderr.write(`\n${pick(words, language)}\n`);
  };
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);
  return {
    signal: controller.signal,
    end() {
      process.off("SIGINT", onSignal);
      process.off("SIGTERM", onSignal);
    },
  };
}

function print(
  summary: RunSummary,
  { results, isDry }: { results: string | null; isDry: boolean },
  { json, language }: Spoken,
): void {
  const { counts, refused, files, batchId, isInterrupted } = summary;
  const open = counts.conflict + counts.needs_attention + counts.refused;
  process.exitCode = isInterrupted ? 130 : open > 0 ? 1 : 0;
  if (json) {
    const named = Object.fromEntries(
      Object.entries(counts).map(([key, count]) => [key.replaceAll("_", "-"), count]),
    );
    const line = { ok: open === 0 && !isInterrupted, batch: batchId, files, ...named };
    const reasons = { "refused-for": refused };
    process.stdout.write(
      `${JSON.stringify({ ...line, ...reasons, interrupted: isInterrupted, results })}\n`,
    );
    return;
  }
  const { refused: _refused, ...others } = counts;
  const named = [
    ...Object.entries(others).map(([key, count]) => [OUTCOMES[key as Outcome], count] as const),
    ...REFUSED_FOR.map((key) => [REFUSALS[key], refused[key]] as const),
  ];
  const parts = named
    .filter(([, count]) => count > 0)
    .map(([words, count]) => `${pick(words, language)} ${count}`);
  const say = (zh: string, en: string) => pick({ zh, en }, language);
  const lines = [
    ...(isDry
      ? [
          say(
            "试运行，什么也没有写入。正式运行的结果将是：",
            "A trial run: nothing was written. A real run would give:",
          ),
        ]
      : []),
    say(
      `文件 ${files} 个。年报：${parts.join("，") || "没有"}。`,
      `${counted(files, "file", "files")}. Reports: ${parts.join(", ") || "none"}.`,
    ),
    ...(batchId ? [say(`批次 ${batchId}`, `Batch ${batchId}`)] : []),
    ...(results ? [say(`逐份结果见 ${results}`, `Each report: ${results}`)] : []),
    ...(isInterrupted
      ? [
          say(
            "已中断；用同样的命令再运行会接着做。",
            "Interrupted; the same command goes on from here.",
          ),
        ]
      : []),
    ...(counts.stored > 0 && batchId
      ? [
          say(
            `发布：gongkai import --publish-batch ${batchId}`,
            `To publish: gongkai import --publish-batch ${batchId}`,
          ),
        ]
      : []),
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
}
