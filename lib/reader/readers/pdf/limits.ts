/** What a PDF may hold; a report has about ten pages and twenty thousand characters. */
export const PDF_LIMITS = {
  bytes: 20 * 1_048_576,
  pages: 200,
  /** Drawing operations of one page. */
  operations: 400_000,
  /** Characters of all pages. */
  glyphs: 400_000,
  /** Lines, bars and frames of all pages, as drawn. */
  rules: 200_000,
  /** Comparisons of the characters of one page with what is painted over or under them. */
  comparisons: 10_000_000,
  /** Dots of a picture that is looked at; those of whole pages have more. */
  dots: 300_000,
  /** Dots of all pictures of a file that are looked at whatever their size; scans have more. */
  allDots: 6_000_000,
  /** So long is waited for the pictures of a page to be decoded. */
  pictureMilliseconds: 2000,
  /** Texts, fields and shapes laid over one page; a form has some hundred fields. */
  notes: 2000,
  /** Lines of one page, once those that lie on each other are one. */
  pageRules: 3000,
  /** Cells between the rules of one table. */
  cells: 20_000,
  /** Reading stops after so many milliseconds, and when the process has grown by so many bytes. */
  milliseconds: 20_000,
  memory: 1024 * 1_048_576,
  /** Megabytes of the thread's own heap. */
  heap: 512,
} as const;
