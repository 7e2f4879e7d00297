import type { Actor } from "#lib/identity/actor.ts";
import { type Refusal, type Result, refused } from "#lib/platform/result.ts";
import { readSource } from "#lib/reader/read.ts";
import type { ReadRefusal } from "#lib/reader/refusal.ts";
import { startReport } from "#lib/reports/commands-start.ts";
import type { ReportRefusal } from "#lib/reports/refusal.ts";
import { MAX_FILE, type StartReportInput } from "#lib/reports/schema.ts";
import { doubtsOf } from "./doubts.ts";
import type { Intake } from "./schema.ts";

export type IntakeRefusal =
  | ReportRefusal
  | ReadRefusal
  | Refusal<"intake.nothing-given">
  | Refusal<"intake.several-reports", { count: number }>;

type Started = Result<{ reportId: string }, IntakeRefusal>;
type From = StartReportInput["from"];

/** Begins a report: blank, from last year's words, or from a file or a paste, which the reader reads first. */
export async function startFromIntake(actor: Actor, intake: Intake, now: Date): Promise<Started> {
  const from = await sourceOf(intake);
  if (!from.ok) return from;
  const { agencyId, year } = intake;
  return startReport(actor, { agencyId, year, from: from.value } satisfies StartReportInput, now);
}

async function sourceOf(intake: Intake): Promise<Result<From, IntakeRefusal>> {
  switch (intake.how) {
    case "blank":
    case "last-year":
      return { ok: true, value: { kind: intake.how } };
    case "file":
      return fromFile(intake.file);
    case "paste":
      return fromPaste(intake.text);
  }
}

async function fromFile(file: File | undefined): Promise<Result<From, IntakeRefusal>> {
  if (!file || isLeftEmpty(file)) return refused("intake.nothing-given");
  if (file.size > MAX_FILE) return refused("report.too-large", { limit: MAX_FILE });
  const bytes = new Uint8Array(await file.arrayBuffer());
  return read(bytes, file.name, file.type || "application/octet-stream");
}

/** A file field that was left empty arrives without bytes and without a name; the framework then calls it "undefined". */
function isLeftEmpty({ name, size }: File): boolean {
  return size === 0 && (name === "" || name === "undefined");
}

async function fromPaste(text: string | undefined): Promise<Result<From, IntakeRefusal>> {
  if (!text?.trim()) return refused("intake.nothing-given");
  return read(new TextEncoder().encode(text), "paste.txt", "text/plain; charset=utf-8");
}

async function read(
  bytes: Uint8Array<ArrayBuffer>,
  name: string,
  mediaType: string,
): Promise<Result<From, IntakeRefusal>> {
  const found = await readSource(bytes, name);
  if (!found.ok) return found;
  const [report, ...more] = found.value;
  if (!report) return refused("reader.no-report");
  if (more.length > 0) return refused("intake.several-reports", { count: more.length + 1 });
  const file = { name: name.slice(0, 255), mediaType: mediaType.slice(0, 127), bytes };
  return {
    ok: true,
    value: { kind: "file", content: report.content, doubts: doubtsOf(report.issues), file },
  };
}
