"use client";

import { type Dispatch, useCallback, useEffect, useMemo, useReducer, useRef } from "react";
import type { ReportContent } from "#lib/editions/content.ts";
import { applyPatch } from "#lib/reports/draft-patch.ts";
import {
  type DraftEvent,
  type DraftView,
  draftReducer,
  initialDraft,
  openPatch,
} from "./draft-reducer.ts";
import { type Conflict, isEmptyPatch, type Patch, type SaveAnswer } from "./draft-state.ts";
import { type Desk, keepPatch, takePatch } from "./kept-patch.ts";

/** A pause in typing after which the draft is saved, and the wait before a failed save is tried again; ms. */
const PAUSE = 800;
const RETRY = 5000;
/** How often, and at what distance in ms, the view is asked whether everything has arrived. */
const FLUSH_ROUNDS = 40;
const FLUSH_WAIT = 50;
/** How often it is tried again before a person is told. */
const MOST_FAILURES = 2;

export type Save = (revision: number, patch: Patch) => Promise<SaveAnswer>;

/** What survives a reload of this tab, and nothing longer. */
const tab = () => sessionStorage;

interface Start extends Desk {
  content: ReportContent;
  revision: number;
}

/** The working copy as this person sees it: what the server has, what was typed since, and how saving goes. */
export function useDraft(start: Start, save: Save) {
  const [state, dispatch] = useReducer(draftReducer, start, initialDraft);
  const content = useMemo(() => applyPatch(state.base, openPatch(state)), [state]);
  const latest = useRef(state);
  latest.current = state;
  const running = useRef<Promise<boolean> | null>(null);

  /** Sends what is typed; answers whether nothing went wrong. */
  const push = useCallback((): Promise<boolean> => {
    if (running.current) return running.current;
    const { revision, pending, conflicts } = latest.current;
    if (isEmptyPatch(pending) || conflicts.length > 0) return Promise.resolve(true);
    dispatch({ type: "sent" });
    running.current = save(revision, pending)
      .then((answer) => {
        dispatch({ type: "answered", answer });
        return answer.kind === "saved";
      })
      .catch(() => {
        dispatch({ type: "lost" });
        return false;
      })
      .finally(() => {
        running.current = null;
      });
    return running.current;
  }, [save]);

  const isDirty = !isEmptyPatch(state.pending);
  const failed = state.status.kind === "failed";
  const outdated = state.status.kind === "outdated";
  useEffect(() => {
    if (!isDirty || state.conflicts.length > 0 || outdated || state.status.kind === "saving")
      return;
    const timer = setTimeout(push, failed ? RETRY : PAUSE);
    return () => clearTimeout(timer);
  }, [isDirty, failed, outdated, state, push]);
  const isKept = useKept(start, state, dispatch);

  const isOpen = isDirty || state.status.kind === "saving";
  useEffect(() => {
    if (!isOpen || isKept) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [isOpen, isKept]);

  /** Saves what is open; true where nothing is left unsaved. */
  const flush = useCallback(async () => {
    const isSaved = () => isEmptyPatch(openPatch(latest.current));
    let failures = 0;
    // Only a person can settle a conflict; what is settled later must not send the report by itself.
    const isStuck = () => latest.current.conflicts.length > 0 || failures >= MOST_FAILURES;
    for (let round = 0; round < FLUSH_ROUNDS && !isSaved() && !isStuck(); round += 1) {
      if (!(await push())) failures += 1;
      await new Promise((resume) => setTimeout(resume, FLUSH_WAIT));
    }
    return isSaved();
  }, [push]);

  const edit = useCallback((patch: Patch) => dispatch({ type: "typed", patch }), []);
  const settle = useCallback(
    (conflict: Conflict, keep: "yours" | "theirs") => dispatch({ type: "settled", conflict, keep }),
    [],
  );
  /** The revision as it stands now, also in a function that was made before the last save. */
  const seen = useCallback(() => latest.current.revision, []);
  const { status, conflicts, editedBy, revision } = state;
  return { content, revision, seen, status, conflicts, editedBy, isOpen, edit, settle, flush };
}

/** Over a reload of a page older than the site, what it could not save goes along; answers whether it is put by. */
function useKept(
  { userId, reportId }: Desk,
  state: DraftView,
  dispatch: Dispatch<DraftEvent>,
): boolean {
  const { status, revision } = state;
  const open = useMemo(() => openPatch(state), [state]);
  const isOutdated = status.kind === "outdated";
  const wasKept = isOutdated && status.isKept;
  useEffect(() => {
    const kept = takePatch({ userId, reportId }, tab);
    if (kept) dispatch({ type: "restored", ...kept });
  }, [userId, reportId, dispatch]);
  useEffect(() => {
    if (!isOutdated) return;
    const isKept = keepPatch({ userId, reportId }, { revision, patch: open }, tab);
    if (isKept !== wasKept) dispatch({ type: "kept", isKept });
  }, [userId, reportId, isOutdated, wasKept, revision, open, dispatch]);
  return wasKept;
}
