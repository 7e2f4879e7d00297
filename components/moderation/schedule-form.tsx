"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { refusalMessage } from "#components/desk/refusal-message.ts";
import type { StepAction } from "#components/desk/step-form.tsx";
import { useSubmission } from "#components/desk/use-submission.ts";
import { Button } from "#components/ui/button.tsx";
import { TextField } from "#components/ui/field.tsx";

interface ScheduleFormProps {
  reportId: string;
  snapshotId: string;
  action: StepAction;
}

/** Has the report published at a later moment, in Chinese time. */
export function ScheduleForm({ reportId, snapshotId, action }: ScheduleFormProps) {
  const t = useTranslations("admin.schedule");
  const tRefusal = useTranslations("desk.refusals");
  const router = useRouter();
  const { answer, form, isBusy } = useSubmission(action);
  const isDone = answer?.ok === true;
  useEffect(() => {
    if (isDone) router.refresh();
  }, [isDone, router]);
  const fault = answer?.ok === false ? refusalMessage(answer.refusal, tRefusal) : null;
  return (
    <form {...form}>
      <input type="hidden" name="reportId" defaultValue={reportId} />
      <input type="hidden" name="snapshotId" defaultValue={snapshotId} />
      <TextField
        id="schedule-at"
        name="at"
        type="datetime-local"
        required
        label={t("at")}
        hint={t("hint")}
        error={fault}
      />
      <Button look="plain" isBusy={isBusy}>
        {t("send")}
      </Button>
    </form>
  );
}
