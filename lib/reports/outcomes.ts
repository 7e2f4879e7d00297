import type { SeriesColumn } from "./series-row.ts";

/** The ways in which requests end, in the order of the form. */
export const OUTCOMES = [
  "granted",
  "partlyGranted",
  "refused",
  "unavailable",
  "notProcessed",
  "otherHandling",
] as const satisfies readonly SeriesColumn[];
export type OutcomeColumn = (typeof OUTCOMES)[number];

/** Requests handled below which a share says nothing (R22). */
export const LEAST_FOR_SHARE = 30;
