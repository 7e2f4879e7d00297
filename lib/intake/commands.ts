import type { Text } from "#lib/editions/edition.ts";
import type { Actor } from "#lib/identity/actor.ts";
import { done, type Refusal, type Result, refused } from "#lib/platform/result.ts";
import { readSource } from "#lib/reader/read.ts";
import type { ReadRefusal } from "#lib/reader/refusal.ts";
import { startReport } from "#lib/reports/commands-start.ts";
import type { ReportRefusal } from "#lib/reports/refusal.ts";
import { MAX_FILE, type StartReportInput } from "#lib/reports/schema.ts";
import { doubtsOf } from "./doubts.ts";
import { notesOf } from "./notes.ts";
import type { Intake } from "./schema.ts";

export type IntakeRefusal =
  | ReportRefusal
  | ReadRefusal
  | Refusal<"intake.nothing-given">
  | Refusal<"intake.several-reports", { count: number }>;

/** A draft that was begun, and what the reader noted about the file it comes from. */
export interface Started {
  reportId: string;
  notes: Text[];
}

interface Source {
  from: StartReportInput["from"];
  notes: Text[];
}

/** Begins a report: blank, from last year's words, or from a file or a paste, which the reader reads first. */
export async function startFromIntake(
  actor: Actor,
  intake: Intake,
  now: Date,
): Promise<Result<Started, IntakeRefusal>> {
  const source = await sourceOf(intake);
  if (!source.ok) return source;
  const { from, notes } = source.value;
  const { agencyId, year } = intake;
  const input = { agencyId, year, from } satisfies StartReportInput;
  const started = await startReport(actor, input, now);
  return started.ok ? done({ ...started.value, notes }) : started;
}

async function sourceOf(intake: Intake): Promise<Result<Source, IntakeRefusal>> {
  switch (intake.how) {
    case "blank":
    case "last-year":
      return done({ from: { kind: intake.how }, notes: [] });
    case "file":
      return fromFile(intake.file);
    case "paste":
      return fromPaste(intake.text);
  }
}

async function fromFile(file: File | undefined): Promise<Result<Source, IntakeRefusal>> {
  if (!file || isLeftEmpty(file)) return refused("intake.nothing-given");
  if (file.size > MAX_FILE) return refused("report.too-large", { limit: MAX_FILE });
  const bytes = new Uint8Array(await file.arrayBuffer());
  return read(bytes, file.name, file.type || "application/octet-stream");
}

/** A file field that was left empty arrives without bytes and without a name; the framework then calls it "undefined". */
function isLeftEmpty({ name, size }: File): boolean {
  return size === 0 && (name === "" || name === "undefined");
}

async function fromPaste(text: string | undefined): Promise<Result<Source, IntakeRefusal>> {
  if (!text?.trim()) return refused("intake.nothing-given");
  return read(new TextEncoder().encode(text), "paste.txt", "text/plain; charset=utf-8");
}

async function read(
  bytes: Uint8Array<ArrayBuffer>,
  name: string,
  mediaType: string,
): Promise<Result<Source, IntakeRefusal>> {
  const found = await readSource(bytes, name);
  if (!found.ok) return found;
  const [report, ...more] = found.value;
  if (!report) return refused("reader.no-report");
  if (more.length > 0) return refused("intake.several-reports", { count: more.length + 1 });
  const file = { name: name.slice(0, 255), mediaType: mediaType.slice(0, 127), bytes };
  const { content, issues } = report;
  return done({
    from: { kind: "file", content, doubts: doubtsOf(issues), file },
    notes: notesOf(content, issues),
  });
}
