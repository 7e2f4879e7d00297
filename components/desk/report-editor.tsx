"use client";

import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useCallback, useDeferredValue, useMemo, useState } from "react";
import { inLocale, type Locale } from "#i18n/locales.ts";
import { runChecks } from "#lib/checks/run.ts";
import { summarise } from "#lib/checks/summary.ts";
import { type CellKey, type ReportContent, SECTION_KEYS } from "#lib/editions/content.ts";
import type { Edition, Text } from "#lib/editions/edition.ts";
import { editionById } from "#lib/editions/registry.ts";
import { ConflictNotice } from "./conflict-notice.tsx";
import { DoubtNotice } from "./doubt-notice.tsx";
import { type Conflict, EMPTY_PATCH } from "./draft-state.ts";
import type { ExplainKind } from "./explain-form.tsx";
import { FormSections } from "./form-sections.tsx";
import { IssuePanel } from "./issue-panel.tsx";
import { cellName } from "./names.ts";
import { openDoubts } from "./open-doubts.ts";
import { type Answer, failingCells, type OpenIssue, openIssues } from "./open-issues.ts";
import { SaveStatus } from "./save-status.tsx";
import { StateBar } from "./state-bar.tsx";
import { type Save, useDraft } from "./use-draft.ts";

export interface ReportEditorProps {
  content: ReportContent;
  revision: number;
  /** Cells the reader was not sure of and nobody has confirmed. */
  doubts: readonly { cell: CellKey; message: Text }[];
  answers: readonly Answer[];
  /** The last day on which the report is on time; null where nothing sets one. */
  dueOn: string | null;
  isReadOnly: boolean;
  save: Save;
  confirmDoubts: (revision: number, cells: CellKey[]) => Promise<string | null>;
  explain: (issueKey: string, kind: ExplainKind, note: string) => Promise<string | null>;
  /** What stands before the form (returned items). */
  children?: ReactNode;
  /** Buttons that move the report on; a field `revision` in their forms gets the one on the screen. */
  actions: ReactNode;
}

/** The desk: the form as it is typed beside a live list of issues, saved on the server as one types. */
export function ReportEditor(props: ReportEditorProps) {
  const edition = editionById(props.content.edition);
  return edition ? <EditorOf {...props} edition={edition} /> : null;
}

function EditorOf(props: ReportEditorProps & { edition: Edition }) {
  const { edition, isReadOnly } = props;
  const t = useTranslations("desk.editor");
  const locale = useLocale();
  const draft = useDraft(props, props.save);
  const checks = useChecks(draft.content, props.answers, props.dueOn);
  const doubts = useMemo(
    () => openDoubts(props.doubts, props.content.cells, draft.content.cells),
    [props.doubts, props.content, draft.content],
  );
  const doubted = useMemo(() => new Set(doubts.map(({ cell }) => cell)), [doubts]);
  const { edit, flush, seen } = draft;
  const changeCells = useCallback(
    (cells: Record<CellKey, string>) => edit({ ...EMPTY_PATCH, cells }),
    [edit],
  );
  const explain = async (open: OpenIssue, kind: ExplainKind, note: string) => {
    if (!(await flush())) return t("unsaved");
    const fault = await props.explain(open.key, kind, note);
    if (fault === null) checks.answered({ issueKey: open.key, kind, note });
    return fault;
  };
  const confirm = async (cells: CellKey[]) =>
    (await flush()) ? props.confirmDoubts(seen(), cells) : t("unsaved");
  return (
    <>
      <StateBar onLeave={flush} revision={draft.revision} isOpen={draft.isOpen}>
        <SaveStatus
          status={draft.status}
          isOpen={draft.isOpen}
          conflicts={draft.conflicts.length}
        />
        {props.actions}
      </StateBar>
      {props.children}
      <ConflictNotice
        conflicts={draft.conflicts}
        editedBy={draft.editedBy}
        nameOf={(conflict) => nameOf(conflict, edition, locale, t("field"))}
        settle={draft.settle}
      />
      <DoubtNotice {...{ edition, isReadOnly, confirm }} doubts={doubts} content={draft.content} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <FormSections
          {...{ edition, isReadOnly, doubted, edit, changeCells }}
          content={draft.content}
          failing={checks.failing}
        />
        <aside className="order-first lg:order-none lg:sticky lg:top-20 lg:max-h-[calc(100vh-6rem)] lg:overflow-y-auto">
          <IssuePanel {...{ isReadOnly, explain }} summary={checks.summary} issues={checks.open} />
        </aside>
      </div>
    </>
  );
}

/** The checks as they stand for what is typed; they follow the keys, never hold them up. */
function useChecks(content: ReportContent, known: readonly Answer[], dueOn: string | null) {
  const [answers, setAnswers] = useState(known);
  const checked = useDeferredValue(content);
  const issues = useMemo(() => runChecks(checked, { otherReportIds: [], dueOn }), [checked, dueOn]);
  const open = useMemo(() => openIssues(issues, checked, answers), [issues, checked, answers]);
  const failing = useMemo(() => failingCells(open), [open]);
  const answered = (answer: Answer) =>
    setAnswers((all) => [...all.filter(({ issueKey }) => issueKey !== answer.issueKey), answer]);
  return { open, failing, summary: summarise(issues), answered };
}

function nameOf(conflict: Conflict, edition: Edition, locale: Locale, field: string): string {
  if (conflict.part === "cells") return cellName(edition, conflict.key, locale);
  const section = SECTION_KEYS.find((key) => key === conflict.key);
  return section ? inLocale(edition.sections[section], locale) : field;
}
