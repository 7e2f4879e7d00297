import type { Actor } from "#lib/identity/actor.ts";
import { done, type Result } from "#lib/platform/result.ts";
import { attachFile } from "#lib/reports/commands-file.ts";
import { readableReport } from "#lib/reports/queries-desk.ts";
import { type IntakeRefusal, readGiven } from "./given.ts";
import type { PartChoice } from "./parts.ts";
import type { OtherFile } from "./schema.ts";

/** Another original stands beside the draft, with so many figures to look at; or the reports to choose one from. */
export type AttachAnswer =
  | { kind: "attached"; open: number }
  | { kind: "choose"; parts: PartChoice[] };

/** Reads a file or a paste and puts it beside a draft, whose words and figures stay. */
export async function attachFromIntake(
  actor: Actor,
  { reportId, seen, ...given }: OtherFile,
  now: Date,
): Promise<Result<AttachAnswer, IntakeRefusal>> {
  // Asked before anything is read; the command asks again.
  const report = await readableReport(actor, reportId);
  if (!report.ok) return report;
  const source = await readGiven(given, report.value, now);
  if (!source.ok) return source;
  if ("parts" in source.value) return done({ kind: "choose", parts: source.value.parts });
  const attached = await attachFile(actor, { reportId, seen, from: source.value.from }, now);
  return attached.ok ? done({ kind: "attached", ...attached.value }) : attached;
}
