import type { Text } from "#lib/editions/edition.ts";
import type { DraftState, Publication } from "#lib/reports/lifecycle.ts";
import { moved } from "#lib/reports/lifecycle.ts";
import type { Outcome, Ready } from "./item.ts";
import { changedText, type ImportCode, wordsOf } from "./words.ts";

/** How a version that stands compares with the copy. */
export interface Standing {
  number: number;
  origin: "submitted" | "archive";
  contentKey: string;
  /** Figures that differ from the copy's. */
  differing: number;
}

/** What the database holds of the report that a copy would become. */
export interface Known {
  /** Where the same bytes went. */
  sameBytes: { reportId: string | null; version: number | null; outcome: Outcome } | null;
  /** Key of the copy that waits for the same agency and year. */
  waiting: string | null;
  report: {
    id: string;
    draft: DraftState | null;
    publication: Publication;
    currentVersion: number | null;
    versions: readonly Standing[];
    /** It was an import, undone since, that withdrew it. */
    withdrawnByUndo: boolean;
    /** Its current version was made by the import under way. */
    isOfThisBatch: boolean;
  } | null;
  mayPublish: boolean;
}

/** What is to be done with a copy. */
export type Plan =
  | { do: "publish"; reportId: string | null }
  | { do: "store" }
  | { do: "replace"; reportId: string }
  | { do: "republish"; reportId: string; version: number }
  | {
      do: "answer";
      outcome: Outcome;
      code: ImportCode | "import.changed";
      message: Text;
      reportId: string | null;
      version: number | null;
    };

interface Wish {
  publish: boolean;
  replace: boolean;
}

/**
 * What becomes of a copy: the same bytes, words and figures are never stored twice; what an agency published itself, is
 * writing, or has had withdrawn is left alone; a copy that differs is answered, unless it is to be the next version.
 */
export function planFor({ found }: Pick<Ready, "found">, known: Known, wish: Wish): Plan {
  const { sameBytes, waiting, report, mayPublish } = known;
  if (sameBytes) {
    const code = sameBytes.outcome === "stored" ? "import.waiting" : "import.same-bytes";
    return answer("already_there", code, sameBytes);
  }
  if (!mayPublish) return answer("refused", "import.forbidden", report);
  if (waiting !== null && waiting !== found.contentKey)
    return answer("conflict", "import.other-waiting", report);
  if (waiting !== null && !wish.publish) return answer("already_there", "import.waiting", report);
  if (report && report.publication !== "unpublished")
    return besides(found.contentKey, report, wish);
  if (report?.draft) return answer("conflict", "import.draft-open", report);
  return wish.publish ? { do: "publish", reportId: report?.id ?? null } : { do: "store" };
}

function besides(key: string, report: NonNullable<Known["report"]>, wish: Wish): Plan {
  const { draft, publication, versions, currentVersion, id } = report;
  const same = versions.find(({ contentKey }) => contentKey === key);
  const current = versions.find(({ number }) => number === currentVersion);
  if (publication === "withdrawn") {
    const isOurs = report.withdrawnByUndo && same?.number === currentVersion && wish.publish;
    if (isOurs) return { do: "republish", reportId: id, version: same?.number ?? 1 };
    return answer("conflict", "import.withdrawn", report);
  }
  if (same) return answer("already_there", "import.same-content", report, same.number);
  if (current?.origin !== "archive") return answer("conflict", "import.own-report", report);
  if (report.isOfThisBatch) return answer("conflict", "import.twice", report);
  const changed = changedText(current.differing);
  const isOpen = moved("replaceArchive", { draft, publication }) !== null;
  if (!isOpen) return answer("conflict", "import.draft-open", report);
  if (wish.replace && wish.publish) return { do: "replace", reportId: id };
  return {
    ...answer("conflict", "import.same-content", report),
    message: changed,
    code: "import.changed",
  };
}

function answer(
  outcome: Outcome,
  code: ImportCode,
  report: {
    id?: string;
    reportId?: string | null;
    currentVersion?: number | null;
    version?: number | null;
  } | null,
  version: number | null = null,
): Extract<Plan, { do: "answer" }> {
  return {
    do: "answer",
    outcome,
    code,
    message: wordsOf(code),
    reportId: report?.reportId ?? report?.id ?? null,
    version: version ?? report?.version ?? report?.currentVersion ?? null,
  };
}
