"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { TextArea } from "#components/ui/field.tsx";
import type { OpenIssue } from "./open-issues.ts";

/** `explained` is public and stands beside the badge; `confirmed` and `dismissed` (it is none) are reasons for the moderator. */
export type ExplainKind = "explained" | "confirmed" | "dismissed";

/** A sentence may mean something else than the check took it for: such an issue is dismissed. */
const MAY_BE_NONE: readonly string[] = ["R10", "R11"];

interface ExplainFormProps {
  open: OpenIssue;
  need: "explain" | "reason";
  explain: (issue: OpenIssue, kind: ExplainKind, note: string) => Promise<string | null>;
}

function kindOf({ issue }: OpenIssue, need: "explain" | "reason"): ExplainKind {
  if (need === "explain") return "explained";
  return MAY_BE_NONE.includes(issue.rule) ? "dismissed" : "confirmed";
}

/** The agency's word on an issue it does not correct: public where a sum of the form fails, a reason elsewhere. */
export function ExplainForm({ open, need, explain }: ExplainFormProps) {
  const t = useTranslations("desk.explain");
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const kind = kindOf(open, need);
  const label = t(open.answer ? "change" : kind);
  if (!isOpen)
    return (
      <button type="button" className="link min-h-11 text-sm" onClick={() => setOpen(true)}>
        {label}
      </button>
    );
  const store = async (note: string) => {
    if (isBusy) return;
    setBusy(true);
    const fault = await explain(open, kind, note).catch(() => t("lost"));
    setBusy(false);
    setError(fault);
    if (fault === null) setOpen(false);
  };
  return (
    <form
      className="mt-2"
      onSubmit={(event) => {
        event.preventDefault();
        void store(String(new FormData(event.currentTarget).get("note") ?? ""));
      }}
    >
      <TextArea
        id={id}
        name="note"
        label={t(kind)}
        hint={t(`${kind}Hint`)}
        error={error}
        required
        maxLength={2000}
        rows={3}
        defaultValue={open.answer?.note ?? ""}
        // The person has just asked for this field.
        autoFocus
      />
      <div className="flex gap-2">
        <Button isBusy={isBusy}>{t("store")}</Button>
        <Button type="button" look="plain" onClick={() => setOpen(false)}>
          {t("cancel")}
        </Button>
      </div>
    </form>
  );
}
