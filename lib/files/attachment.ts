/** Types a browser may be told; everything else, pages with scripts among it, is bytes. */
const TYPES = new Map(
  Object.entries({
    docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    pdf: "application/pdf",
    txt: "text/plain",
    md: "text/plain",
  }),
);

/** What an original file may do in a browser: nothing. */
export const FILE_POLICY = "default-src 'none'; sandbox";

/** The headers an original file is handed out with: always an attachment, never run, its type from a short list. */
export function attachmentHeaders(
  file: { name: string; size: number; sha256: string },
  cache: "public" | "private",
): Record<string, string> {
  const ending = /\.([a-z]+)$/i.exec(file.name)?.[1]?.toLowerCase() ?? "";
  return {
    "Content-Type": TYPES.get(ending) ?? "application/octet-stream",
    "Content-Length": String(file.size),
    "Content-Disposition": disposition(file.name),
    "Content-Security-Policy": FILE_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
    // What is withdrawn is gone at the next request.
    "Cache-Control": cache === "public" ? "no-cache" : "private, no-store",
    ETag: `"${file.sha256}"`,
  };
}

/** The name in both spellings of RFC 6266: plain ASCII for the old, RFC 5987 for everybody else. */
function disposition(name: string): string {
  const safe = name
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}/\\]/gu, "_")
    .trim();
  const shown = safe === "" || /^\.+$/.test(safe) ? "file" : safe;
  const plain = shown.replace(/[^\x20-\x7e]|["%]/g, "_");
  const encoded = encodeURIComponent(shown).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
