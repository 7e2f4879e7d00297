"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { SelectField } from "#components/ui/field.tsx";
import { localePath } from "#i18n/path.ts";
import type { GuardedAction } from "#lib/identity/guarded-action.ts";
import type { IntakeAnswer } from "#lib/intake/commands.ts";
import type { IntakeRefusal } from "#lib/intake/given.ts";
import { STARTS } from "#lib/intake/schema.ts";
import { IntakeRefused } from "./intake-refused.tsx";
import { PartChoices } from "./part-choices.tsx";
import { SourceFields } from "./source-fields.tsx";
import { StartedNotes } from "./started-notes.tsx";
import { useSourceSubmission } from "./use-source-submission.ts";

export type StartAction = GuardedAction<IntakeAnswer, IntakeRefusal>;

interface StartFormProps {
  agencies: readonly { id: string; name: string; years: readonly number[] }[];
  action: StartAction;
}

const LABELS = { file: "file", paste: "paste", blank: "blank", "last-year": "lastYear" } as const;

/** Begins a report: whose, which year, and from what. */
export function StartForm({ agencies, action }: StartFormProps) {
  const t = useTranslations("desk.start");
  const locale = useLocale();
  const router = useRouter();
  const [agencyId, setAgency] = useState(agencies[0]?.id ?? "");
  const { value, refusal, isBusy, parts, dropParts, form } = useSourceSubmission(action);
  const begun = value?.kind === "started" ? value : null;
  const [year, setYear] = useState<number | null>(null);
  useEffect(() => {
    if (begun?.notes.length === 0)
      router.push(localePath(locale, `/desk/reports/${begun.reportId}`));
  }, [begun, locale, router]);
  const years = agencies.find(({ id }) => id === agencyId)?.years ?? [];
  if (begun && begun.notes.length > 0) return <StartedNotes {...begun} />;
  return (
    <form {...form} className="group max-w-prose">
      <SelectField
        id="start-agency"
        name="agencyId"
        label={t("agency")}
        value={agencyId}
        onChange={(event) => {
          setAgency(event.currentTarget.value);
          setYear(null);
        }}
      >
        {agencies.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <SelectField
        id="start-year"
        name="year"
        label={t("year")}
        hint={t("yearHint")}
        onChange={(event) => setYear(Number(event.currentTarget.value))}
      >
        {years.map((year) => (
          <option key={year}>{year}</option>
        ))}
      </SelectField>
      <fieldset className="mb-4">
        <legend className="mb-1 font-semibold">{t("how")}</legend>
        {STARTS.map((start) => (
          <label key={start} className="flex min-h-11 items-center gap-2">
            <input type="radio" name="how" value={start} defaultChecked={start === "file"} />
            {t(LABELS[start])}
          </label>
        ))}
      </fieldset>
      <SourceFields change={dropParts} />
      {parts ? <PartChoices parts={parts} year={year ?? years[0] ?? null} /> : null}
      <IntakeRefused refusal={refusal} />
      <div className="flex flex-wrap items-center gap-4">
        <Button isBusy={isBusy} disabled={begun !== null || years.length === 0}>
          {t(parts ? "beginPart" : "begin")}
        </Button>
        <output className="text-sm text-ink-2">
          {isBusy || begun ? (
            <>
              <span className="busy-bar" aria-hidden="true" />
              <span className="hidden group-has-[input:is([value=file],[value=paste]):checked]:inline">
                {t("reading")}
              </span>
            </>
          ) : null}
        </output>
      </div>
    </form>
  );
}
