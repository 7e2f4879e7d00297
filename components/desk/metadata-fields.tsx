"use client";

import { useTranslations } from "next-intl";
import { SelectField, TextField } from "#components/ui/field.tsx";
import { type ReportContent, SCOPES } from "#lib/editions/content.ts";

const LINES = ["title", "indexNumber", "documentNumber", "publisher"] as const;
const DATES = ["signedOn", "publishedOn"] as const;
type Field = (typeof LINES)[number] | (typeof DATES)[number] | "scope";

interface MetadataFieldsProps {
  content: ReportContent;
  isReadOnly: boolean;
  change: (field: Field, value: string | null) => void;
}

/** What stands around the report: title, numbers, dates, and whom its figures cover. */
export function MetadataFields({ content, isReadOnly, change }: MetadataFieldsProps) {
  const t = useTranslations("desk.metadata");
  const common = { disabled: isReadOnly };
  return (
    <fieldset className="grid gap-x-6 sm:grid-cols-2">
      <legend className="sr-only">{t("title")}</legend>
      {LINES.map((field) => (
        <TextField
          key={field}
          id={`field-${field}`}
          label={t(`fields.${field}`)}
          maxLength={500}
          value={content[field] ?? ""}
          onChange={(event) => change(field, event.currentTarget.value || null)}
          {...common}
        />
      ))}
      {DATES.map((field) => (
        <TextField
          key={field}
          id={`field-${field}`}
          type="date"
          label={t(`fields.${field}`)}
          value={content[field] ?? ""}
          onChange={(event) => change(field, event.currentTarget.value || null)}
          {...common}
        />
      ))}
      <SelectField
        id="field-scope"
        label={t("fields.scope")}
        hint={t("scopeHint")}
        value={content.scope ?? ""}
        onChange={(event) => change("scope", event.currentTarget.value || null)}
        {...common}
      >
        <option value="">{t("scopes.none")}</option>
        {SCOPES.map((scope) => (
          <option key={scope} value={scope}>
            {t(`scopes.${scope}`)}
          </option>
        ))}
      </SelectField>
    </fieldset>
  );
}
