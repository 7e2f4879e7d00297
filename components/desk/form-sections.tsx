"use client";

import { useLocale, useTranslations } from "next-intl";
import { inLocale } from "#i18n/locales.ts";
import {
  type CellKey,
  type Cells,
  type ReportContent,
  SECTION_KEYS,
} from "#lib/editions/content.ts";
import type { Edition } from "#lib/editions/edition.ts";
import { EMPTY_PATCH, type Patch } from "./draft-state.ts";
import { Grid } from "./grid.tsx";
import { MetadataFields } from "./metadata-fields.tsx";
import { ProseField } from "./prose-field.tsx";

interface FormSectionsProps {
  edition: Edition;
  content: ReportContent;
  /** The figures as they stood when the page was opened. */
  loaded: Cells;
  failing: ReadonlySet<CellKey>;
  doubted: ReadonlySet<CellKey>;
  isReadOnly: boolean;
  edit: (patch: Patch) => void;
  changeCells: (cells: Record<CellKey, string>) => void;
}

/** The six sections of the form, tables and prose, with what stands around them. */
export function FormSections({ edit, changeCells, ...form }: FormSectionsProps) {
  const t = useTranslations("desk.editor");
  const locale = useLocale();
  const { edition, content, isReadOnly } = form;
  const textOf = (key: string) => content.sections.find((section) => section.key === key)?.text;
  return (
    <div>
      {isReadOnly ? null : <p className="mb-4 max-w-note text-sm text-ink-2">{t("hint")}</p>}
      <details className="mb-6 border-y border-rule py-2">
        <summary className="min-h-11 cursor-pointer py-2 font-semibold">{t("metadata")}</summary>
        <MetadataFields
          content={content}
          isReadOnly={isReadOnly}
          change={(field, value) => edit({ ...EMPTY_PATCH, metadata: { [field]: value } })}
        />
      </details>
      {SECTION_KEYS.map((key) => (
        <section key={key} aria-labelledby={`head-${key}`} className="mb-9">
          <h2 id={`head-${key}`} className="text-xl">
            {inLocale(edition.sections[key], locale)}
          </h2>
          {edition.tables
            .filter(({ section }) => section === key)
            .map((table) => (
              <Grid
                key={table.key}
                table={table}
                cells={content.cells}
                change={changeCells}
                {...form}
              />
            ))}
          <ProseField
            section={key}
            label={inLocale(edition.sections[key], locale)}
            isUnderHeading={edition.tables.every(({ section }) => section !== key)}
            text={textOf(key) ?? ""}
            isReadOnly={isReadOnly}
            change={(section, text) => edit({ ...EMPTY_PATCH, sections: { [section]: text } })}
          />
        </section>
      ))}
    </div>
  );
}
