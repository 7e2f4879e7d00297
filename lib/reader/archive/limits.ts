/** What an office file may hold; a report has some dozens of entries and well under a megabyte of markup. */
export const ARCHIVE_LIMITS = {
  /** Bytes of the archive itself: pictures are heavy, and they are never unpacked. */
  packed: 20 * 1_048_576,
  /** Files in the archive. */
  entries: 4000,
  /** Bytes of all files together, as the archive's directory declares them. */
  total: 400 * 1_048_576,
  /** Bytes of one file that is read, and of all that are read. */
  part: 32 * 1_048_576,
  read: 64 * 1_048_576,
  /** How much larger than its packed bytes a file that is read may be; markup shrinks ten to fifty times. */
  ratio: 250,
  /** Files smaller than this are never suspected by their ratio. */
  suspicious: 8 * 1_048_576,
} as const;

/** What one file of markup may hold. */
export const MARKUP_LIMITS = { depth: 256, elements: 600_000 } as const;

/** Characters of text: one shared string may stand in every cell of a workbook. */
export const MAX_TEXT = 1_000_000;

/** Cells of all sheets of a workbook, blanks included. */
export const MAX_CELLS = 200_000;
