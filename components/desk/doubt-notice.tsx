"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { inLocale } from "#i18n/locales.ts";
import type { CellKey, ReportContent } from "#lib/editions/content.ts";
import type { Edition, Text } from "#lib/editions/edition.ts";
import { cellName } from "./names.ts";

export interface DoubtNoticeProps {
  doubts: readonly { cell: CellKey; message: Text }[];
  edition: Edition;
  content: ReportContent;
  isReadOnly: boolean;
  /** Confirms these figures as they stand; answers what went wrong, or null. */
  confirm: (cells: CellKey[]) => Promise<string | null>;
}

/** Figures the reader was not sure of: each is confirmed or corrected before the report goes on. */
export function DoubtNotice({ doubts, edition, content, isReadOnly, confirm }: DoubtNoticeProps) {
  const t = useTranslations("desk.doubts");
  const locale = useLocale();
  const [confirmed, setConfirmed] = useState<readonly CellKey[]>([]);
  const [error, setError] = useState<string | null>(null);
  const left = doubts.filter(({ cell }) => !confirmed.includes(cell));
  if (left.length === 0) return null;
  const settle = async (cells: CellKey[]) => {
    const fault = await confirm(cells).catch(() => t("lost"));
    setError(fault);
    if (fault === null) setConfirmed((all) => [...all, ...cells]);
  };
  return (
    <Notice tone="alarm">
      <p className="font-bold">{t("title", { count: left.length })}</p>
      {error ? <p role="alert">{error}</p> : null}
      <ul>
        {left.map(({ cell, message }) => (
          <li
            key={cell}
            className="flex flex-wrap items-baseline gap-x-3 border-t border-rule py-2"
          >
            <span className="font-semibold">{cellName(edition, cell, locale)}</span>
            <span className="num">{content.cells[cell]?.raw || t("empty")}</span>
            <span className="grow text-sm text-ink-2">{inLocale(message, locale)}</span>
            {isReadOnly ? null : (
              <Button
                type="button"
                look="plain"
                onClick={() => void settle([cell])}
                aria-label={t("confirmOf", { name: cellName(edition, cell, locale) })}
              >
                {t("confirm")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
