import type { Actor } from "#lib/identity/actor.ts";
import type { Tx } from "#lib/platform/db.ts";
import { publishArchives, replaceArchive } from "#lib/reports/commands-archive.ts";
import type { ArchiveRow } from "#lib/reports/commands-archive-rows.ts";
import { refusable, stepIn } from "#lib/reports/commands-step.ts";
import type { ReportRefusal } from "#lib/reports/refusal.ts";
import { toJson } from "#lib/reports/stored.ts";
import { type Known, type Plan, planFor } from "./decide.ts";
import type { Item, Line, Outcome } from "./item.ts";
import {
  type AgencyFacts,
  bytesKey,
  loadKnown,
  type ReadyItem,
  reportKey,
} from "./queries-known.ts";
import { wordsOf } from "./words.ts";

/** Under which batch, by whom and how items are stored. */
export interface CommitOptions {
  batchId: string;
  actor: Actor;
  publish: boolean;
  replace: boolean;
  /** Names the batch in the trail and in the reason of a replaced copy. */
  reason: string;
  /** What waits is being published, so that it does not stand in its own way. */
  isOwnWaiting?: boolean;
  now: () => Date;
}

/** Writes what became of items, in the transaction that stores them. */
export type WriteItems = (
  tx: Tx,
  items: readonly Item[],
  lines: readonly Line[],
  now: Date,
) => Promise<void>;

/** How often a chunk is decided anew where another process stored the same meanwhile. */
const ATTEMPTS = 4;

/**
 * Stores a chunk of items and what became of each in one transaction: after a crash either all of it is there or
 * nothing. What the database refuses is looked for one by one, so that the others are stored. Answers their lines.
 */
export async function commitItems(
  items: readonly Item[],
  options: CommitOptions,
  write: WriteItems = insertItems(options),
): Promise<Line[]> {
  const commit = (some: readonly Item[]) => commitItems(some, options, write);
  for (let attempt = 1; ; attempt += 1) {
    try {
      const stored = await refusable((tx) => store(tx, items, options, write));
      if (stored.ok) return stored.value;
      if (items.length === 1) return commit([refusedBy(stored.refusal, items[0])]);
    } catch (error) {
      if (codeOf(error, UNIQUE) && attempt < ATTEMPTS) continue;
      if (!codeOf(error, DATA)) throw error;
      if (items.length === 1) return commit([answered(items[0], "import.not-stored")]);
    }
    break;
  }
  const lines: Line[] = [];
  for (const item of items) lines.push(...(await commit([item])));
  return lines;
}

const UNIQUE = /^(?:23505|P2002)$/u;
/** What the row itself is to blame for: data exceptions and integrity violations. */
const DATA = /^(?:2[23]\d{3}|P20\d\d)$/u;

function codeOf(error: unknown, pattern: RegExp, depth = 0): boolean {
  if (typeof error !== "object" || error === null || depth > 5) return false;
  const codes = ["code", "originalCode"].map((name): unknown => Reflect.get(error, name));
  if (codes.some((code) => typeof code === "string" && pattern.test(code))) return true;
  return ["cause", "meta", "driverAdapterError"].some((name) =>
    codeOf(Reflect.get(error, name), pattern, depth + 1),
  );
}

function refusedBy(refusal: ReportRefusal, item: Item | undefined): Item {
  return answered(
    item,
    refusal.code === "report.forbidden" ? "import.forbidden" : "import.not-stored",
  );
}

function answered(item: Item | undefined, code: "import.forbidden" | "import.not-stored"): Item {
  if (!item) throw new Error("a chunk without items was refused");
  const line = { ...item.line, outcome: "refused" as const, code, message: wordsOf(code) };
  return { ...item, line, ready: null };
}

/** One item with what is to be done about it. */
interface Planned {
  item: ReadyItem;
  plan: Plan;
}

async function store(
  tx: Tx,
  items: readonly Item[],
  options: CommitOptions,
  write: WriteItems,
): Promise<Line[]> {
  const now = options.now();
  const ready = items.filter(isReady);
  const { known, agencies } = await loadKnown(tx, ready, options.actor, options);
  const planned = planAll(ready, known, options);
  const done = await carryOut(tx, planned, agencies, options, now);
  const lines = items.map((item) => done.get(item) ?? item.line);
  await write(tx, items, lines, now);
  return lines;
}

function insertItems(options: CommitOptions): WriteItems {
  return async (tx, items, lines, now) => {
    const { batchId } = options;
    const files = [...new Set(items.map(({ line }) => line.file))];
    // An earlier run may have noted why nothing came of a file, which has changed since.
    const isMade = { in: ["imported", "stored"] satisfies Outcome[] };
    await tx.importItem.deleteMany({
      where: { batchId, file: { in: files }, NOT: { outcome: isMade } },
    });
    const rows = items.map((item, index) => itemRow(item, lines[index] ?? item.line, options, now));
    await tx.importItem.createMany({ data: rows });
  };
}

/** Whether an item has all that is needed to store it. */
export function isReady(item: Item): item is ReadyItem {
  return item.ready !== null && item.sha256 !== null;
}

