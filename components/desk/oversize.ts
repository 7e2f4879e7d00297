import type { IntakeRefusal } from "#lib/intake/given.ts";
import { MAX_FILE } from "#lib/reports/schema.ts";

/** Refuses a chosen file that the server would turn away unread, before all of it is sent; null where it may go. */
export function oversize(form: FormData): IntakeRefusal | null {
  const file = form.get("file");
  if (!(file instanceof File) || file.size <= MAX_FILE) return null;
  return { code: "report.too-large", facts: { limit: MAX_FILE } };
}
