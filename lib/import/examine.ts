import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { fileSettings } from "#lib/files/settings.ts";
import { yearsBeside } from "./beside.ts";
import type { FoundReport } from "./found.ts";
import { blankLine, type Item, type Line, lineOf, type Source } from "./item.ts";
import { type OwnerOptions, ownerOf } from "./owner.ts";
import { importedParts, recordedLines } from "./queries.ts";
import type { FileRead, FileReader } from "./reading.ts";
import { type Sidecar, sidecarOf } from "./sidecar.ts";
import { faultOf, type WalkedFile, type WalkFault } from "./walk.ts";
import { type ImportCode, readingText, tooLargeText, wordsOf } from "./words.ts";

/** What is no annual report, or seems to be something else, may be one that nobody recognises: a person decides. */
const NO_REPORT: ReadonlySet<string> = new Set(["reader.no-report", "reader.not-annual-report"]);

export interface ExamineOptions {
  reader: FileReader;
  owner: OwnerOptions;
  /** The address that the files' paths are put behind, where nothing nearer says where they came from. */
  sourceBase: string | null;
  clock: () => Date;
  /** The batch that is gone on with: what it noted about a file is not worked out again. */
  resumed: string | null;
}

/** A file with its reports, or what an earlier run noted about them. */
export interface Examined {
  items: Item[];
  recorded: Line[];
  /** The file itself, where a report of it may be stored. */
  original: { name: string; mediaType: string; bytes: Buffer } | null;
}

/** All that can be said of a file before it is stored; never throws for what is in the file. */
export async function examine(file: WalkedFile, options: ExamineOptions): Promise<Examined> {
  const { name, fault, size } = file;
  if (fault) return answered(name, fault, fault === "import.seen" ? "already_there" : "refused");
  const { limit } = fileSettings();
  if (size > limit) return refusedWith(name, "import.too-large", tooLargeText(limit));
  const bytes = await readFile(file.path).catch(faultOf);
  if (typeof bytes === "string") return answered(name, bytes, "refused");
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const recorded = options.resumed ? await recordedLines(options.resumed, name, sha256) : [];
  if (recorded.length > 0) return { items: [], recorded, original: null };
  return (await knownBytes(name, sha256)) ?? read(file, bytes, sha256, options);
}

/** The same bytes once more: nothing is read. */
async function knownBytes(name: string, sha256: string): Promise<Examined | null> {
  const parts = await importedParts(sha256);
  const [first] = parts;
  // Where a part of the file was not imported, the file is read again: an agency may have been settled since.
  if (!first || parts.length < (first.line.parts ?? 1)) return null;
  const items = parts.map(({ line, part, outcome }): Item => {
    const code = outcome === "stored" ? "import.waiting" : "import.same-bytes";
    const message = wordsOf(code);
    return {
      sha256,
      line: { ...line, file: name, part, outcome: "already_there", code, message },
      ready: null,
    };
  });
  return { items, recorded: [], original: null };
}

async function read(
  file: WalkedFile,
  bytes: Buffer,
  sha256: string,
  options: ExamineOptions,
): Promise<Examined> {
  const reading = await options.reader.read(bytes);
  if (!reading.ok) {
    const { refusal } = reading;
    const outcome = NO_REPORT.has(refusal.code) ? "needs_attention" : "refused";
    const line = { ...blankLine(file.name), outcome, code: refusal.code } as const;
    return one({ ...line, message: readingText(refusal) }, sha256);
  }
  const { mediaType } = reading.value;
  const beside = await sidecarOf(file.path);
  const owners = await Promise.all(
    reading.value.reports.map((found) => ownerOf(found, file.name, beside.agencyId, options.owner)),
  );
  const reports = await withYearsBeside(bytes, reading.value, owners, options);
  const name = (file.name.split("/").at(-1) ?? file.name).slice(0, 255);
  const items = reports.map((found, index): Item => {
    const source = sourceOf(found, file, beside, options.sourceBase);
    const line = {
      ...lineOf(file.name, found),
      ...owners[index],
      source: source.sourceUrl,
      parts: reports.length,
    };
    return itemOf({ sha256, found, line, source });
  });
  const isWanted = items.some(({ ready }) => ready !== null);
  return { items, recorded: [], original: isWanted ? { name, mediaType, bytes } : null };
}

/** Where figures stay glued, the file is read once more with what is published on the years around its own. */
async function withYearsBeside(
  bytes: Buffer,
  { reports, isOpen }: FileRead,
  owners: readonly Pick<Line, "agency">[],
  { reader, clock }: ExamineOptions,
): Promise<FoundReport[]> {
  if (!isOpen) return reports;
  const whose = reports.map(({ content: { year } }, index) => {
    return { agency: owners[index]?.agency ?? null, year };
  });
  const known = await yearsBeside(whose, clock());
  if (Object.keys(known).length === 0) return reports;
  const again = await reader.read(bytes, known);
  return again.ok ? again.value.reports : reports;
}

function itemOf(given: { sha256: string; found: FoundReport; line: Line; source: Source }): Item {
  const { sha256, found, line, source } = given;
  const year = found.content.year;
  if (line.code || !line.agency || year === null)
    return { sha256, line: { ...line, outcome: "needs_attention" }, ready: null };
  return { sha256, line, ready: { agencyId: line.agency.id, year, found, source, kept: null } };
}

/** Nearest first: what stands beside the file, what the file says of itself, the address given for all. */
function sourceOf(
  { content }: FoundReport,
  { below }: WalkedFile,
  { sourceUrl }: Sidecar,
  base: string | null,
): Source {
  const path = below.split("/").map(encodeURIComponent).join("/");
  const given = base === null ? null : `${base.replace(/\/$/u, "")}/${path}`;
  const url = sourceUrl ?? content.sourceUrl ?? given;
  return { sourceUrl: url, sourceName: (content.publisher ?? below).slice(0, 300) };
}

function answered(name: string, code: ImportCode | WalkFault, outcome: Line["outcome"]): Examined {
  return one({ ...blankLine(name), outcome, code, message: wordsOf(code) }, null);
}

const refusedWith = (name: string, code: string, message: Line["message"]) =>
  one({ ...blankLine(name), code, message }, null);

function one(line: Line, sha256: string | null): Examined {
  return { items: [{ sha256, line, ready: null }], recorded: [], original: null };
}
