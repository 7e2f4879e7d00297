import { fold } from "#lib/chinese/fold.ts";
import { db } from "#lib/platform/db.ts";
import { numberKey } from "./number-key.ts";
import type { SearchDocument } from "./shown.ts";

/** Letters as they are compared with a quoted phrase: one script, one width, no blanks lost but those that are doubled. */
export function plainText({ sections }: SearchDocument): string {
  const text = sections.map(({ heading, text: prose }) => `${heading ?? ""}\n${prose}`).join("\n");
  return fold(text).replaceAll("\0", "");
}

/** Keeps documents for showing; a later write of the same report replaces the earlier one. */
export async function keepShown(documents: readonly SearchDocument[], now: Date): Promise<void> {
  if (documents.length === 0) return;
  await db().$executeRaw`
    INSERT INTO "SearchDocument" ("reportId", document, plain, hash, "numberKey", "indexedAt")
    SELECT d.id, d.document::jsonb, d.plain, d.hash, d.number, ${now}::timestamptz
    FROM unnest(${documents.map(({ id }) => id)}::uuid[], ${documents.map((each) => JSON.stringify(each))}::text[],
      ${documents.map(plainText)}::text[], ${documents.map(({ hash }) => hash)}::text[],
      ${documents.map(({ indexNumber }) => numberKey(indexNumber))}::text[]) AS d(id, document, plain, hash, number)
    ON CONFLICT ("reportId") DO UPDATE SET document = EXCLUDED.document, plain = EXCLUDED.plain,
      hash = EXCLUDED.hash, "numberKey" = EXCLUDED."numberKey", "indexedAt" = EXCLUDED."indexedAt"`;
}

/** Shows these reports no more. */
export async function dropShown(ids: readonly string[]): Promise<void> {
  await db().searchDocument.deleteMany({ where: { reportId: { in: [...ids] } } });
}
