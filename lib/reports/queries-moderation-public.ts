import type { Prisma } from "#generated/prisma/client.ts";
import type { Actor } from "#lib/identity/actor.ts";
import { db } from "#lib/platform/db.ts";
import { literally } from "#lib/platform/like.ts";
import type { LifecycleAction } from "./lifecycle.ts";
import { permittedActions } from "./permitted.ts";

export interface PublicFilters {
  publication: "published" | "withdrawn";
  /** Part of an agency's name. */
  query?: string | undefined;
  year?: number | undefined;
  page?: number | undefined;
}

export interface PublicLine {
  reportId: string;
  agencyId: string;
  agencyName: string;
  regionName: string;
  year: number;
  currentVersion: number;
  withdrawnAt: Date | null;
  withdrawnReason: string | null;
  actions: LifecycleAction[];
}

export const PUBLIC_PAGE = 50;

/** What is public, or was withdrawn, in the regions the actor moderates; newest years first. */
export async function publicInRegions(
  actor: Actor,
  { publication, query, year, page = 1 }: PublicFilters,
): Promise<{ lines: PublicLine[]; total: number }> {
  const places = regionsOf(actor);
  if (!places) return { lines: [], total: 0 };
  const where: Prisma.ReportWhereInput = {
    publication,
    ...(year ? { year } : {}),
    agency: {
      ...places,
      ...(query ? { name: { contains: literally(query), mode: "insensitive" } } : {}),
    },
  };
  const [total, rows] = await Promise.all([
    db().report.count({ where }),
    db().report.findMany({
      where,
      include: LINE,
      orderBy: [{ year: "desc" }, { agency: { name: "asc" } }, { id: "asc" }],
      skip: (Math.max(1, page) - 1) * PUBLIC_PAGE,
      take: PUBLIC_PAGE,
    }),
  ]);
  return { total, lines: rows.map((row) => lineOf(row, actor)) };
}

const LINE = {
  agency: {
    select: { name: true, ownReview: true, region: { select: { name: true, path: true } } },
  },
  draft: { select: { state: true, editedById: true, sentById: true } },
} as const satisfies Prisma.ReportInclude;

function lineOf(row: Prisma.ReportGetPayload<{ include: typeof LINE }>, actor: Actor): PublicLine {
  const { id, agencyId, agency, year, publication, withdrawnAt, withdrawnReason, draft } = row;
  return {
    reportId: id,
    agencyId,
    agencyName: agency.name,
    regionName: agency.region.name,
    year,
    currentVersion: row.currentVersion ?? 0,
    withdrawnAt,
    withdrawnReason,
    actions: permittedActions(actor, {
      position: { draft: draft?.state ?? null, publication },
      ownReview: agency.ownReview,
      target: {
        agencyId,
        regionPath: agency.region.path,
        editedById: draft?.editedById ?? null,
        sentById: draft?.sentById ?? null,
      },
    }),
  };
}

/** The part of the register an actor moderates; null for those who moderate nothing. */
function regionsOf(actor: Actor): Prisma.AgencyWhereInput | null {
  if (actor.grants.some(({ role }) => role === "admin")) return {};
  const codes = actor.grants.flatMap(({ role, regionCode }) =>
    role === "moderator" && regionCode !== null ? [regionCode] : [],
  );
  return codes.length === 0 ? null : { region: { path: { hasSome: codes } } };
}