/** Decides on the items in their order: each sees what those before it in the chunk will become. */
export function planAll(
  items: readonly ReadyItem[],
  known: (item: ReadyItem) => Known,
  options: { publish: boolean; replace: boolean },
  taken: Taken = { bytes: new Map(), reports: new Map() },
): Planned[] {
  return items.map((item) => {
    const plan = planFor(item.ready, withTaken(known(item), item, taken), options);
    if (plan.do !== "answer") {
      const outcome: Outcome = plan.do === "store" ? "stored" : "imported";
      taken.bytes.set(bytesKey(item.sha256, item.line.part), outcome);
      taken.reports.set(reportKey(item.ready), item.ready.found.contentKey);
    }
    return { item, plan };
  });
}

/** What items before this one, not stored yet, are going to take. */
export interface Taken {
  bytes: Map<string, Outcome>;
  /** Agency and year → key of the copy. */
  reports: Map<string, string>;
}

function withTaken(known: Known, item: ReadyItem, taken: Taken): Known {
  const outcome = taken.bytes.get(bytesKey(item.sha256, item.line.part));
  if (outcome) return { ...known, sameBytes: { outcome, reportId: null, version: null } };
  const contentKey = taken.reports.get(reportKey(item.ready));
  if (contentKey === undefined) return known;
  // What comes first wins: the next one is compared with it as if it stood already.
  const number = (known.report?.currentVersion ?? 0) + 1;
  const version = { number, origin: "archive" as const, contentKey, differing: 0 };
  const report = {
    ...{ id: known.report?.id ?? "", draft: null, publication: "published" as const },
    ...{ currentVersion: number, versions: [version] },
    ...{ withdrawnByUndo: false, isOfThisBatch: true },
  };
  return { ...known, waiting: null, report };
}

async function carryOut(
  tx: Tx,
  planned: readonly Planned[],
  agencies: ReadonlyMap<string, AgencyFacts>,
  options: CommitOptions,
  now: Date,
): Promise<Map<Item, Line>> {
  const { actor, reason } = options;
  const lines = new Map<Item, Line>();
  const fresh = planned.filter(({ plan }) => plan.do === "publish");
  const rows = fresh.map(({ item, plan }) => archiveRow(item, plan, agencies, now));
  const written = await publishArchives(tx, rows, { actor, now });
  for (const [index, { item }] of fresh.entries()) {
    const reportId = written[index]?.reportId ?? null;
    lines.set(item, { ...item.line, outcome: "imported", reportId, version: 1 });
  }
  for (const { item, plan } of planned) {
    if (plan.do === "publish") continue;
    lines.set(item, { ...item.line, ...(await answerOf(tx, item, plan, { actor, now, reason })) });
  }
  return lines;
}

async function answerOf(
  tx: Tx,
  { ready }: ReadyItem,
  plan: Exclude<Plan, { do: "publish" }>,
  by: { actor: Actor; now: Date; reason: string },
): Promise<Partial<Line>> {
  switch (plan.do) {
    case "store":
      return { outcome: "stored" };
    case "answer": {
      const { do: _, ...answer } = plan;
      return { ...answer, reportId: answer.reportId || null };
    }
    case "replace": {
      const { content } = ready.found;
      const copy = { content, ...ready.source, summarised: false, ...fileOf(ready.kept) };
      const version = await replaceArchive(tx, plan.reportId, copy, by);
      return { outcome: "imported", reportId: plan.reportId, version };
    }
    case "republish": {
      const { reportId, version } = plan;
      await stepIn(tx, "republish", { actor: by.actor, now: by.now, reportId }, async () => ({
        value: null,
        report: { withdrawnAt: null, withdrawnReason: null },
        facts: { version, source: by.reason },
      }));
      return { outcome: "imported", reportId, version };
    }
  }
}

const fileOf = (kept: ReadyItem["ready"]["kept"]) => (kept ? { file: kept } : {});

function archiveRow(
  { ready }: ReadyItem,
  plan: Plan,
  agencies: ReadonlyMap<string, AgencyFacts>,
  now: Date,
): ArchiveRow {
  const { agencyId, year, found, source, kept } = ready;
  const facts = agencies.get(agencyId);
  const scope = found.content.scope ?? facts?.usualScope ?? "organ";
  const reportId = plan.do === "publish" ? plan.reportId : null;
  return {
    ...{ agencyId, year, scope, content: found.content, evaluation: found.evaluation },
    ...{ ...source, summarised: false, synthetic: facts?.synthetic ?? false, publishedAt: now },
    ...fileOf(kept),
    ...(reportId === null ? {} : { reportId }),
  };
}

function itemRow({ sha256, ready }: Item, line: Line, { batchId }: CommitOptions, now: Date) {
  const isWaiting = line.outcome === "stored" && ready !== null;
  return {
    ...{ batchId, file: line.file, part: line.part, sha256, outcome: line.outcome },
    ...{ agencyId: ready?.agencyId ?? null, year: ready?.year ?? null },
    ...{ reportId: line.reportId, version: line.version, createdAt: now },
    line: toJson(line),
    contentKey: ready?.found.contentKey ?? null,
    ...(isWaiting ? { waiting: toJson({ ...ready, found: lean(ready.found) }) } : {}),
    fileHash: isWaiting ? (ready.kept?.sha256 ?? null) : null,
  };
}

/** What waits is checked anew when it is published. */
function lean({ content, contentKey, part, doubtful, oddYear }: ReadyItem["ready"]["found"]) {
  return { content, contentKey, part, doubtful, oddYear };
}
