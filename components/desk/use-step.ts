"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import type { GuardedAction } from "#lib/identity/guarded-action.ts";
import type { ReportRefusal } from "#lib/reports/refusal.ts";
import { refusalMessage } from "./refusal-message.ts";
import { useSubmission } from "./use-submission.ts";

/** Sends the form of a step, then shows what became of the report (or the page `next`); a refusal comes back in words. */
export function useStep(action: GuardedAction<unknown, ReportRefusal>, next?: string) {
  const t = useTranslations("desk.refusals");
  const router = useRouter();
  const { answer, form, isBusy } = useSubmission(action);
  const isDone = answer?.ok === true;
  useEffect(() => {
    if (!isDone) return;
    if (next) router.push(next);
    else router.refresh();
  }, [isDone, next, router]);
  const fault = answer?.ok === false ? refusalMessage(answer.refusal, t) : null;
  return { form, isBusy, isDone, fault };
}
