const KINDS = {
  docx: "docx",
  docm: "docx",
  xlsx: "xlsx",
  xlsm: "xlsx",
  pdf: "pdf",
  html: "html",
  htm: "html",
  txt: "text",
  md: "text",
  csv: "text",
  json: "text",
} as const;

/** What a file calls itself by its ending. */
export function fileKind(name: string): (typeof KINDS)[keyof typeof KINDS] | "other" {
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  return Object.hasOwn(KINDS, ending) ? KINDS[ending as keyof typeof KINDS] : "other";
}

const KILOBYTE = 1024;
const UNITS = ["B", "KB", "MB"] as const;

/** A size in bytes as people say it, with one decimal from the kilobyte on. */
export function fileSize(bytes: number, locale: string): string {
  let [size, unit] = [bytes, 0];
  while (size >= KILOBYTE && unit < UNITS.length - 1) [size, unit] = [size / KILOBYTE, unit + 1];
  const figure = new Intl.NumberFormat(locale, { maximumFractionDigits: unit === 0 ? 0 : 1 });
  return `${figure.format(size)} ${UNITS[unit]}`;
}
