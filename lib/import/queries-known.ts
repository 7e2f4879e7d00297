import type { Actor } from "#lib/identity/actor.ts";
import { denial } from "#lib/identity/policy.ts";
import type { Tx } from "#lib/platform/db.ts";
import type { DraftState, Publication } from "#lib/reports/lifecycle.ts";
import { storedContent } from "#lib/reports/stored.ts";
import { contentKey, differingCells } from "./content-key.ts";
import type { Known, Standing } from "./decide.ts";
import type { Item, Ready } from "./item.ts";

/** An item that may be stored. */
export type ReadyItem = Item & { sha256: string; ready: Ready };

/** What the database holds about a chunk of items, its report rows locked; answers for each item. */
export type KnownChunk = (item: ReadyItem) => Known;

type ReportRow = NonNullable<Known["report"]>;
type Agency = Awaited<ReturnType<typeof agenciesOf>>[number];

/** Facts of an agency that a first version needs. */
export type AgencyFacts = Pick<Agency, "usualScope" | "synthetic">;

export const bytesKey = (sha256: string, part: number) => `${sha256} ${part}`;
export const reportKey = ({ agencyId, year }: { agencyId: string; year: number }) =>
  `${year} ${agencyId}`;

/** Loads all that decides about these items in a handful of queries; what waits in its own batch may be told not to count. */
export async function loadKnown(
  tx: Tx,
  items: readonly ReadyItem[],
  actor: Actor,
  { batchId, isOwnWaiting = false }: { batchId: string | null; isOwnWaiting?: boolean },
): Promise<{ known: KnownChunk; agencies: ReadonlyMap<string, AgencyFacts> }> {
  const own = isOwnWaiting ? batchId : null;
  const agencies = new Map((await agenciesOf(tx, items)).map((each) => [each.id, each]));
  const bytes = await sameBytes(tx, items, own);
  const waiting = await waitingFor(tx, items, own);
  const reports = await reportsOf(tx, items, batchId);
  const known: KnownChunk = (item) => {
    const { agencyId } = item.ready;
    const agency = agencies.get(agencyId);
    const target = { agencyId, regionPath: agency?.region.path ?? [] };
    const report = reports.get(reportKey(item.ready));
    return {
      sameBytes: bytes.get(bytesKey(item.sha256, item.line.part)) ?? null,
      waiting: waiting.get(reportKey(item.ready)) ?? null,
      report: report ? { ...report, versions: compared(report.versions, item.ready) } : null,
      mayPublish: agency !== undefined && denial(actor, "report.publish", target) === null,
    };
  };
  return { known, agencies };
}

function agenciesOf(tx: Tx, items: readonly ReadyItem[]) {
  return tx.agency.findMany({
    where: { id: { in: [...new Set(items.map(({ ready }) => ready.agencyId))] } },
    select: { id: true, usualScope: true, synthetic: true, region: { select: { path: true } } },
  });
}

async function sameBytes(tx: Tx, items: readonly ReadyItem[], own: string | null) {
  const rows = await tx.importItem.findMany({
    where: {
      sha256: { in: [...new Set(items.map(({ sha256 }) => sha256))] },
      outcome: { in: ["imported", "stored"] },
      undoneAt: null,
      ...(own === null ? {} : { NOT: { batchId: own, outcome: "stored" } }),
    },
    select: { sha256: true, part: true, reportId: true, version: true, outcome: true },
  });
  return new Map(rows.map(({ sha256, part, ...facts }) => [bytesKey(sha256 ?? "", part), facts]));
}

async function waitingFor(tx: Tx, items: readonly ReadyItem[], own: string | null) {
  const [agencyIds, years] = keysOf(items);
  const rows = await tx.$queryRaw<{ agencyId: string; year: number; contentKey: string }[]>`
    SELECT i."agencyId", i.year, i."contentKey" FROM "ImportItem" i
    JOIN unnest(${agencyIds}::text[], ${years}::int[]) AS k(agency, year)
      ON i."agencyId" = k.agency AND i.year = k.year
    WHERE i.outcome = 'stored' AND i."undoneAt" IS NULL
      AND i."batchId" IS DISTINCT FROM ${own}::uuid`;
  return new Map(rows.map((row) => [reportKey(row), row.contentKey]));
}

interface Content {
  number: number;
  origin: Standing["origin"];
  content: unknown;
}

type Locked = Omit<ReportRow, "versions"> & { versions: readonly Content[] };

interface LockedRow {
  id: string;
  agencyId: string;
  year: number;
  publication: Publication;
  currentVersion: number | null;
  withdrawnAt: Date | null;
  draft: DraftState | null;
}

/** The rows of these reports, locked in one order until the transaction ends, with the versions of those that have any. */
async function reportsOf(
  tx: Tx,
  items: readonly ReadyItem[],
  batchId: string | null,
): Promise<Map<string, Locked>> {
  const [agencyIds, years] = keysOf(items);
  const rows = await tx.$queryRaw<LockedRow[]>`
    SELECT r.id, r."agencyId", r.year, r.publication::text, r."currentVersion", r."withdrawnAt",
      (SELECT d.state::text FROM "Draft" d WHERE d."reportId" = r.id) AS draft
    FROM "Report" r
    WHERE (r."agencyId", r.year) IN
      (SELECT agency, year FROM unnest(${agencyIds}::text[], ${years}::int[]) AS k(agency, year))
    ORDER BY r.id FOR UPDATE OF r`;
  if (rows.length === 0) return new Map();
  const ids = rows.map(({ id }) => id);
  const versions = await tx.version.findMany({
    where: { reportId: { in: ids } },
    select: { reportId: true, number: true, origin: true, content: true },
  });
  const imports = await tx.importItem.findMany({
    where: { reportId: { in: ids }, outcome: "imported" },
    select: { reportId: true, version: true, undoneAt: true, batchId: true },
  });
  return new Map(
    rows.map(({ agencyId, year, withdrawnAt, ...row }) => [
      reportKey({ agencyId, year }),
      {
        ...row,
        versions: versions.filter(({ reportId }) => reportId === row.id),
        withdrawnByUndo: imports.some(
          ({ reportId, undoneAt }) =>
            reportId === row.id && undoneAt !== null && +undoneAt === +(withdrawnAt ?? 0),
        ),
        isOfThisBatch: imports.some(
          (each) =>
            each.reportId === row.id &&
            each.batchId === batchId &&
            each.version === row.currentVersion,
        ),
      },
    ]),
  );
}

function compared(versions: readonly Content[], { found }: Ready): Standing[] {
  return versions.map(({ number, origin, content }) => {
    const stored = storedContent(content);
    return {
      number,
      origin,
      contentKey: contentKey(stored),
      differing: differingCells(stored, found.content),
    };
  });
}

const keysOf = (items: readonly ReadyItem[]): [string[], number[]] => [
  items.map(({ ready }) => ready.agencyId),
  items.map(({ ready }) => ready.year),
];
