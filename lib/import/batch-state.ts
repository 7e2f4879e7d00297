/** What tells how far a batch, or the taking back of it, has come. */
export interface BatchMarks {
  finishedAt: Date | null;
  undoneAt: Date | null;
  /** Its reports that were taken back. */
  undone: number;
}

export type BatchState = "unfinished" | "finished" | "undoing" | "undone";

/** Where a batch stands; one that was taken back in part, and not to the end, is being taken back or was cut short at it. */
export function batchState({ finishedAt, undoneAt, undone }: BatchMarks): BatchState {
  if (undoneAt) return "undone";
  if (undone > 0) return "undoing";
  return finishedAt ? "finished" : "unfinished";
}
