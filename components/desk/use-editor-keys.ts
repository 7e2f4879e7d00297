"use client";

import { useEffect, useRef } from "react";
import { SOURCE_TEXT } from "./source-pane.tsx";

interface Keys {
  go: (step: 1 | -1) => void;
  source: { isShown: boolean; show: (isShown: boolean) => void };
}

/** F8 goes to the next doubt, Shift+F8 to the one before; F9 opens the source, and goes there and back to the cell. */
export function useEditorKeys(keys: Keys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    let cell: HTMLElement | null = null;
    const press = (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      if (event.key === "F8") latest.current.go(event.shiftKey ? -1 : 1);
      else if (event.key === "F9") cell = toSourceAndBack(latest.current, cell);
      else return;
      event.preventDefault();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}

/** Answers the field one came from, so that the next press leads back there. */
function toSourceAndBack({ source }: Keys, from: HTMLElement | null): HTMLElement | null {
  const text = document.getElementById(SOURCE_TEXT);
  if (!source.isShown || !text) {
    source.show(true);
    return from;
  }
  const here = document.activeElement;
  if (here === text) {
    from?.focus();
    return null;
  }
  text.focus({ preventScroll: true });
  return here instanceof HTMLElement ? here : null;
}
