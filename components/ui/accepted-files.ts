interface Format {
  /** Its name in `common.formats`. */
  key: "docx" | "xlsx" | "pdf" | "html" | "txt" | "markdown" | "csv" | "json";
  endings: readonly string[];
  type: string;
  /** Whether its bytes are words as they stand; such a file may be less large. */
  isText: boolean;
}

const OFFICE = "application/vnd.openxmlformats-officedocument";

/** What a file may be that a report is read from: the one list of it for fields and for the words beside them. */
const FORMATS: readonly Format[] = [
  {
    key: "docx",
    endings: ["docx", "docm"],
    type: `${OFFICE}.wordprocessingml.document`,
    isText: false,
  },
  {
    key: "xlsx",
    endings: ["xlsx", "xlsm"],
    type: `${OFFICE}.spreadsheetml.sheet`,
    isText: false,
  },
  { key: "pdf", endings: ["pdf"], type: "application/pdf", isText: false },
  { key: "html", endings: ["html", "htm"], type: "text/html", isText: true },
  { key: "txt", endings: ["txt"], type: "text/plain", isText: true },
  { key: "markdown", endings: ["md"], type: "text/markdown", isText: true },
  { key: "csv", endings: ["csv"], type: "text/csv", isText: true },
  { key: "json", endings: ["json"], type: "application/json", isText: true },
];

/** The same as the field of a form names it. */
export const ACCEPTED_FILES = [
  ...FORMATS.flatMap(({ endings }) => endings.map((ending) => `.${ending}`)),
  ...FORMATS.map(({ type }) => type),
].join(",");

/** Enumerates names in a language without an “and”: 甲、乙、丙. */
export const ENUMERATION = { type: "conjunction", style: "narrow" } as const;

/** The names in `common.formats` of all that is accepted, or of texts alone, or of all others. */
export function acceptedFormats(which: "all" | "text" | "packed" = "all"): Format["key"][] {
  const wanted = FORMATS.filter(({ isText }) => which === "all" || isText === (which === "text"));
  return wanted.map(({ key }) => key);
}
