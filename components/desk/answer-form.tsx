"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { Button } from "#components/ui/button.tsx";
import { TextArea } from "#components/ui/field.tsx";
import { refusalMessage } from "./refusal-message.ts";
import type { StepAction } from "./step-form.tsx";
import { useSubmission } from "./use-submission.ts";

interface AnswerFormProps {
  reportId: string;
  requestId: string;
  answer: string | null;
  action: StepAction;
}

/** The agency's answer to one request. */
export function AnswerForm({ reportId, requestId, answer: known, action }: AnswerFormProps) {
  const t = useTranslations("desk.requests");
  const tRefusal = useTranslations("desk.refusals");
  const router = useRouter();
  const { answer, form, isBusy } = useSubmission(action);
  const isDone = answer?.ok === true;
  useEffect(() => {
    if (isDone) router.refresh();
  }, [isDone, router]);
  const error = answer?.ok === false ? refusalMessage(answer.refusal, tRefusal) : undefined;
  return (
    <form {...form}>
      <input type="hidden" name="reportId" defaultValue={reportId} />
      <input type="hidden" name="requestId" defaultValue={requestId} />
      <TextArea
        id={`answer-${requestId}`}
        name="answer"
        label={t("answer")}
        error={error}
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
