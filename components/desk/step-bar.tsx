"use client";

import { useTranslations } from "next-intl";
import { type StepAction, StepForm } from "./step-form.tsx";
import type { DeskStep } from "./step-names.ts";

interface StepBarProps {
  reportId: string;
  revision: number;
  /** The draft's own original; null where it has none. */
  file: string | null;
  /** The steps the table and the policy allow, each with its server action. */
  steps: readonly { step: DeskStep; action: StepAction }[];
  /** Where the desk's front page is. */
  home: string;
}

const SEES_FILE: ReadonlySet<DeskStep> = new Set(["approve", "submit", "sendToReview", "discard"]);
const SEES_REVISION: ReadonlySet<DeskStep> = new Set([...SEES_FILE, "sendBack"]);

/** The buttons that move a draft on, as the lifecycle's table has them from here. */
export function StepBar({ reportId, revision, file, steps, home }: StepBarProps) {
  const t = useTranslations("desk.actions");
  const reasons: Partial<Record<DeskStep, { label: string; hint: string }>> = {
    sendBack: { label: t("reason"), hint: t("sendBackHint") },
  };
  return (
    <fieldset className="desk-steps">
      <legend className="sr-only">{t("label")}</legend>
      {steps.map(({ step, action }) => (
        <StepForm
          key={step}
          action={action}
          label={t(step)}
          look={step === "discard" ? "alarm" : step === "recall" ? "plain" : "primary"}
          fields={{
            reportId,
            ...(SEES_REVISION.has(step) ? { revision: String(revision) } : {}),
            ...(SEES_FILE.has(step) ? { file: file ?? "" } : {}),
          }}
          reason={reasons[step]}
          confirm={
            step === "discard" ? { hint: t("discardHint"), label: t("confirmDiscard") } : undefined
          }
          next={step === "discard" ? home : undefined}
        />
      ))}
    </fieldset>
  );
}
