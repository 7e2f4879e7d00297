"use client";

import { useTranslations } from "next-intl";
import type { StepAction } from "#components/desk/step-form.tsx";
import { useStep } from "#components/desk/use-step.ts";
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
  const { form, isBusy, fault } = useStep(action);
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
