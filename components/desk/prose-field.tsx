"use client";

import { useTranslations } from "next-intl";
import type { SectionKey } from "#lib/editions/content.ts";

interface ProseFieldProps {
  section: SectionKey;
  label: string;
  /** Whether the heading right above says the same. */
  isUnderHeading: boolean;
  text: string;
  isReadOnly: boolean;
  change: (section: SectionKey, text: string) => void;
}

/** One section's prose as it is typed: a blank line begins a paragraph. */
export function ProseField({
  section,
  label,
  isUnderHeading,
  text,
  isReadOnly,
  change,
}: ProseFieldProps) {
  const t = useTranslations("desk.prose");
  const id = `section-${section}`;
  return (
    <div className="mb-6 max-w-note">
      <label htmlFor={id} className={isUnderHeading ? "sr-only" : "mb-1 block text-sm text-ink-2"}>
        {t("label", { section: label })}
      </label>
      <textarea
        id={id}
        className="field-sizing-content max-h-[36rem] min-h-32 w-full rounded-sm border border-edge bg-sheet px-3 py-2 leading-relaxed"
        rows={5}
        maxLength={200_000}
        readOnly={isReadOnly}
        value={text}
        onChange={(event) => change(section, event.currentTarget.value)}
      />
      <p className="num text-end text-xs text-ink-2">{t("length", { count: text.length })}</p>
    </div>
  );
}
