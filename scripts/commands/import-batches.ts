import { publishBatch } from "#lib/import/commands-publish.ts";
import { LEFT, undoBatch } from "#lib/import/commands-undo.ts";
import type { Outcome } from "#lib/import/item.ts";
import { type BatchLine, importBatches } from "#lib/import/queries.ts";
import { now, shanghaiTime } from "#lib/platform/clock.ts";
import type { ImportCommand } from "./import-command.ts";
import { actorFor, fail } from "./import-fail.ts";
import { printed, resultFile } from "./import-results.ts";
import { BATCH_STATES, COLON, LIST_HEADS, NO_BATCHES, OUTCOMES, UNDONE } from "./import-words.ts";
import { type Language, pick } from "./language.ts";

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;
const out = (text: string) => process.stdout.write(`${text}\n`);

/** Lists the batches, the newest first. */
export async function listBatches({ json }: ImportCommand, language: Language): Promise<void> {
  const batches = await importBatches();
  if (batches.length > 0 && !json) out(pick(LIST_HEADS, language));
  for (const batch of batches) out(json ? JSON.stringify(batch) : batchText(batch, language));
  if (batches.length === 0 && !json) out(pick(NO_BATCHES, language));
}

function batchText(batch: BatchLine, language: Language): string {
  const { id, startedAt, actorName, state } = batch;
  const counts = Object.entries(batch.counts).map(
    ([key, count]) => `${pick(OUTCOMES[key as Outcome], language)} ${count}`,
  );
  const words = pick(BATCH_STATES[state](batch), language);
  const gap = pick({ zh: "，", en: ", " }, language);
  return [id, shanghaiTime(startedAt), actorName, words, counts.join(gap)].join("\t");
}

/** Publishes what a batch stored. */
export async function publishStored(
  id: string,
  { as, json, replace, results: path }: ImportCommand,
  language: Language,
): Promise<void> {
  const spoken = { json: json === true, language };
  if (!UUID.test(id)) return fail("bad-id", spoken);
  const actor = await actorFor(as);
  if (!actor) return fail("no-login", spoken);
  const results = resultFile(path ?? null);
  const fault = await results.fault();
  if (fault) return fail(fault, spoken);
  let open = 0;
  const colon = pick(COLON, language);
  const how = { replace: replace === true, clock: now };
  const published = await publishBatch(actor, id, how, async (line) => {
    const isDone = line.outcome === "imported" || line.outcome === "already_there";
    if (!isDone) open += 1;
    if (json) out(JSON.stringify(printed(line, language)));
    else if (!isDone)
      out(`${line.file}${colon}${line.message ? pick(line.message, language) : line.outcome}`);
    await results.write(printed(line, language));
  });
  if (!published.ok) return fail(published.refusal.code, spoken);
  const isWritten = await results.close();
  const { value } = published;
  const isNothing = value + open === 0;
  const zh = isNothing
    ? "这个批次没有待发布的副本（此前已发布、已撤销，或没有入库）。"
    : `已发布 ${value} 份${open > 0 ? `，${open} 份仍待处理` : ""}。`;
  const en = isNothing
    ? "Nothing of this batch waits to be published (it was published or undone before, or stored nothing)."
    : `${value} published${open > 0 ? `, ${open} still wait` : ""}.`;
  out(
    json ? JSON.stringify({ ok: open === 0, published: value, open }) : pick({ zh, en }, language),
  );
  if (open > 0) process.exitCode = 1;
  if (!isWritten) fail("results-lost", spoken);
}

/** Takes a batch back and names what had to be left alone. */
export async function undoImport(
  id: string,
  { as, json, results: path }: ImportCommand,
  language: Language,
): Promise<void> {
  const spoken = { json: json === true, language };
  if (!UUID.test(id)) return fail("bad-id", spoken);
  const actor = await actorFor(as);
  if (!actor) return fail("no-login", spoken);
  const results = resultFile(path ?? null);
  const fault = await results.fault();
  if (fault) return fail(fault, spoken);
  const colon = pick(COLON, language);
  const undone = await undoBatch(actor, id, now, async (line) => {
    const message = pick(UNDONE[line.outcome], language);
    if (json) out(JSON.stringify(line));
    else if (LEFT.includes(line.outcome))
      out(`${line.file}${colon}${line.agencyId} ${line.year}${colon}${message}`);
    await results.write({ ...line, message });
  });
  if (!undone.ok) return fail(undone.refusal.code, spoken);
  // The record of what was taken back before is not emptied by a run that has nothing left to do.
  const isWritten = await results.close({ keepsOld: true });
  const { undone: count, left } = undone.value;
  const isNothing = count + left === 0;
  const zh = isNothing
    ? "这个批次没有可撤销的年报（此前已撤销，或没有入库）。"
    : `已撤销 ${count} 份${left > 0 ? `，${left} 份未动` : ""}。`;
  const en = isNothing
    ? "Nothing of this batch is left to take back (it was undone before, or stored nothing)."
    : `${count} taken back${left > 0 ? `, ${left} left alone` : ""}.`;
  out(json ? JSON.stringify({ ok: left === 0, undone: count, left }) : pick({ zh, en }, language));
  if (left > 0) process.exitCode = 1;
  if (!isWritten) fail("results-lost", spoken);
}
