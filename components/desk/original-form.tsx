"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { Button } from "#components/ui/button.tsx";
import type { GuardedAction } from "#lib/identity/guarded-action.ts";
import type { AttachAnswer } from "#lib/intake/commands-file.ts";
import type { IntakeRefusal } from "#lib/intake/given.ts";
import { IntakeRefused } from "./intake-refused.tsx";
import { PartChoices } from "./part-choices.tsx";
import { SourceFields } from "./source-fields.tsx";
import { useSourceSubmission } from "./use-source-submission.ts";

interface OriginalFormProps {
  reportId: string;
  year: number;
  /** The file it takes the place of; empty where there is none. */
  seen: string;
  action: GuardedAction<AttachAnswer, IntakeRefusal>;
  /** Where the draft is. */
  next: string;
}

/** Gives a draft another original: a file or a pasted text, of several reports the one that is meant. */
export function OriginalForm({ reportId, year, seen, action, next }: OriginalFormProps) {
  const t = useTranslations("desk");
  const router = useRouter();
  const { value, refusal, isBusy, parts, dropParts, form } = useSourceSubmission(action);
  const attached = value?.kind === "attached" ? value : null;
  const isDone = attached !== null;
  useEffect(() => {
    if (attached) router.push(attached.open > 0 ? next : `${next}Same`);
  }, [attached, next, router]);
  return (
    <form {...form} className="group max-w-prose">
      <input type="hidden" name="reportId" defaultValue={reportId} />
      <input type="hidden" name="seen" defaultValue={seen} />
      <fieldset className="mb-4">
        <legend className="mb-1 font-semibold">{t("original.how")}</legend>
        {(["file", "paste"] as const).map((how) => (
          <label key={how} className="flex min-h-11 items-center gap-2">
            <input type="radio" name="how" value={how} defaultChecked={how === "file"} />
            {t(`original.${how}`)}
          </label>
        ))}
      </fieldset>
      <SourceFields change={dropParts} />
      {parts ? <PartChoices parts={parts} year={year} /> : null}
      <IntakeRefused refusal={refusal} />
      <div className="flex flex-wrap items-center gap-4">
        <Button isBusy={isBusy} disabled={isDone}>
          {t(seen === "" ? "original.add" : "original.replaceConfirm")}
        </Button>
        <output className="text-sm text-ink-2">
          {isBusy || isDone ? (
            <>
              <span className="busy-bar" aria-hidden="true" />
              {t("start.reading")}
            </>
          ) : null}
        </output>
      </div>
    </form>
  );
}
