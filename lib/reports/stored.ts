import type { Prisma } from "#generated/prisma/client.ts";
import type { ReportContent } from "#lib/editions/content.ts";
import type { Touched } from "./draft-patch.ts";
import type { Doubt } from "./schema.ts";

/** Content out of the database: only commands write it, and only after `reportContentSchema` has parsed it. */
export function storedContent(json: Prisma.JsonValue): ReportContent {
  return json as unknown as ReportContent;
}

/** The reader's open doubts on a draft. */
export function storedDoubts(json: Prisma.JsonValue): Doubt[] {
  return json as unknown as Doubt[];
}

/** Which revision touched what in a draft. */
export function storedTouched(json: Prisma.JsonValue): Touched {
  return json as unknown as Touched;
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
export function storedExplanations(json: Prisma.JsonValue): Explanation[] {
  return json as unknown as Explanation[];
}

/** A plain value as the database takes it. */
export function toJson(value: object): Prisma.InputJsonValue {
  return value as unknown as Prisma.InputJsonValue;
}
