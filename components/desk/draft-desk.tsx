"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useCallback } from "react";
import type { GuardedAction } from "#lib/identity/guarded-action.ts";
import type { Saved } from "#lib/reports/commands-draft.ts";
import type { ReportRefusal } from "#lib/reports/refusal.ts";
import type { Patch, SaveAnswer } from "./draft-state.ts";
import type { ExplainKind } from "./explain-form.tsx";
import { reached } from "./reached.ts";
import { refusalMessage } from "./refusal-message.ts";
import { ReportEditor, type ReportEditorProps } from "./report-editor.tsx";
import type { StepAction } from "./step-form.tsx";

type Editing = Omit<ReportEditorProps, "save" | "confirmDoubts" | "explain">;

interface DraftDeskProps extends Editing {
  /** The draft's own original; null where it has none. */
  file: string | null;
  saveAction: GuardedAction<Saved, ReportRefusal>;
  confirmAction: StepAction;
  explainAction: StepAction;
  children?: ReactNode;
}

/** The editor with the server behind it: every answer of a command becomes what the editor can show. */
export function DraftDesk({
  reportId,
  file,
  saveAction,
  confirmAction,
  explainAction,
  ...editing
}: DraftDeskProps) {
  const t = useTranslations("desk.refusals");
  const save = useCallback(
    async (revision: number, patch: Patch): Promise<SaveAnswer> => {
      const answer = await reached(saveAction({ reportId, revision, ...patch }));
      if (answer.ok) {
        const { savedAt, others } = answer.value;
        const at = new Date(savedAt).toISOString();
        return { kind: "saved", revision: answer.value.revision, savedAt: at, others };
      }
      const { refusal } = answer;
      if (refusal.code === "platform.unreachable") return { kind: "lost" };
      if (refusal.code === "platform.outdated") return { kind: "outdated" };
      if (refusal.code === "report.stale" && refusal.facts)
        return { kind: "conflict", ...refusal.facts };
      return { kind: "refused", message: refusalMessage(refusal, t) };
    },
    [reportId, saveAction, t],
  );
  const faultOf = async (action: StepAction, input: Record<string, unknown>) => {
    const answer = await reached(action({ reportId, ...input }));
    return answer.ok ? null : refusalMessage(answer.refusal, t);
  };
  return (
    <ReportEditor
      {...editing}
      reportId={reportId}
      save={save}
      confirmDoubts={(revision, cells) => faultOf(confirmAction, { revision, file, cells })}
      explain={(issueKey, kind: ExplainKind, note) =>
        faultOf(explainAction, { issueKey, kind, note })
      }
    />
  );
}
