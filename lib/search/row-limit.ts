/** Reports one file of a result holds at the most; the whole of a year stands in its bulk file. */
export const MAX_ROWS = 10_000;
