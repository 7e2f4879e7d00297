"use client";

import { useLocale, useTranslations } from "next-intl";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { inLocale } from "#i18n/locales.ts";
import type { Text } from "#lib/editions/edition.ts";

interface StartedNotesProps {
  reportId: string;
  notes: readonly Text[];
}

const focus = (heading: HTMLElement | null) => heading?.focus();

/** What the reader noted about the file, once, before one goes on to the draft it has become. */
export function StartedNotes({ reportId, notes }: StartedNotesProps) {
  const t = useTranslations("desk.start");
  const locale = useLocale();
  return (
    <Notice role="region" aria-labelledby="start-notes">
      <h3 id="start-notes" tabIndex={-1} ref={focus} className="mb-2 font-bold">
        {t("notesTitle")}
      </h3>
      <p>{t("notesHint")}</p>
      <ul className="mb-3 list-disc ps-5">
        {notes.map((note) => (
          <li key={note.zh}>{inLocale(note, locale)}</li>
        ))}
      </ul>
      <LinkButton look="primary" href={`/desk/reports/${reportId}`}>
        {t("openDraft")}
      </LinkButton>
    </Notice>
  );
}
