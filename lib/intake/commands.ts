import type { Text } from "#lib/editions/edition.ts";
import type { Actor } from "#lib/identity/actor.ts";
import { done, type Refusal, type Result, refused } from "#lib/platform/result.ts";
import type { KnownYears } from "#lib/reader/tables/constraints.ts";
import { BoundedReader } from "#lib/reading/bounded-reader.ts";
import type { BoundedRefusal } from "#lib/reading/refusal.ts";
import { startReport } from "#lib/reports/commands-start.ts";
import { publicFiguresBeside } from "#lib/reports/queries-beside.ts";
import type { ReportRefusal } from "#lib/reports/refusal.ts";
import { MAX_FILE, type StartReportInput } from "#lib/reports/schema.ts";
import { doubtsOf } from "./doubts.ts";
import { notesOf } from "./notes.ts";
import { type PartChoice, partsOf } from "./parts.ts";
import { readingOf } from "./reading.ts";
import type { Intake } from "./schema.ts";

export type IntakeRefusal =
  | ReportRefusal
  | BoundedRefusal
  | Refusal<"intake.nothing-given">
  | Refusal<"intake.no-such-part", { count: number }>;

/** A draft that was begun, and what the reader noted about the file it comes from; or the reports to choose one from. */
export type IntakeAnswer =
  | { kind: "started"; reportId: string; notes: Text[] }
  | { kind: "choose"; parts: PartChoice[] };

interface Source {
  from: StartReportInput["from"];
  notes: Text[];
}

/** A person waits for it, and is alone with it more often than not: longer than strangers have. */
const READING_MS = 20_000;
/** Reports in one file that are offered: more nobody looks through. */
const MAX_PARTS = 50;

const reader = new BoundedReader(READING_MS);

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

type Sourced = Result<Source | { parts: PartChoice[] }, IntakeRefusal>;

async function sourceOf(intake: Intake, now: Date): Promise<Sourced> {
  switch (intake.how) {
    case "blank":
    case "last-year":
      return done({ from: { kind: intake.how }, notes: [] });
    case "file":
      return fromFile(intake.file, intake.part, await yearsBeside(intake, now));
    case "paste":
      return fromPaste(intake.text, intake.part, await yearsBeside(intake, now));
  }
}

/** What is published of the agency on the years around this one: it may tell apart figures printed without gaps. */
async function yearsBeside({ agencyId, year }: Intake, now: Date): Promise<KnownYears> {
  return { [year]: await publicFiguresBeside(agencyId, year, now) };
}

async function fromFile(
  file: File | undefined,
  part: number | undefined,
  known: KnownYears,
): Promise<Sourced> {
  if (!file || isLeftEmpty(file)) return refused("intake.nothing-given");
  if (file.size > MAX_FILE) return refused("report.too-large", { limit: MAX_FILE });
  const bytes = new Uint8Array(await file.arrayBuffer());
  const mediaType = file.type || "application/octet-stream";
  return read({ name: file.name, mediaType, bytes }, part, known);
}

/** A file field that was left empty arrives without bytes and without a name; the framework then calls it "undefined". */
function isLeftEmpty({ name, size }: File): boolean {
  return size === 0 && (name === "" || name === "undefined");
}

async function fromPaste(
  text: string | undefined,
  part: number | undefined,
  known: KnownYears,
): Promise<Sourced> {
  if (!text?.trim()) return refused("intake.nothing-given");
  const bytes = new TextEncoder().encode(text);
  const mediaType = "text/plain; charset=utf-8";
  return read({ name: "paste.txt", mediaType, bytes }, part, known);
}

interface Original {
  name: string;
  mediaType: string;
  bytes: Uint8Array<ArrayBuffer>;
}

async function read(
  { name, mediaType, bytes }: Original,
  part: number | undefined,
  known: KnownYears,
): Promise<Sourced> {
  const found = await reader.read(bytes, READING_MS, known);
  if (!found.ok) return found;
  const reports = found.value;
  if (reports.length > 1 && part === undefined)
    return done({ parts: partsOf(reports).slice(0, MAX_PARTS) });
  const report = reports.find((each) => each.part === (part ?? 1));
  if (!report) return refused("intake.no-such-part", { count: reports.length });
  const file = { name: name.slice(0, 255), mediaType: mediaType.slice(0, 127), bytes };
  const { content, issues } = report;
  const from = { kind: "file" as const, content, doubts: doubtsOf(issues), file };
  const notes = notesOf(content, issues);
  return done({ from: { ...from, reading: readingOf(report), notes }, notes });
}
