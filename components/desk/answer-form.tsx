"use client";

import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { TextArea } from "#components/ui/field.tsx";
import type { StepAction } from "./step-form.tsx";
import { useStep } from "./use-step.ts";

interface AnswerFormProps {
  reportId: string;
  requestId: string;
  answer: string | null;
  action: StepAction;
}

/** The agency's answer to one request. */
export function AnswerForm({ reportId, requestId, answer: known, action }: AnswerFormProps) {
  const t = useTranslations("desk.requests");
  const { form, isBusy, fault } = useStep(action);
  return (
    <form {...form}>
      <input type="hidden" name="reportId" defaultValue={reportId} />
      <input type="hidden" name="requestId" defaultValue={requestId} />
      <TextArea
        id={`answer-${requestId}`}
        name="answer"
        label={t("answer")}
        error={fault}
        required
        maxLength={2000}
        rows={2}
        defaultValue={known ?? ""}
      />
      <Button look="plain" isBusy={isBusy}>
        {t("store")}
      </Button>
    </form>
  );
}
