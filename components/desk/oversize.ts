import type { IntakeRefusal } from "#lib/intake/given.ts";
import { MAX_FILE } from "#lib/reports/schema.ts";

/** Refuses a chosen file or a pasted text that the server would turn away unread, before all of it is sent; null where it may go. */
export function oversize(form: FormData): IntakeRefusal | null {
  const [file, text] = [form.get("file"), form.get("text")];
  // Both are sent, whichever of them is meant.
  const bytes =
    (file instanceof File ? file.size : 0) + (typeof text === "string" ? new Blob([text]).size : 0);
  return bytes <= MAX_FILE ? null : { code: "report.too-large", facts: { limit: MAX_FILE } };
}
