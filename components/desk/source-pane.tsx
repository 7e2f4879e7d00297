"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Button } from "#components/ui/button.tsx";
import { ScrollRegion } from "#components/ui/scroll-region.tsx";
import { localePath } from "#i18n/path.ts";
import type { Place } from "#lib/editions/content.ts";
import { passageFor, passageWords, type Target } from "./source-model.ts";
import { SourceText } from "./source-text.tsx";
import type { SourceState } from "./use-source.ts";

export interface SourcePaneProps {
  reportId: string;
  /** With the version it belongs to, where it is not the draft's own. */
  file: { fileId: string; name: string; version: number | null };
  state: SourceState;
  target: Target | null;
  doubted: ReadonlySet<string>;
  light: (target: Target) => void;
  close: () => void;
  retry: () => void;
}

export const SOURCE_TEXT = "source-text";

/** The source beside the form: the passage of the cell in hand is lit up, and a passage leads to its cell. */
export function SourcePane(props: SourcePaneProps) {
  const { reportId, file, state, target, doubted, light, close, retry } = props;
  const t = useTranslations("desk.source");
  const locale = useLocale();
  const box = useRef<HTMLElement>(null);
  useLeadToCells(box);
  const reading = state.kind === "ready" ? state.reading : null;
  useWalkPassages(box, { target, lit: reading && passageFor(reading, target) }, light);
  return (
    <section aria-labelledby="source-title" className="source-pane">
      <header className="flex items-center gap-x-3 border-b border-rule px-3 py-1">
        <h2 id="source-title" className="m-0 shrink-0 font-sans text-base font-semibold">
          {file.version === null ? t("title") : t("titleOf", { number: file.version })}
        </h2>
        <a
          href={localePath(locale, `/desk/reports/${reportId}/files/${file.fileId}`)}
          title={file.name}
          className="link line-clamp-2 min-w-0 grow text-sm leading-snug [overflow-wrap:anywhere]"
        >
          {file.name}
        </a>
        <Button type="button" look="plain" className="shrink-0" onClick={close}>
          {t("close")}
        </Button>
      </header>
      {state.kind === "ready" ? (
        <>
          <p
            className="m-0 min-h-8 border-b border-rule px-3 py-1 text-sm text-ink-2"
            aria-live="polite"
          >
            <Whereabouts reading={state.reading} {...{ target, doubted }} />
          </p>
          <ScrollRegion
            ref={box}
            id={SOURCE_TEXT}
            label={t("region")}
            look="bare"
            className="source-text"
          >
            <SourceText reading={state.reading} target={target} doubted={doubted} box={box} />
          </ScrollRegion>
        </>
      ) : (
        <div className="grow p-4 text-sm text-ink-2">
          <p role="status">{t(state.kind === "failed" ? "failed" : "loading")}</p>
          {state.kind === "failed" ? (
            <Button type="button" look="plain" onClick={retry}>
              {t("retry")}
            </Button>
          ) : null}
        </div>
      )}
    </section>
  );
}

interface WhereaboutsProps extends Pick<SourcePaneProps, "target" | "doubted"> {
  reading: Extract<SourceState, { kind: "ready" }>["reading"];
}

function Whereabouts({ reading, target, doubted }: WhereaboutsProps) {
  const t = useTranslations("desk.source");
  if (target === null) return t("hint");
  const found = passageWords(reading, target);
  if (!found && doubted.has(target.replace(/^cell:/u, ""))) return t("noPlace");
  if (!found) return t(target.startsWith("cell:") ? "noCell" : "noSection");
  const place = found.where ? placeWords(found.where, t) : t("line", { line: found.line });
  return (
    <>
      {t(found.isLeftOut ? "leftOut" : "from", { place })}{" "}
      <q lang="zh-CN" className="text-ink-2">
        {found.before}
        <mark className="font-semibold">{found.words}</mark>
        {found.after}
      </q>
    </>
  );
}

type Translate = ReturnType<typeof useTranslations<"desk.source">>;

function placeWords({ page, sheet, table, row, column }: Place, t: Translate): string {
  const parts = [
    page === undefined ? "" : t("page", { page }),
    sheet === undefined ? "" : t("sheet", { sheet }),
    table === undefined ? "" : t("table", { table }),
    row === undefined ? "" : t("row", { row }),
    column === undefined ? "" : t("column", { column }),
  ];
  return parts.filter((part) => part !== "").join(t("gap"));
}

/** With the focus in the source, arrows to the sides light up one passage after another, and Enter leads to its cell. */
function useWalkPassages(
  box: { current: HTMLElement | null },
  { target, lit }: { target: Target | null; lit: Target | null },
  light: (target: Target) => void,
): void {
  useEffect(() => {
    const walk = (event: KeyboardEvent) => {
      const text = box.current;
      if (!text || event.target !== text || event.altKey || event.ctrlKey || event.metaKey) return;
      const step = STEPS[event.key];
      if (step !== undefined) {
        const all = Array.from(
          text.querySelectorAll<HTMLElement>("[data-passage]"),
          ({ dataset }) => dataset.passage as Target,
        );
        const next = all[nextIndex(lit === null ? -1 : all.indexOf(lit), step, all.length)];
        if (next) light(next);
      } else if (event.key === "Enter" && target !== null) focusTarget(target);
      else return;
      event.preventDefault();
    };
    document.addEventListener("keydown", walk);
    return () => document.removeEventListener("keydown", walk);
  }, [box, target, lit, light]);
}

const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, ArrowLeft: -1 };

/** The passage before or after another; from none the first or the last, and none beyond the ends. */
function nextIndex(at: number, step: 1 | -1, count: number): number {
  if (at < 0) return step > 0 ? 0 : count - 1;
  return Math.min(Math.max(at + step, 0), count - 1);
}

/** A click on a passage puts the focus into its cell or section. */
function useLeadToCells(box: { current: HTMLElement | null }): void {
  useEffect(() => {
    const lead = ({ target }: MouseEvent) => {
      if (!(target instanceof HTMLElement) || !box.current?.contains(target)) return;
      const passage = target.closest<HTMLElement>("[data-passage]")?.dataset.passage;
      if (passage && getSelection()?.isCollapsed !== false) focusTarget(passage as Target);
    };
    document.addEventListener("click", lead);
    return () => document.removeEventListener("click", lead);
  }, [box]);
}

/** Brings the field of a target into view and puts the focus there. */
export function focusTarget(target: Target): void {
  const id = target.replace(/^cell:/, "cell-").replace(/^section:/, "section-");
  const field = document.getElementById(id);
  field?.scrollIntoView({ block: "center", inline: "center" });
  field?.focus({ preventScroll: true });
}

/** What a field of the form is about; null for what has no place in the source. */
export function targetOf(element: EventTarget): Target | null {
  if (!(element instanceof HTMLElement)) return null;
  if (element.dataset.cell) return `cell:${element.dataset.cell}`;
  const section = /^section-(\w+)$/.exec(element.id)?.[1];
  return section ? (`section:${section}` as Target) : null;
}
