/** Comparing the indexes with the database, or filling new ones. */
export type RunKind = "reconcile" | "rebuild";

/** A run that has not beaten for so long lost its worker; it beats every two seconds. */
export const RUN_SILENCE_MS = 60_000;
