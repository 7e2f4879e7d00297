import type { Text } from "#lib/editions/edition.ts";
import { done, type Refusal, type Result, refused } from "#lib/platform/result.ts";
import type { KnownYears } from "#lib/reader/tables/constraints.ts";
import { BoundedReader } from "#lib/reading/bounded-reader.ts";
import type { BoundedRefusal } from "#lib/reading/refusal.ts";
import { publicFiguresBeside } from "#lib/reports/queries-beside.ts";
import type { ReportRefusal } from "#lib/reports/refusal.ts";
import { type FileSourceInput, MAX_FILE } from "#lib/reports/schema.ts";
import { doubtsOf } from "./doubts.ts";
import { notesOf } from "./notes.ts";
import { type PartChoice, partsOf } from "./parts.ts";
import { readingOf } from "./reading.ts";
import type { Given } from "./schema.ts";

export type IntakeRefusal =
  | ReportRefusal
  | BoundedRefusal
  | Refusal<"intake.nothing-given">
  | Refusal<"intake.no-such-part", { count: number }>;

/** What the reader makes of a file, or the reports in it, to choose one from. */
type Sourced = Result<
  { from: FileSourceInput; notes: Text[] } | { parts: PartChoice[] },
  IntakeRefusal
>;

interface Original {
  name: string;
  mediaType: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** A person waits for it, and is alone with it more often than not: longer than strangers have. */
const READING_MS = 20_000;
/** Reports in one file that are offered: more nobody looks through. */
const MAX_PARTS = 50;

const reader = new BoundedReader(READING_MS);

/** Reads the file or the paste that was given for this agency and year. */
export async function readGiven(
  given: Given,
  { agencyId, year }: { agencyId: string; year: number },
  now: Date,
): Promise<Sourced> {
  const original = given.how === "paste" ? fromPaste(given.text) : await fromFile(given.file);
  if (!original.ok) return original;
  // What is published on the years around this one may tell apart figures printed without gaps.
  const known = { [year]: await publicFiguresBeside(agencyId, year, now) };
  return read(original.value, given.part, known);
}

async function fromFile(file: File | undefined): Promise<Result<Original, IntakeRefusal>> {
  if (!file || isLeftEmpty(file)) return refused("intake.nothing-given");
  if (file.size > MAX_FILE) return refused("report.too-large", { limit: MAX_FILE });
  const bytes = new Uint8Array(await file.arrayBuffer());
  const mediaType = file.type || "application/octet-stream";
  return done({ name: file.name, mediaType, bytes });
}

/** A file field that was left empty arrives without bytes and without a name; the framework then calls it "undefined". */
function isLeftEmpty({ name, size }: File): boolean {
  return size === 0 && (name === "" || name === "undefined");
}

function fromPaste(text: string | undefined): Result<Original, IntakeRefusal> {
  if (!text?.trim()) return refused("intake.nothing-given");
  const bytes = new TextEncoder().encode(text);
  const mediaType = "text/plain; charset=utf-8";
  return done({ name: "粘贴的全文.txt", mediaType, bytes });
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
