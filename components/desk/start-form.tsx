"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useEffect, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { FieldFrame, SelectField, TextArea } from "#components/ui/field.tsx";
import { localePath } from "#i18n/path.ts";
import type { GuardedAction } from "#lib/identity/guarded-action.ts";
import type { IntakeRefusal, Started } from "#lib/intake/commands.ts";
import { STARTS } from "#lib/intake/schema.ts";
import { intakeMessage } from "./intake-message.ts";
import { oversize } from "./oversize.ts";
import { StartedNotes } from "./started-notes.tsx";
import { useSubmission } from "./use-submission.ts";

export type StartAction = GuardedAction<Started, IntakeRefusal>;

interface StartFormProps {
  agencies: readonly { id: string; name: string; years: readonly number[] }[];
  action: StartAction;
}

const LABELS = { file: "file", paste: "paste", blank: "blank", "last-year": "lastYear" } as const;

/** Begins a report: whose, which year, and from what. */
export function StartForm({ agencies, action }: StartFormProps) {
  const t = useTranslations("desk.start");
  const tRefusal = useTranslations("desk.refusals");
  const locale = useLocale();
  const router = useRouter();
  const [agencyId, setAgency] = useState(agencies[0]?.id ?? "");
  const { answer, form, isBusy } = useSubmission(action);
  const begun = answer?.ok ? answer.value : null;
  useEffect(() => {
    if (begun?.notes.length === 0)
      router.push(localePath(locale, `/desk/reports/${begun.reportId}`));
  }, [begun, locale, router]);
  const [tooLarge, setTooLarge] = useState<IntakeRefusal | null>(null);
  const refusal = tooLarge ?? (answer?.ok === false ? answer.refusal : null);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    const found = oversize(new FormData(event.currentTarget));
    setTooLarge(found);
    if (found) return event.preventDefault();
    form.onSubmit(event);
  };
  const years = agencies.find(({ id }) => id === agencyId)?.years ?? [];
  if (begun && begun.notes.length > 0) return <StartedNotes {...begun} />;
  return (
    <form {...form} onSubmit={submit} className="group max-w-prose">
      <SelectField
        id="start-agency"
        name="agencyId"
        label={t("agency")}
        value={agencyId}
        onChange={(event) => setAgency(event.currentTarget.value)}
      >
        {agencies.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <SelectField id="start-year" name="year" label={t("year")} hint={t("yearHint")}>
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
      {/* Shown by the style sheet, so that a choice made before the scripts run counts too. */}
      <div className="hidden group-has-[input[value=file]:checked]:block">
        <FieldFrame id="start-file" label={t("fileLabel")} hint={t("fileHint")}>
          <input
            id="start-file"
            name="file"
            type="file"
            accept=".docx,.xlsx,.docm,.xlsm,.pdf,.txt,.html,.htm,text/plain,text/html,application/pdf,application/vnd.openxmlformats-officedocument.wordprocessingml.document,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            aria-describedby="start-file-hint"
            className="w-full text-ink-2 file:me-3 file:min-h-11 file:cursor-pointer file:rounded-sm file:border file:border-accent file:bg-transparent file:px-4 file:text-accent"
          />
        </FieldFrame>
      </div>
      <div className="hidden group-has-[input[value=paste]:checked]:block">
        <TextArea
          id="start-text"
          name="text"
          label={t("pasteLabel")}
          hint={t("pasteHint")}
          rows={10}
        />
      </div>
      {refusal ? (
        <p role="alert" className="mb-3 font-semibold text-alarm">
          {intakeMessage(refusal, tRefusal, locale)}
        </p>
      ) : null}
      <Button disabled={isBusy || begun !== null || years.length === 0}>{t("begin")}</Button>
    </form>
  );
}
