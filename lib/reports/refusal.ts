import type { z } from "zod";
import type { Blocker } from "#lib/checks/blocking.ts";
import type { CellKey, SectionKey } from "#lib/editions/content.ts";
import { type Refusal, type Result, refused } from "#lib/platform/result.ts";
import type { MetadataField } from "./content-schema.ts";
import type { LifecycleAction, Position } from "./lifecycle.ts";

/** Words and figures of a draft by address, as they are typed; null stands for an absent cell or an empty field. */
export interface DraftValues {
  cells: Record<CellKey, string | null>;
  sections: Partial<Record<SectionKey, string>>;
  metadata: Partial<Record<MetadataField, string | null>>;
}

/** Both sides of a stale write: what the caller wanted, and what stands there now. */
export interface StaleFacts {
  /** The revision that stands now. */
  revision: number;
  yours: DraftValues;
  theirs: DraftValues;
  /** What others have written elsewhere in the draft meanwhile. */
  others: DraftValues;
  /** Name of whoever wrote last. */
  editedBy: string | null;
}

export type ReportRefusal =
  | Refusal<"report.invalid", { issues: { path: string; message: string }[] }>
  | Refusal<"report.not-found">
  | Refusal<"report.forbidden", { denial: string }>
  | Refusal<"report.wrong-state", Position & { action: LifecycleAction }>
  | Refusal<"report.stale", StaleFacts>
  /** The draft was taken back or sent again, or closed and another one opened, since the caller looked at it. */
  | Refusal<"report.superseded", { revision: number; snapshotId: string | null }>
  | Refusal<"report.blocked", { blockers: Blocker[] }>
  | Refusal<"report.doubts-open", { cells: CellKey[] }>
  | Refusal<"report.reason-required">
  | Refusal<"report.time-passed">
  | Refusal<"report.exists", { reportId: string }>
  | Refusal<"report.no-edition", { year: number }>
  /** The file reports on another year than the one that was asked for. */
  | Refusal<"report.other-year", { year: number; asked: number }>
  | Refusal<"report.nothing-published", { year: number }>
  | Refusal<"report.too-large", { limit: number }>
  /** The original file could not be kept: its store is down. */
  | Refusal<"files.unavailable">
  | Refusal<"report.unknown-issue", { issueKey: string }>;

export type ReportResult<Value> = Result<Value, ReportRefusal>;

/** The answer to an input that does not have the form asked for: each fault with its path. */
export function invalid(error: z.ZodError): { ok: false; refusal: ReportRefusal } {
  const issues = error.issues.slice(0, 50).map(({ path, message }) => ({
    path: path.join("."),
    message,
  }));
  return refused("report.invalid", { issues });
}

/** The answer to an input that names something the report does not have. */
export function invalidAt(path: string, message: string): { ok: false; refusal: ReportRefusal } {
  return refused("report.invalid", { issues: [{ path, message }] });
}
