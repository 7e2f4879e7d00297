"use client";

import { useCallback, useEffect, useState } from "react";
import { type Reading, readingSchema } from "#lib/reports/reading-schema.ts";
import type { Target } from "./source-model.ts";

/** How the pane stands: not asked for yet, on its way, there, or out of reach. */
export type SourceState =
  | { kind: "waiting" }
  | { kind: "ready"; reading: Reading }
  | { kind: "failed" };

const REMEMBERED = "gongkai.desk.source";
const WIDE = "(min-width: 64rem)";

/** The source beside the form: whether it is shown (remembered in this browser), its text, and the passage lit up. */
export function useSource(address: string | null) {
  const [isShown, setShown] = useState(false);
  const [state, setState] = useState<SourceState>({ kind: "waiting" });
  const [target, setTarget] = useState<Target | null>(null);

  // Open where there is room for it, unless this person closed it; known only in the browser.
  useEffect(() => {
    if (address !== null) setShown(remembered() ?? matchMedia(WIDE).matches);
  }, [address]);

  useEffect(() => {
    if (!isShown || address === null || state.kind !== "waiting") return;
    const stop = new AbortController();
    fetch(address, { signal: stop.signal })
      .then(async (answer) => {
        if (!answer.ok) throw new Error(String(answer.status));
        const reading = readingSchema.parse(await answer.json());
        setState({ kind: "ready", reading });
      })
      .catch(() => {
        if (!stop.signal.aborted) setState({ kind: "failed" });
      });
    return () => stop.abort();
  }, [isShown, address, state.kind]);

  const show = useCallback((shown: boolean) => {
    setShown(shown);
    remember(shown);
  }, []);
  const retry = useCallback(() => setState({ kind: "waiting" }), []);
  return { isShown: isShown && address !== null, state, target, light: setTarget, show, retry };
}

function remembered(): boolean | null {
  try {
    const kept = localStorage.getItem(REMEMBERED);
    return kept === null ? null : kept === "1";
  } catch {
    // Storage may be forbidden in this browser.
    return null;
  }
}

function remember(isShown: boolean): void {
  try {
    localStorage.setItem(REMEMBERED, isShown ? "1" : "0");
  } catch {
    // As above: then it is not remembered.
  }
}
