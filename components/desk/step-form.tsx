"use client";

import { type ComponentProps, useId } from "react";
import { Button } from "#components/ui/button.tsx";
import { TextArea } from "#components/ui/field.tsx";
import type { GuardedAction } from "#lib/identity/guarded-action.ts";
import type { ReportRefusal } from "#lib/reports/refusal.ts";
import { useStep } from "./use-step.ts";

export type StepAction = GuardedAction<unknown, ReportRefusal>;

interface StepFormProps {
  action: StepAction;
  label: string;
  /** What the decision is on: report, revision or snapshot. */
  fields: Readonly<Record<string, string>>;
  /** Asks for a reason before it acts. */
  reason?: { label: string; hint: string } | undefined;
  /** Asks once more before it acts. */
  confirm?: { hint: string; label: string } | undefined;
  look?: ComponentProps<typeof Button>["look"];
  /** Where to go when it is done; else the page is read again. */
  next?: string | undefined;
}

/** A button that moves a report on; what is refused is said beside it, and nothing typed is lost. */
export function StepForm(props: StepFormProps) {
  const needsMore = props.reason ?? props.confirm;
  if (!needsMore) return <StepBody {...props} />;
  return (
    <details className="max-w-80">
      <summary className="inline-flex min-h-11 cursor-pointer items-center rounded-sm border border-accent px-4 text-accent">
        {props.label}
      </summary>
      <div className="mt-2 border border-rule-2 bg-sheet p-4 whitespace-normal">
        <StepBody {...props} />
      </div>
    </details>
  );
}

function StepBody({ action, label, fields, reason, confirm, look, next }: StepFormProps) {
  const id = useId();
  const { form, isBusy, isDone, fault } = useStep(action, next);
  return (
    <form {...form}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} defaultValue={value} />
      ))}
      {confirm ? <p className="mb-3 text-sm">{confirm.hint}</p> : null}
      {reason ? (
        <TextArea id={id} name="reason" rows={3} required maxLength={2000} {...reason} />
      ) : null}
      <Button isBusy={isBusy} disabled={isDone} look={look ?? "primary"}>
        {confirm?.label ?? label}
      </Button>
      {fault ? (
        <p role="alert" className="mt-2 max-w-80 text-sm font-semibold text-alarm">
          {fault}
        </p>
      ) : null}
    </form>
  );
}
