import type { Refusal } from "#lib/platform/result.ts";

/** Why bytes could not be kept, or could not be had again. */
export type FileRefusal =
  | Refusal<"files.too-large", { limit: number }>
  /** The store did not answer, or would not: nothing was kept, and trying again later is right. */
  | Refusal<"files.unavailable">;

/** Why bytes that were kept could not be had. */
export type FileLoss =
  | Refusal<"files.unavailable">
  /** Nothing is kept under this hash, or what is kept is not what was put there. */
  | Refusal<"files.missing">
  | Refusal<"files.damaged">;
