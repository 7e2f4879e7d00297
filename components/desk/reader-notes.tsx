import { useLocale, useTranslations } from "next-intl";
import { Notice } from "#components/ui/notice.tsx";
import { inLocale } from "#i18n/locales.ts";
import type { Text } from "#lib/editions/edition.ts";

/** What the reader said of the file, folded away: it was shown when the draft was begun, and can be looked up again. */
export function ReaderNotes({ notes }: { notes: readonly Text[] }) {
  const t = useTranslations("desk.start");
  const locale = useLocale();
  if (notes.length === 0) return null;
  return (
    <Notice>
      <details>
        <summary className="cursor-pointer font-bold">
          {t("notesOf", { count: notes.length })}
        </summary>
        <ul className="mt-2 list-disc ps-5">
          {notes.map((note) => (
            <li key={note.zh}>{inLocale(note, locale)}</li>
          ))}
        </ul>
      </details>
    </Notice>
  );
}
