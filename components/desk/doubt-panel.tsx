"use client";

import { useTranslations } from "next-intl";
import { type Ref, useImperativeHandle, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import type { CellKey, ReportContent } from "#lib/editions/content.ts";
import type { Edition } from "#lib/editions/edition.ts";
import type { DoubtGroup } from "./doubt-groups.ts";
import { DoubtItem } from "./doubt-item.tsx";
import type { Target } from "./source-model.ts";

/** What the keys of the desk do with the panel. */
export interface DoubtPanelHandle {
  /** Confirms a doubt and says what went wrong where something did; answers whether it is settled. */
  settle: (group: DoubtGroup) => Promise<boolean>;
}

export interface DoubtPanelProps {
  ref?: Ref<DoubtPanelHandle>;
  doubtful: readonly DoubtGroup[];
  missing: readonly DoubtGroup[];
  /** What there was to settle when the file was read. */
  total: number;
  edition: Edition;
  content: ReportContent;
  isReadOnly: boolean;
  /** Whether there is a source to compare with. */
  hasSource: boolean;
  /** Shows where the source has a cell. */
  light: (target: Target) => void;
  /** Goes to the next doubt, or the one before. */
  go: (step: 1 | -1) => void;
  /** Confirms these figures as they stand; answers what went wrong, or null. */
  confirm: (cells: CellKey[]) => Promise<string | null>;
  /** Writes one way of reading into its cells. */
  choose: (group: DoubtGroup, values: Record<CellKey, string>) => void;
}

/** Puts the focus on the way to confirm a doubt, or on the head of the panel where none is left or it is folded away. */
function focusDoubt(panel: HTMLElement | null, key: string | undefined): void {
  const item = key === undefined ? null : panel?.querySelector(`[data-doubt="${CSS.escape(key)}"]`);
  const button = item?.querySelector<HTMLElement>("button[data-confirm]");
  const target = button?.checkVisibility() ? button : panel?.querySelector<HTMLElement>("h2");
  target?.focus();
}

/** Figures the reader was not sure of: each is confirmed, chosen or corrected before the report goes on. */
export function DoubtPanel(props: DoubtPanelProps) {
  const { doubtful, missing, total, isReadOnly, hasSource, go, confirm, choose } = props;
  const t = useTranslations("desk.doubts");
  const [error, setError] = useState<string | null>(null);
  const left = doubtful.length + missing.length;
  const panel = useRef<HTMLElement>(null);
  const settle = async (groups: readonly DoubtGroup[]) => {
    const cells = groups.flatMap((group) => group.cells);
    const fault = await confirm(cells).catch(() => t("lost"));
    setError(fault);
    return fault === null;
  };
  useImperativeHandle(props.ref, () => ({ settle: (group) => settle([group]) }));
  if (total === 0) return null;
  /** What was pressed goes with its doubt: the focus goes to the next, or to the head of the panel. */
  const focusAfter = (groups: readonly DoubtGroup[]) => {
    const list = [...doubtful, ...missing];
    const at = list.findIndex((group) => groups.includes(group));
    const rest = [...list.slice(at), ...list.slice(0, at)].filter(
      (group) => !groups.includes(group),
    );
    requestAnimationFrame(() => focusDoubt(panel.current, rest[0]?.key));
  };
  const settleHere = async (groups: readonly DoubtGroup[]) => {
    if (await settle(groups)) focusAfter(groups);
  };
  const chooseHere: typeof choose = (group, values) => {
    choose(group, values);
    focusAfter([group]);
  };
  const { edition, content, light } = props;
  const shown = { edition, content, light, isReadOnly, choose: chooseHere };
  const listOf = (groups: readonly DoubtGroup[]) => (
    <ul className="doubts-list">
      {groups.map((group) => (
        <DoubtItem
          key={group.key}
          group={group}
          confirm={() => void settleHere([group])}
          {...shown}
        />
      ))}
    </ul>
  );
  const title = hasSource ? "title" : "titleAlone";
  return (
    <section ref={panel} aria-labelledby="doubts-title" className="doubts">
      <header className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <h2 id="doubts-title" tabIndex={-1} className="m-0 font-sans text-base font-semibold">
          {t(left === 0 ? "settled" : title)}{" "}
          <output className="num" aria-label={t("progressOf", { done: total - left, total })}>
            {t("progress", { done: total - left, total })}
          </output>
        </h2>
        <progress className="doubts-bar" max={total} value={total - left} aria-hidden="true" />
        {left === 0 ? null : (
          <span className="ms-auto flex flex-wrap items-center gap-2">
            <Button type="button" look="plain" aria-keyshortcuts="Shift+F8" onClick={() => go(-1)}>
              {t("previous")}
            </Button>
            <Button type="button" look="plain" aria-keyshortcuts="F8" onClick={() => go(1)}>
              {t("next")}
            </Button>
          </span>
        )}
      </header>
      {error ? (
        <p role="alert" className="my-2 font-semibold text-alarm">
          {error}
        </p>
      ) : null}
      {left === 0 ? null : (
        <p className="mt-1 mb-2 text-sm text-ink-2">{t(hasSource ? "hint" : "hintAlone")}</p>
      )}
      {doubtful.length > 0 ? listOf(doubtful) : null}
      {missing.length > 0 ? (
        <details open={doubtful.length === 0} className="border-t border-rule">
          <summary className="min-h-11 cursor-pointer py-2 font-semibold">
            {t("missing", { count: missing.length })}
          </summary>
          <p className="mb-2 text-sm text-ink-2">{t("missingHint")}</p>
          {listOf(missing)}
          {isReadOnly || missing.length < 2 ? null : (
            <Button type="button" look="plain" onClick={() => void settleHere(missing)}>
              {t("confirmMissing")}
            </Button>
          )}
        </details>
      ) : null}
    </section>
  );
}
