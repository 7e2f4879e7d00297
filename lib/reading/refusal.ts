import type { Refusal } from "#lib/platform/result.ts";
import type { ReadRefusal } from "#lib/reader/refusal.ts";

/** Why a file was not read within its limits; each number is seconds. */
export type BoundedRefusal =
  | ReadRefusal
  | Refusal<"reading.too-slow", { seconds: number }>
  | Refusal<"reading.busy", { seconds: number }>;
