import type { Text } from "#lib/editions/edition.ts";
import type { Actor } from "#lib/identity/actor.ts";
import { done, type Result } from "#lib/platform/result.ts";
import { startReport } from "#lib/reports/commands-start.ts";
import type { StartReportInput } from "#lib/reports/schema.ts";
import { type IntakeRefusal, readGiven } from "./given.ts";
import type { PartChoice } from "./parts.ts";
import type { Intake } from "./schema.ts";

/** A draft that was begun, and what the reader noted about the file it comes from; or the reports to choose one from. */
export type IntakeAnswer =
  | { kind: "started"; reportId: string; notes: Text[] }
  | { kind: "choose"; parts: PartChoice[] };

interface Source {
  from: StartReportInput["from"];
  notes: Text[];
}

/** Begins a report: blank, from last year's words, or from a file or a paste, which the reader reads first. */
export async function startFromIntake(
  actor: Actor,
  intake: Intake,
  now: Date,
): Promise<Result<IntakeAnswer, IntakeRefusal>> {
  const source = await sourceOf(intake, now);
  if (!source.ok) return source;
  if ("parts" in source.value) return done({ kind: "choose", parts: source.value.parts });
  const { from, notes } = source.value;
  const { agencyId, year } = intake;
  const input = { agencyId, year, from } satisfies StartReportInput;
  const started = await startReport(actor, input, now);
  return started.ok ? done({ kind: "started", ...started.value, notes }) : started;
}

async function sourceOf(
  intake: Intake,
  now: Date,
): Promise<Result<Source | { parts: PartChoice[] }, IntakeRefusal>> {
  switch (intake.how) {
    case "blank":
    case "last-year":
      return done({ from: { kind: intake.how }, notes: [] });
    case "file":
    case "paste":
      return readGiven({ ...intake, how: intake.how }, intake, now);
  }
}
