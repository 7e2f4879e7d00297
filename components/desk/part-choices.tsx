"use client";

import { useTranslations } from "next-intl";
import type { PartChoice } from "#lib/intake/parts.ts";

const focus = (legend: HTMLElement | null) => legend?.focus();

interface PartChoicesProps {
  parts: readonly PartChoice[];
  /** The year the draft is for: its report is offered first. */
  year: number | null;
}

/** The reports of a file that holds several, one to be chosen. */
export function PartChoices({ parts, year: wanted }: PartChoicesProps) {
  const t = useTranslations("desk.start");
  const offered = (parts.find(({ year }) => year === wanted) ?? parts[0])?.part;
  return (
    <fieldset className="mb-4 border-s-[3px] border-accent bg-accent-wash px-4 py-3">
      <legend ref={focus} tabIndex={-1} className="float-start mb-1 w-full font-semibold">
        {t("partsTitle", { count: parts.length })}
      </legend>
      <div className="clear-both">
        {parts.map(({ part, title, agency, year, figures }) => (
          <label key={part} className="flex min-h-11 items-start gap-2 border-t border-rule py-2">
            <input
              type="radio"
              name="part"
              value={part}
              defaultChecked={part === offered}
              className="mt-1.5"
            />
            <span>
              <span className="block">{title ?? t("partUnknown")}</span>
              <span className="block text-sm text-ink-2">
                {t("partFacts", {
                  agency: agency ?? t("partNoAgency"),
                  year: year === null ? t("partNoYear") : t("partYear", { year: String(year) }),
                  figures,
                })}
              </span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
