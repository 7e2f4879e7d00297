import type { Cells, ReportContent } from "#lib/editions/content.ts";
import type { Text } from "#lib/editions/edition.ts";
import type { Touched } from "./draft-patch.ts";
import type { Doubt } from "./schema.ts";

/** Content out of the database: only commands write it, and only after `reportContentSchema` has parsed it. */
export function storedContent(json: unknown): ReportContent {
  return json as ReportContent;
}

/** The reader's open doubts on a draft. */
export function storedDoubts(json: unknown): Doubt[] {
  return json as Doubt[];
}

/** The figures surely read from a draft's file; null where they were not kept. */
export function storedFigures(json: unknown): Cells | null {
  return json as Cells | null;
}

/** What the reader said of a draft's file as a whole. */
export function storedNotes(json: unknown): Text[] {
  return json as Text[];
}

/** Which revision touched what in a draft. */
export function storedTouched(json: unknown): Touched {
  return json as Touched;
}

/** Where a version came from: submitted here, or copied from where it had been published. */
export interface VersionOrigin {
  origin: "submitted" | "archive";
  sourceUrl: string | null;
  sourceName: string | null;
  summarised: boolean;
}

/** A public explanation as it stood when a version was published. */
export interface Explanation {
  issueKey: string;
  rule: string;
  instance: string;
  note: string;
  decidedAt: string;
}

/** The explanations frozen with a version. */
export function storedExplanations(json: unknown): Explanation[] {
  return json as Explanation[];
}

type Json = string | number | boolean | JsonObject | readonly (Json | null)[];
interface JsonObject {
  readonly [key: string]: Json | null;
}

/** A plain value as the database takes it. */
export function toJson(value: object): Json {
  return value as JsonObject;
}
