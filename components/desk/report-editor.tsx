"use client";

import { useLocale, useTranslations } from "next-intl";
import {
  type FocusEvent,
  type ReactNode,
  useCallback,
  useDeferredValue,
  useMemo,
  useRef,
  useState,
} from "react";
import { Button } from "#components/ui/button.tsx";
import { inLocale, type Locale } from "#i18n/locales.ts";
import { localePath } from "#i18n/path.ts";
import { runChecks } from "#lib/checks/run.ts";
import { summarise } from "#lib/checks/summary.ts";
import { isConsequence, isTold } from "#lib/checks/told.ts";
import { type CellKey, type ReportContent, SECTION_KEYS } from "#lib/editions/content.ts";
import type { Edition } from "#lib/editions/edition.ts";
import { editionById } from "#lib/editions/registry.ts";
import type { Doubt } from "#lib/reports/schema.ts";
import { ConflictNotice } from "./conflict-notice.tsx";
import { DoubtPanel, type DoubtPanelHandle } from "./doubt-panel.tsx";
import { type Conflict, EMPTY_PATCH } from "./draft-state.ts";
import type { ExplainKind } from "./explain-form.tsx";
import { FormSections } from "./form-sections.tsx";
import { IssuePanel } from "./issue-panel.tsx";
import { cellName } from "./names.ts";
import { type Answer, failingCells, type OpenIssue, openIssues } from "./open-issues.ts";
import { SaveStatus } from "./save-status.tsx";
import { SourcePane, type SourcePaneProps, targetOf } from "./source-pane.tsx";
import { StateBar } from "./state-bar.tsx";
import { useDoubts } from "./use-doubts.ts";
import { type Save, useDraft } from "./use-draft.ts";
import { useEditorKeys } from "./use-editor-keys.ts";
import { useLeave } from "./use-leave.ts";
import { useSource } from "./use-source.ts";

export interface ReportEditorProps {
  content: ReportContent;
  revision: number;
  reportId: string;
  /** Who sits at the desk; what is kept in the tab is kept for them. */
  userId: string;
  /** The file the draft was begun from, or that of the version it revises, where what the reader saw of it can be shown. */
  source: SourcePaneProps["file"] | null;
  /** Cells the reader was not sure of and nobody has confirmed. */
  doubts: readonly Doubt[];
  /** What there was to settle when the file was read. */
  doubtTotal: number;
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
  const typed = draft.content;
  const doubts = useDoubts({ ...props, loaded: props.content, typed, changeCells, confirm });
  const source = useSource(
    props.source && localePath(locale, `/desk/reports/${props.reportId}/source`),
  );
  const panel = useRef<DoubtPanelHandle>(null);
  useEditorKeys({
    go: doubts.go,
    source,
    confirmHere: () => {
      const group = isReadOnly ? undefined : doubts.here();
      if (group) panel.current?.settle(group).then((isDone) => isDone && doubts.go(1));
      return group !== undefined;
    },
  });
  useLeave(draft.isOpen, flush);
  const light = (event: FocusEvent) => {
    const target = targetOf(event.target);
    if (target === null) return;
    source.light(target);
    if (target.startsWith("cell:")) doubts.stand(target.slice("cell:".length));
  };
  return (
    <>
      <StateBar onLeave={flush} revision={draft.revision} isOpen={draft.isOpen}>
        <SaveStatus
          status={draft.status}
          isOpen={draft.isOpen}
          conflicts={draft.conflicts.length}
        />
        {props.source ? (
          <Button
            type="button"
            look="plain"
            aria-expanded={source.isShown}
            aria-keyshortcuts="F9"
            onClick={() => source.show(!source.isShown)}
          >
            {t(source.isShown ? "hideSource" : "showSource")}
          </Button>
        ) : null}
        {props.actions}
      </StateBar>
      {props.children}
      <ConflictNotice
        conflicts={draft.conflicts}
        editedBy={draft.editedBy}
        nameOf={(conflict) => nameOf(conflict, edition, locale, t("field"))}
        settle={draft.settle}
      />
      <DoubtPanel
        ref={panel}
        {...doubts}
        {...{ edition, isReadOnly }}
        content={draft.content}
        hasSource={props.source !== null}
        light={source.light}
      />
      <div
        className={source.isShown ? "editor-grid with-source" : "editor-grid"}
        onFocusCapture={light}
      >
        <div className="form">
          <FormSections
            {...{ edition, isReadOnly, edit, changeCells }}
            doubted={doubts.cells}
            content={draft.content}
            loaded={props.content.cells}
            failing={checks.failing}
          />
        </div>
        <aside className="issues">
          <IssuePanel
            {...{ isReadOnly, explain }}
            summary={checks.summary}
            issues={checks.open.filter(
              ({ issue, need }) =>
                !isTold(issue, doubts.cells) &&
                (need !== null || !isConsequence(issue, draft.content.cells)),
            )}
          />
        </aside>
        {props.source && source.isShown ? (
          <SourcePane
            reportId={props.reportId}
            file={props.source}
            state={source.state}
            target={source.target}
            doubted={doubts.cells}
            light={source.light}
            close={() => source.show(false)}
            retry={source.retry}
          />
        ) : null}
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
