"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { inLocale } from "#i18n/locales.ts";
import type { Issue } from "#lib/checks/issue.ts";
import type { CheckSummary } from "#lib/checks/summary.ts";
import { ExplainForm, type ExplainKind } from "./explain-form.tsx";
import type { OpenIssue } from "./open-issues.ts";

export interface IssuePanelProps {
  summary: CheckSummary;
  issues: readonly OpenIssue[];
  isReadOnly: boolean;
  /** Stores what the agency says about an issue; answers what went wrong, or null. */
  explain: (issue: OpenIssue, kind: ExplainKind, note: string) => Promise<string | null>;
}

const SHOWN = 40;

/** The live list of issues beside the form: what is wrong, by how much, the likeliest cause, what to do. */
export function IssuePanel({ summary, issues, ...rest }: IssuePanelProps) {
  const t = useTranslations("desk.issues");
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? issues : issues.slice(0, SHOWN);
  return (
    <section aria-labelledby="issues-title">
      <h2 id="issues-title" className="mt-0 font-sans text-base font-semibold">
        {t("title")}{" "}
        <span className="num" aria-live="polite">
          {t("badge", { holds: summary.holds, total: summary.total })}
        </span>
      </h2>
      {issues.length === 0 ? <p className="text-sm text-ink-2">{t("none")}</p> : null}
      <ol>
        {shown.map((open) => (
          <IssueItem key={open.key} open={open} {...rest} />
        ))}
      </ol>
      {issues.length > shown.length ? (
        <button type="button" className="link min-h-11" onClick={() => setWhole(true)}>
          {t("more", { count: issues.length - shown.length })}
        </button>
      ) : null}
    </section>
  );
}

function IssueItem({
  open,
  isReadOnly,
  explain,
}: Pick<IssuePanelProps, "isReadOnly" | "explain"> & { open: OpenIssue }) {
  const t = useTranslations("desk.issues");
  const locale = useLocale();
  const { issue, answer, need } = open;
  const isAlarm = issue.outcome === "fails" && issue.severity === "error" && !answer;
  const [first] = issue.cells;
  return (
    <li className="border-t border-rule py-3">
      <p className={isAlarm ? "mb-1 font-bold text-alarm" : "mb-1 font-bold"}>
        {inLocale(issue.message, locale)}
      </p>
      {issue.hint ? <p className="mb-1 text-sm">{inLocale(issue.hint, locale)}</p> : null}
      {answer ? (
        <p className="mb-1 border-s-2 border-accent ps-2 text-sm">
          {t(answer.kind === "explained" ? "explained" : "reasoned", { note: answer.note })}
        </p>
      ) : null}
      <div className="flex flex-wrap items-center gap-x-4 text-sm">
        {first ? (
          <button type="button" className="link min-h-11" onClick={() => showCell(first)}>
            {t("showCell")}
          </button>
        ) : null}
        {issue.section ? (
          <button type="button" className="link min-h-11" onClick={() => showPassage(issue)}>
            {t("showPassage")}
          </button>
        ) : null}
        <span className="text-xs text-ink-2">
          {issue.rule} · {t(`need.${answer ? "done" : (need ?? "none")}`)}
        </span>
      </div>
      {!isReadOnly && (need === "explain" || need === "reason") ? (
        <ExplainForm open={open} need={need} explain={explain} />
      ) : null}
    </li>
  );
}

/** Goes to the section's field and selects the words the issue is about. */
function showPassage({ section, span }: Issue): void {
  const field = document.getElementById(`section-${section}`);
  if (!(field instanceof HTMLTextAreaElement)) return;
  field.scrollIntoView({ block: "center" });
  field.focus({ preventScroll: true });
  if (!span) return;
  // What is typed is checked a moment later: a passage may have moved or gone by then.
  const [start, end] = span.map((at) => Math.min(at, field.value.length));
  field.setSelectionRange(start ?? 0, end ?? 0);
}

function showCell(key: string): void {
  const input = document.getElementById(`cell-${key}`);
  input?.scrollIntoView({ block: "center", inline: "center" });
  input?.focus({ preventScroll: true });
}
