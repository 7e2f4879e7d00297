"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { useSubmission } from "#components/desk/use-submission.ts";
import { Button } from "#components/ui/button.tsx";
import type { GuardedAction } from "#lib/identity/guarded-action.ts";
import type { RunKind } from "#lib/search/runs.ts";
import type { RunRefusal } from "#lib/upkeep/runs.commands.ts";

export type RunAction = GuardedAction<unknown, RunRefusal>;

/** A button that has the worker do a run; a form, so that it works without script. */
export function RunForm({ action, kind }: { action: RunAction; kind: RunKind }) {
  const t = useTranslations("admin.index.run");
  const router = useRouter();
  const { answer, form, isBusy } = useSubmission(action);
  useEffect(() => {
    if (answer !== null) router.refresh();
  }, [answer, router]);
  return (
    <form {...form} className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <input type="hidden" name="kind" value={kind} />
      <Button look={kind === "reconcile" ? "primary" : "plain"} isBusy={isBusy}>
        {t(kind)}
      </Button>
      {answer?.ok === false ? (
        <p role="alert" className="text-sm font-semibold text-alarm">
          {refusalOf(answer.refusal.code)}
        </p>
      ) : null}
    </form>
  );

  function refusalOf(code: string): string {
    if (code === "search.run-open") return t("open");
    return t(code === "search.not-allowed" ? "notAllowed" : "fault");
  }
}
